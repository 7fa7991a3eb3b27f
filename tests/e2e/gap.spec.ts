import { expect, test } from '@playwright/test'
import { callApi, signIn } from '~tests/support/console'
import { faultsOf } from '~tests/support/faults'

/** Experience, expectation, importance: the electronics chain of the textbook. */
const chain = {
  price: [7, 7, 6],
  service: [6, 6, 7],
  product: [6, 7, 8],
  convenience: [5, 7, 9],
  relationship: [4, 4, 5],
} as const

const answerTwice = async (): Promise<void> => {
  const questions = Object.keys(chain).map((key) => ({ key, kind: 'gap', text: key, dimension: key }))
  await callApi('PUT', '/api/v1/surveys/expected', { touchpoint: 'delivery', title: 'Expected', pages: [{ questions }] })
  await callApi('POST', '/api/v1/surveys/expected/publish')
  const answers = Object.fromEntries(
    Object.entries(chain).map(([key, [experience, expectation, importance]]) => [key, { experience, expectation, importance }]),
  )
  const submittedAt = new Date(Date.now() - 86_400_000).toISOString()
  const responses = [1, 2].map(() => ({ survey: 'expected', answers, submittedAt }))
  await callApi('POST', '/api/v1/responses', { alerts: 'none', responses })
}

test('the gap in its seven steps: the key experience, an ideal of one’s own, and who answers for it', async ({ page }) => {
  await answerTwice()
  await signIn(page)
  await expect
    .poll(async () => {
      await page.goto('/analysis/gap?survey=expected')
      return page.getByRole('row', { name: /Convenience/ }).count()
    })
    .toBeGreaterThan(0)
  await expect(page.getByRole('row', { name: /Convenience/ }).first()).toContainText('−18.0')
  await expect(page.getByText('An experience of 5.0 meets an expectation of 7.0: −2.0.', { exact: false })).toBeVisible()
  const product = page.locator('label', { hasText: 'Product' })
  await expect(product).toContainText('there')
  await product.getByRole('spinbutton').fill('8')
  await page.getByRole('button', { name: 'Use these ideals' }).click()
  await expect(page).toHaveURL(/ideal\.product=8/)
  await expect(product).toContainText('−2.0')
  await expect(page.getByRole('listitem').filter({ hasText: 'Convenience' })).toContainText('Online checkout')
  expect(await faultsOf(page)).toEqual([])
})

test('in Chinese, in the dark, on a phone it reads as well', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page, 'zh-CN')
  await page.goto('/analysis/gap?survey=expected')
  await expect(page.getByRole('heading', { name: '关键体验' })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})
