import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { signIn } from '~tests/support/console'
import { faultsOf } from '~tests/support/faults'

test('what the filters find is exported, left, come back to, downloaded and deleted', async ({ page }) => {
  await signIn(page)
  await page.goto('/responses?status=completed')
  await page.getByRole('button', { name: 'Export' }).click()
  const panel = page.getByRole('dialog', { name: 'Export' })
  const promised = await panel.getByText(/as the filters stand/).textContent()
  expect(await faultsOf(page)).toEqual([])
  await panel.getByText('Keys', { exact: true }).click()
  await panel.getByRole('button', { name: 'Start the export' }).click()
  await panel.getByRole('link', { name: 'All my exports' }).click()

  await expect(page).toHaveURL(/\/responses\/exports$/)
  const file = page.getByRole('listitem').filter({ hasText: 'status: completed' })
  const download = file.getByRole('link', { name: 'Download' })
  await expect(download).toBeVisible({ timeout: 30_000 })
  const [saved] = await Promise.all([page.waitForEvent('download'), download.click()])
  expect(saved.suggestedFilename()).toMatch(/^responses-.*\.csv$/)
  const lines = (await readFile(await saved.path(), 'utf8')).split('\r\n').filter((line) => /^[0-9a-f]{8}-/.test(line))
  expect(lines.length).toBe(Number(promised?.replaceAll(/\D/g, '')))
  expect(await faultsOf(page)).toEqual([])
  await file.getByRole('button', { name: 'Delete' }).click()
  await expect(file.getByText('The file was deleted.')).toBeVisible()
})
