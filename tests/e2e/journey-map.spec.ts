import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { signIn, takenOver } from '~tests/support/console'

test('the map is read by keyboard, seen through a lens, set beside other customers, and leaves as a drawing', async ({
  page,
}) => {
  await signIn(page)
  await page.goto('/journey?measure=nps&journey=home-electronics')
  const curve = page.getByRole('figure', { name: 'The emotional curve: NPS over the stages' })
  const point = curve.getByRole('link', { name: /Receive/ })
  await point.focus()
  await expect(point.getByText('Open the answers')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/responses\?.*where=touchpoint\.key/)
  await page.goBack()

  // However a narrow box breaks its lines, each way out of it is met by a finger.
  const ways = page.locator('article footer a')
  await expect(ways).not.toHaveCount(0)
  const heights = await ways.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height))
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(24)

  const lens = page.getByRole('combobox', { name: 'Lens' })
  await takenOver(lens)
  await lens.selectOption('dimension')
  await expect(page.getByRole('region', { name: 'Experience dimensions' })).toContainText('of 1 to 5')
  const groups = page.getByRole('list', { name: 'Touchpoints by group: press one to pick it out' })
  await groups.getByRole('link', { name: /^Service/ }).click()
  await expect(page).toHaveURL(/pick=service/)
  await page.getByRole('combobox', { name: 'Side by side' }).selectOption('period ')
  await expect(page).toHaveURL(/beside=period/)
  await expect(page.getByRole('article').filter({ hasText: 'Service line' }).getByRole('definition')).toHaveCount(2)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'As SVG' }).click()
  const svg = await readFile(await (await download).path(), 'utf8')
  expect(svg).toMatch(/^<svg .*<title>[^<]+Journey<\/title>/)
  expect(svg).toContain('±')
})
