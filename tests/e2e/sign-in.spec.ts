import { expect, test } from '@playwright/test'

test('the administrator signs in with the password that the start was given, and nobody with another', async ({ page }) => {
  await page.goto('/sign-in')
  await page.locator('input[name=email]').fill(process.env.E2E_EMAIL ?? '')
  await page.locator('input[name=password]').fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible()
  await page.locator('input[name=password]').fill(process.env.E2E_PASSWORD ?? '')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)
  await expect(page.getByRole('navigation').first()).toBeVisible()
})
