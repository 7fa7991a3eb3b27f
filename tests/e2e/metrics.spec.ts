import { expect, test } from '@playwright/test'
import { callApi, signIn } from '~tests/support/console'

test('a metric of one’s own is made, changed with a reason after a look at what changes, read as it was, and taken away', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await signIn(page)
  await page.goto('/settings/metrics/new')
  await page.getByRole('textbox', { name: /^Name.*English/ }).fill('Quick enough')
  await page.getByText('Share', { exact: true }).click()
  await page.getByRole('combobox', { name: 'Question' }).click()
  await page.getByRole('option', { name: /\(condition\)/ }).click()
  await page.getByLabel('Counts from').fill('4')
  const preview = page.locator('section', { hasText: 'What it changes' })
  await expect(preview.getByText('With this definition')).toBeVisible()
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page).toHaveURL(/\/settings\/metrics\/quick-enough$/)

  await page.getByLabel('Counts from').fill('5')
  await expect(preview.getByText('As defined now')).toBeVisible()
  await page.getByRole('button', { name: 'Save as version 2' }).click()
  await expect(page.getByText('Say why the definition changes.')).toBeVisible()
  await page.getByLabel('Why').fill('Four is not quick')
  await page.getByRole('button', { name: 'Save as version 2' }).click()
  await expect(page.getByRole('button', { name: 'Save as version 3' })).toBeVisible()
  await expect(page.getByText('“Four is not quick”')).toBeVisible()
  const { version, positiveFrom } = (
    await callApi<{ items: { key: string; version: number; positiveFrom?: number }[] }>('GET', '/api/v1/metrics')
  ).items.find(({ key }) => key === 'quick-enough') ?? { version: 0 }
  expect({ version, positiveFrom }).toEqual({ version: 2, positiveFrom: 5 })

  await page.getByRole('link', { name: 'The number by this version' }).last().click()
  await expect(page.getByText(/Counted as it was defined on .*: version 1\./)).toBeVisible()
  await expect(page.getByText(/answers of 4 and more/)).toBeVisible()
  await page.getByRole('link', { name: 'Count as it is defined now' }).click()
  await expect(page.getByText(/answers of 5 and more/)).toBeVisible()

  await page.goto('/')
  await page.getByRole('button', { name: 'Quick enough' }).click()
  await expect(page.getByText(/^Version 2 since/)).toBeVisible()

  await page.goto('/settings/metrics/quick-enough')
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page).toHaveURL(/\/settings\/metrics$/)
  await expect(page.getByRole('link', { name: 'Quick enough' })).toHaveCount(0)
})
