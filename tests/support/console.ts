import { expect, type Locator, type Page } from '@playwright/test'

/** Signs in as the administrator, in a language. */
export const signIn = async (page: Page, locale: 'en' | 'zh-CN' = 'en'): Promise<void> => {
  const url = process.env.E2E_URL ?? ''
  await page.context().addCookies([{ name: 'earshot-locale', value: locale, url }])
  await page.goto('/sign-in')
  await page.locator('input[name=email]').fill(process.env.E2E_EMAIL ?? '')
  await page.locator('input[name=password]').fill(process.env.E2E_PASSWORD ?? '')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${url}/`)
}

/** Begins an empty dashboard, which is then being composed. */
export const composeDashboard = async (page: Page): Promise<void> => {
  await page.goto('/dashboards?new=1')
  const dialog = page.getByRole('dialog', { name: 'New dashboard' })
  await dialog.getByRole('radio', { name: 'Empty' }).check()
  await dialog.getByRole('button', { name: 'Create and compose' }).click()
  await expect(page).toHaveURL(/\/dashboards\/[0-9a-f-]{36}\/edit/)
}

/** A call of the machine door with the tests' key. */
export const callApi = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
  const answer = await fetch(`${process.env.E2E_URL}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${process.env.E2E_KEY}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as T
}

/** Waits until the page's script has taken an element over: what is chosen in it before that is forgotten. */
export const takenOver = (element: Locator): Promise<void> =>
  expect.poll(() => element.evaluate((node) => Object.keys(node).some((name) => name.startsWith('__reactProps')))).toBe(true)

/** How long after a case was resolved its customer is asked, as an administrator who is signed in sets it. */
export const askAfter = async (page: Page, hours: number): Promise<void> => {
  await page.goto('/settings/cases')
  const field = page.getByLabel('Hours between resolving and asking')
  await takenOver(field)
  await field.fill(String(hours))
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved. Clocks that run go on by it.')).toBeVisible()
}
