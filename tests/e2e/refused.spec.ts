import { expect, type Page, test } from '@playwright/test'
import { callApi, signIn } from '~tests/support/console'
import { faultsOf } from '~tests/support/faults'

const addressOf = (name: string) => `${name}@refused.example`

/** Customers whose addresses take no mail. */
const refuse = async (names: readonly string[]): Promise<void> => {
  for (const name of names) {
    await callApi('PUT', `/api/v1/customers/refused-${name}`, { name, email: addressOf(name) })
    await callApi('POST', '/api/v1/bounces', { address: addressOf(name), status: '5.1.1', reason: `550 no such user ${name}` })
  }
}
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(addressOf(name)) })

test('marks are cleared many at once: how many is said before, by keyboard too, and nothing is cleared by going back', async ({
  page,
}) => {
  await callApi('POST', '/api/v1/bounces/clear', { all: true })
  await refuse(['ann', 'ben', 'cleo', 'dan'])
  await signIn(page)
  await page.goto('/deliveries')
  await expect(page.getByText('4 addresses refuse mail.')).toBeVisible()
  await page.getByRole('link', { name: 'Show' }).click()
  await expect(row(page, 'ann')).toContainText('550 no such user ann')
  const clearSelected = page.getByRole('button', { name: 'Clear selected marks …' })
  await expect(clearSelected).toBeDisabled()
  await page.getByRole('checkbox', { name: `Select ${addressOf('ann')}` }).check()
  await page.getByRole('checkbox', { name: `Select ${addressOf('ben')}` }).check()
  await expect(page.getByText('2 selected')).toBeVisible()

  const dialog = page.getByRole('dialog')
  await clearSelected.click()
  await expect(dialog).toContainText('Clear 2 marks?')
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(row(page, 'ann')).toBeVisible()
  await clearSelected.click()
  await dialog.getByRole('button', { name: 'Clear 2 marks' }).click()
  await expect(page.getByText('2 marks cleared.')).toBeVisible()
  await expect(row(page, 'ann')).toBeHidden()
  await expect(row(page, 'cleo')).toBeVisible()

  // One that is marked after the page was shown isn't among "all" of it.
  await refuse(['eve'])
  await page.getByRole('button', { name: 'Clear all 2 marks …' }).click()
  await dialog.getByRole('button', { name: 'Clear 2 marks' }).press('Enter')
  await expect(row(page, 'cleo')).toBeHidden()
  await expect(row(page, 'eve')).toBeVisible()
})

test.describe('in Chinese, on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('marks are cleared after the same question', async ({ page }) => {
    await callApi('POST', '/api/v1/bounces/clear', { all: true })
    await refuse(['fay'])
    await signIn(page, 'zh-CN')
    await page.goto('/deliveries/refused')
    await page.getByRole('button', { name: '清除全部 1 个标记…' }).click()
    await expect(page.getByRole('dialog')).toContainText('清除 1 个标记？')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: '清除 1 个标记' }).click()
    await expect(page.getByText('没有拒收邮件的邮箱')).toBeVisible()
  })
})
