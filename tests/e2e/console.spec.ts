import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { callApi, signIn, takenOver } from '~tests/support/console'

const answer = (id: string, nps: number, reason: string) =>
  callApi('PUT', `/api/v1/responses/${id}`, {
    survey: 'delivery',
    revision: 1,
    answers: { nps, arrived: 'late', ...(nps <= 6 ? { reason } : {}) },
    completed: true,
    locale: 'en',
    channel: 'web',
  })

test('nobody sees a screen without signing in', async ({ page }) => {
  for (const path of ['/', '/cases', '/settings', '/responses/01a1e275-295e-72f9-b8d5-5711bd768025']) {
    await page.goto(path)
    await expect(page).toHaveURL(/\/sign-in/)
  }
})

test('a wrong password is refused in words, and the address stays', async ({ page }) => {
  await page.goto('/sign-in')
  await page.locator('input[name=email]').fill('nobody@example.com')
  await page.locator('input[name=password]').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').first()).toContainText('don’t match')
  await expect(page.locator('input[name=email]')).toHaveValue('nobody@example.com')
})

test('signing in works without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(process.env.E2E_URL ? { baseURL: process.env.E2E_URL } : {}),
  })
  const page = await context.newPage()
  await signIn(page)
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible()
  await context.close()
})

test('one click changes the language, and signing out ends the session', async ({ page }) => {
  await signIn(page)
  await page.getByRole('button', { name: /简体中文/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: '总览' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await page.getByRole('button', { name: /English/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto('/cases')
  await expect(page).toHaveURL(/\/sign-in/)
})

test('an answer appears on the overview without a reload, and its number counts it', async ({ page }) => {
  await signIn(page)
  await page.goto('/?survey=delivery')
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await expect(page.locator('[data-live=true]')).toBeVisible()
  const nps = page.locator('section', { has: page.getByRole('button', { name: 'NPS', exact: true }) }).first()
  // The number's own element: what stands behind it in the card may begin with a digit too.
  const n = nps.getByText(/^n\s*[\d,]+$/)
  const count = async () => Number((await n.textContent())?.replaceAll(/\D/g, ''))
  const before = await count()
  const words = `Nobody rang, parcel in the rain ${randomUUID().slice(0, 8)}`
  await answer(randomUUID(), 2, words)
  await expect(page.getByText(words)).toBeVisible()
  await expect.poll(count).toBe(before + 1)
})

test('the overview’s figures come alone, however long the page around them takes', async ({ page }) => {
  await signIn(page)
  await page.goto('/?survey=delivery')
  await expect(page.locator('[data-live=true]')).toBeVisible()
  // Whole pages never come from here on.
  await page.route(/_rsc=/, () => {})
  const n = page.locator('section', { has: page.getByRole('button', { name: 'NPS', exact: true }) }).first()
  const before = await n.textContent()
  const words = `Left with the neighbour ${randomUUID().slice(0, 8)}`
  await answer(randomUUID(), 3, words)
  await expect(page.getByText(words)).toBeVisible()
  await expect(n).not.toHaveText(before ?? '')
})

test('what happens between the reading of a page and the opening of its stream is shown too', async ({ page }) => {
  await signIn(page)
  let open = () => {}
  const held = new Promise<void>((resolve) => {
    open = resolve
  })
  await page.route('**/api/v1/live*', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/?survey=delivery')
  await expect(page.getByRole('button', { name: 'NPS', exact: true }).first()).toBeVisible()
  const id = randomUUID()
  const words = `Left in the rain ${id.slice(0, 8)}`
  await answer(id, 2, words)
  const find = () => callApi<{ times: { deliveredAt: string | null } }>('GET', `/api/v1/responses/${id}`)
  await expect.poll(async () => (await find()).times.deliveredAt).toBeTruthy()
  // Everything has happened; nothing comes after this that would make the page look again.
  open()
  await expect(page.getByText(words)).toBeVisible()
})

test('a page that was gone to by a link asks its stream for what moved since the click, not since the console was opened', async ({
  page,
}) => {
  await signIn(page)
  await expect(page.locator('[data-live=true]')).toBeVisible()
  const now = () => page.evaluate(() => performance.now())
  const clickedAfter = await now()
  const asked = page.waitForRequest(/\/api\/v1\/live\?age=/)
  await page.getByRole('link', { name: 'Responses', exact: true }).click()
  const age = Number(new URL((await asked).url()).searchParams.get('age'))
  expect(age).toBeGreaterThan(0)
  expect(age).toBeLessThanOrEqual(Math.ceil((await now()) - clickedAfter))
})

test('a case is worked from the alert to the end', async ({ page }) => {
  const id = randomUUID()
  const words = `The box was open ${id.slice(0, 8)}`
  await answer(id, 1, words)
  const find = () => callApi<{ items: { number: number }[] }>('GET', `/api/v1/cases?response=${id}`)
  await expect.poll(async () => (await find()).items.length).toBe(1)
  const number = (await find()).items[0]?.number
  await signIn(page)
  await page.goto(`/cases/${number}`)
  await expect(page.getByText(words)).toBeVisible()
  const status = page.getByRole('status')
  await page.getByRole('button', { name: 'Acknowledge' }).click()
  await expect(status.filter({ hasText: 'Acknowledged.' })).toBeVisible()
  await page.getByRole('button', { name: 'Note', exact: true }).click()
  await page.getByLabel('Note').fill('Called, she wants a new one')
  await page.getByRole('button', { name: 'Save the note' }).click()
  await expect(page.getByText('Called, she wants a new one')).toBeVisible()
  await page.getByRole('button', { name: 'Start work' }).click()
  await page.getByRole('button', { name: 'Resolve' }).click()
  await page.getByLabel('Root cause').selectOption('delivery')
  await page.getByLabel('What was done?').fill('Sent a replacement')
  await page.getByRole('button', { name: 'Resolve' }).last().click()
  await page.getByRole('button', { name: 'Verify' }).click()
  await page.getByLabel('Yes, it is fixed').check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText('Closed', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible()
})

test('filters are in the address, so that a view can be shared', async ({ page }) => {
  await signIn(page)
  await page.getByLabel('Period').selectOption('90d')
  await expect(page).toHaveURL(/period=90d/)
  const metric = page.getByRole('combobox', { name: 'Metric', exact: true })
  await takenOver(metric)
  await metric.selectOption('csat')
  await expect(page).toHaveURL(/metric=csat/)
  await page.reload()
  await expect(page.getByLabel('Period')).toHaveValue('90d')
  await expect(metric).toHaveValue('csat')
})

test('what isn’t there is not found, whoever made up the address', async ({ page }) => {
  await signIn(page)
  for (const path of [
    '/cases/999999999',
    '/cases/1e3',
    '/responses/nonsense',
    `/responses/${randomUUID()}`,
    `/deliveries/${randomUUID()}`,
    '/surveys/none',
  ])
    expect((await page.goto(path))?.status(), path).toBe(404)
})
