import { expect, test } from '@playwright/test'
import { signIn } from '~tests/support/console'
import { faultsOf } from '~tests/support/faults'

test('the palette goes to screens, surveys and actions by keyboard alone', async ({ page }) => {
  await signIn(page)
  await page.keyboard.press('ControlOrMeta+k')
  const field = page.getByRole('combobox', { name: 'Go to or do something' })
  await expect(field).toBeFocused()
  await field.fill('journey')
  await expect(page.getByRole('option').first()).toBeVisible()
  await field.fill('edit jour')
  await expect(page.getByRole('option', { selected: true })).toContainText('Edit the journey')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/journey\?edit=1/)
  await page.keyboard.press('ControlOrMeta+k')
  await field.fill('delivery')
  await expect(page.getByRole('option').filter({ hasText: 'Touchpoint' }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(field).toBeHidden()
})

test('single keys go to screens, never while typing, and can be switched off', async ({ page }) => {
  await signIn(page, 'zh-CN')
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page).toHaveURL(/\/cases/)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('键盘快捷键')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('switch', { name: '单键快捷键' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page).toHaveURL(/\/cases/)
})

test('a word of the field explains itself', async ({ page }) => {
  await signIn(page)
  await page.getByRole('button', { name: 'NPS', exact: true }).first().click()
  await expect(page.getByText('The share of promoters (9–10) minus', { exact: false })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByText('The share of promoters (9–10) minus', { exact: false })).toBeHidden()
})
