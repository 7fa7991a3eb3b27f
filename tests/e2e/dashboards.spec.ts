import { expect, type Page, test } from '@playwright/test'
import { writeCondition } from '@/domain/condition/write-condition'
import { callApi, composeDashboard, signIn, takenOver } from '~tests/support/console'
import { faultsOf } from '~tests/support/faults'

const colleague = { email: 'walter@dashboards.example', password: 'a wall of a password' }

const placeOf = (page: Page, name: string) =>
  page
    .getByRole('group', { name, exact: true })
    .evaluate((cell) => [cell.style.getPropertyValue('--column'), cell.style.getPropertyValue('--row')])

const add = async (page: Page, kind: string) => {
  await page.getByRole('button', { name: 'Add a widget' }).focus()
  await page.keyboard.press('Enter')
  const entry = page.getByRole('menuitem', { name: kind, exact: true })
  await expect(entry).toBeVisible()
  await entry.focus()
  await page.keyboard.press('Enter')
}

test('a dashboard is composed by keyboard, shared, seen by a colleague, and shown on a wall and on paper', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  await callApi('PUT', `/api/v1/members/${colleague.email}`, { name: 'Walter', role: 'viewer', password: colleague.password })
  await signIn(page)
  await composeDashboard(page)

  const opener = page.getByRole('button', { name: 'Add a widget' })
  await takenOver(opener)
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(opener).toBeFocused()
  await expect(page.getByRole('menu')).toBeHidden()
  await add(page, 'Headline number')
  const moving = page.getByRole('button', { name: 'Move “NPS”', exact: true })
  await expect(moving).toBeFocused()
  await expect(page.getByRole('group', { name: 'NPS', exact: true })).toContainText(/n\s*[1-9]/)
  await page.keyboard.press('ArrowRight')
  await expect(moving).toBeFocused()
  await expect(page.getByRole('status')).toContainText('column 2, row 1')
  await page.getByRole('button', { name: 'Resize “NPS”', exact: true }).press('ArrowRight')
  expect(await placeOf(page, 'NPS')).toEqual(['2 / span 4', '1 / span 3'])
  await add(page, 'Trend')
  await page.getByRole('button', { name: 'Move “Trend of NPS”', exact: true }).press('ArrowUp')
  expect(await placeOf(page, 'Trend of NPS')).toEqual(['1 / span 8', '1 / span 5'])
  expect(await placeOf(page, 'NPS')).toEqual(['2 / span 4', '6 / span 3'])

  const grip = await page.getByRole('button', { name: 'Move “NPS”', exact: true }).boundingBox()
  if (!grip) throw new Error('the handle isn’t drawn')
  await page.mouse.move(grip.x + 10, grip.y + 10)
  await page.mouse.down()
  await page.mouse.move(grip.x + 300, grip.y + 14, { steps: 5 })
  await page.mouse.up()
  const [column = ''] = await placeOf(page, 'NPS')
  expect(Number.parseInt(column, 10)).toBeGreaterThan(2)
  await page.keyboard.press('Control+z')
  expect(await placeOf(page, 'NPS')).toEqual(['2 / span 4', '6 / span 3'])

  await add(page, 'Note')
  await page.getByRole('button', { name: 'Remove “Note”', exact: true }).click()
  await expect(page.getByRole('group', { name: 'Note', exact: true })).toHaveCount(0)
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('group', { name: 'Note', exact: true })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])

  await page.getByRole('button', { name: 'Name and sharing' }).click()
  const details = page.getByRole('dialog', { name: 'Name and sharing' })
  await details.getByLabel(/Name.*English/).fill('The morning round')
  await details.getByRole('switch', { name: 'Share with everybody' }).focus()
  await page.keyboard.press('Space')
  await details.getByRole('button', { name: 'Apply' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'The morning round' })).toBeVisible()
  await expect(page).toHaveURL(/\/dashboards\/[0-9a-f-]{36}(\?|$)/)
  const address = new URL(page.url()).pathname

  await page.goto('/dashboards')
  await takenOver(page.getByLabel('Viewer'))
  await page.getByLabel('Viewer').selectOption({ label: 'The morning round' })
  await expect(page.getByRole('row', { name: /The morning round/ })).toContainText('Viewer')

  const theirs = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  const wall = await theirs.newPage()
  await wall.context().addCookies([{ name: 'earshot-locale', value: 'en', url: process.env.E2E_URL ?? '' }])
  await wall.goto('/sign-in')
  await wall.locator('input[name=email]').fill(colleague.email)
  await wall.locator('input[name=password]').fill(colleague.password)
  await wall.keyboard.press('Enter')
  await expect(wall).toHaveURL(`${process.env.E2E_URL}${address}`)
  await expect(wall.getByRole('heading', { name: 'The morning round' })).toBeVisible()
  await expect(wall.getByRole('link', { name: 'Edit' })).toHaveCount(0)
  // A viewer isn't told how customers are reached, and may not try it out.
  const where = writeCondition({ field: 'customer.email', op: 'starts_with', value: 'a' })
  await wall.goto(`/responses?where=${encodeURIComponent(where)}`)
  await expect(wall).toHaveURL(/\/not-allowed$/)

  await wall.route('**/api/v1/live*', (route) => route.abort())
  await wall.goto(`${address}/wall`)
  await expect(wall.getByRole('heading', { name: 'Trend of NPS' })).toBeVisible()
  await expect(wall.getByRole('navigation')).toHaveCount(0)
  await expect(wall.getByRole('status').filter({ hasText: 'Connection lost' })).toBeVisible()
  await wall.unroute('**/api/v1/live*')
  await expect(wall.getByRole('status').filter({ hasText: 'Live' })).toBeVisible()
  expect(await faultsOf(wall)).toEqual([])
  await wall.keyboard.press('Escape')
  await expect(wall).toHaveURL(new RegExp(`${address}(\\?|$)`))
  await theirs.close()

  await page.getByLabel('Viewer').selectOption({ label: 'Overview' })
  await expect(page.getByRole('row', { name: /The morning round/ })).not.toContainText('Viewer')
  await page.goto(`${address}/print?size=letter&turn=portrait`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { name: 'The morning round' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeHidden()
  await expect(page.locator('[data-waiting]')).toHaveCount(0)
  const pdf = (await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true })).toString('latin1')
  for (const heading of ['The morning round', 'Trend of NPS']) expect(pdf).toContain(heading)
  expect(pdf.match(/\/MediaBox \[0 0 612 792\]/g)?.length).toBe(1)
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBe(1)
})
