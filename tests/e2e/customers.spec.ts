import { expect, test } from '@playwright/test'
import { callApi, signIn, takenOver } from '~tests/support/console'
import { faultsOf } from '~tests/support/faults'

const tellOf = async (externalId: string): Promise<void> => {
  const customer = { externalId }
  await callApi('PUT', `/api/v1/customers/${externalId}`, { name: 'Quill Quayle', value: 777_000, attributes: { tier: 'gold' } })
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
  await callApi('POST', '/api/v1/events', {
    id: crypto.randomUUID(),
    touchpoint: 'delivery',
    customer,
    occurredAt: hoursAgo(5),
    attributes: { name: 'order_delivered', order: 'A-777' },
  })
  await callApi('POST', '/api/v1/responses', {
    alerts: 'none',
    responses: [{ survey: 'delivery', answers: { nps: 3 }, completed: false, submittedAt: hoursAgo(1), customer }],
  })
}

test('a customer is found, told with the reasons, and followed from what happened to what they said', async ({ page }) => {
  const externalId = `QQ-${Date.now()}`
  await tellOf(externalId)
  await signIn(page)
  await page.goto('/customers')
  const search = page.getByRole('searchbox', { name: 'Name, email or customer id' })
  await takenOver(search)
  await search.fill(externalId.toLowerCase())
  await expect(page.getByRole('row')).toHaveCount(2)
  await expect
    .poll(async () => {
      await page.reload()
      return page.getByRole('row', { name: /Unhappy at the last answer: NPS 3 of 10/ }).count()
    })
    .toBe(1)
  await expect(page.getByRole('row').last()).toContainText('777,000')
  await page.getByRole('link', { name: 'Quill Quayle' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quill Quayle')
  const happened = page.getByRole('main').getByRole('listitem')
  await expect(happened.filter({ hasText: 'Order delivered' })).toContainText('order: A-777')
  await page.locator('a[href^="/responses/"]').click()
  await expect(page).toHaveURL(/\/responses\//)
  await page.getByRole('link', { name: 'Quill Quayle' }).click()
  await expect(page).toHaveURL(/\/customers\//)
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(`quay ${externalId}`)
  await expect(page.getByRole('option', { name: /Quill Quayle/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/customers\//)
})
