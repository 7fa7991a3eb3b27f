import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { callApi, signIn, takenOver } from '~tests/support/console'
import { faultsOf } from '~tests/support/faults'

/** A bad answer at the service touchpoint, and the case that it opens. */
const openCase = async (words: string): Promise<number> => {
  const id = randomUUID()
  await callApi('PUT', `/api/v1/responses/${id}`, {
    ...{ survey: 'delivery', revision: 1, completed: true },
    answers: { nps: 1, arrived: 'late', reason: words },
  })
  let number: number | undefined
  await expect
    .poll(async () => {
      const { items } = await callApi<{ items: { number: number }[] }>('GET', `/api/v1/cases?response=${id}`)
      number = items[0]?.number
      return number
    })
    .toBeTruthy()
  return number ?? 0
}

test('of two who take the same case the second is told who was faster, and keeps what was written', async ({ page }) => {
  const number = await openCase('Taken by two at once')
  await signIn(page)
  await page.route('**/api/v1/live*', (route) => route.abort())
  await page.goto(`/cases/${number}`)
  const assign = page.getByRole('button', { name: 'Assign', exact: true })
  await takenOver(assign)
  await assign.click()
  await page.getByLabel('Why? (optional)').fill('I call them at three')
  await callApi('POST', `/api/v1/cases/${number}/events`, { type: 'acknowledge' })
  await page.getByRole('button', { name: 'Assign', exact: true }).last().click()
  await expect(page.getByText('has acknowledged the case meanwhile', { exact: false })).toBeVisible()
  await expect(page.getByLabel('Why? (optional)')).toHaveValue('I call them at three')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Assign', exact: true }).last().click()
  await expect(page.getByText('Assigned.')).toBeVisible()
})

test('the queue is worked by keyboard, and what was done to several cases is said and taken back', async ({ page }) => {
  const words = `queue ${randomUUID().slice(0, 8)}`
  const numbers = [await openCase(`${words} one`), await openCase(`${words} two`)]
  await signIn(page, 'zh-CN')
  await page.goto(`/cases?q=${encodeURIComponent(words)}`)
  await takenOver(page.getByRole('checkbox').first())
  for (const _ of numbers) {
    await page.keyboard.press('j')
    await page.keyboard.press('x')
  }
  await expect(page.getByText('已选 2 个')).toBeVisible()
  await page.getByRole('button', { name: '指派' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '指派' }).click()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('已恢复 2 个工单')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/cases\/\d+$/)
})
