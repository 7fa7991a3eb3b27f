import { expect, type Locator, type Page, test } from '@playwright/test'
import { allKinds } from '~tests/support/all-kinds'
import { openShop } from '~tests/support/shop-page'
import { publishSurvey } from '~tests/support/survey-page'

const url = process.env.E2E_URL ?? ''
const phone = { width: 375, height: 720 }

test.beforeAll(async () => {
  const { touchpoint: _, ...everything } = allKinds('looks')
  await publishSurvey('looks', everything)
  const pictures = everything.pages.flatMap(({ questions }) => questions).filter(({ kind }) => kind === 'image_choice')
  await publishSurvey('looks-pictures', { ...everything, pages: [{ questions: pictures }] })
})

const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox()
  if (!box) throw new Error(`${locator} is not to be seen`)
  return { ...box, right: box.x + box.width, bottom: box.y + box.height }
}
const point = (page: Page, key: string, value: number): Locator =>
  page.locator(`#q-${key} .point`).filter({ has: page.locator(`[value="${value}"]`) })
const end = (page: Page, key: string, which: 'first-child' | 'last-child'): Locator => page.locator(`#q-${key} .ends > :${which}`)

test('on a phone the words of a scale in two rows stand at its ends: above the first point, under the last', async ({ page }) => {
  await page.setViewportSize(phone)
  await page.goto('/s/looks')
  for (const [key, first, last] of [
    ['nps', 0, 10],
    ['ces', 1, 7],
  ] as const) {
    const [low, high] = [await boxOf(end(page, key, 'first-child')), await boxOf(end(page, key, 'last-child'))]
    const [start, finish] = [await boxOf(point(page, key, first)), await boxOf(point(page, key, last))]
    expect(low.bottom).toBeLessThanOrEqual(start.y)
    expect(low.x).toBeCloseTo(start.x, 0)
    expect(high.y).toBeGreaterThanOrEqual(finish.bottom)
    // The padding that brings it there is its own.
    const text = await end(page, key, 'last-child').evaluate((element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      return range.getBoundingClientRect().right
    })
    expect(text).toBeCloseTo(finish.right, 0)
  }
})

for (const size of [phone, { width: 1000, height: 800 }])
  test(`stars end where their words end, and scales are as wide as the page, at ${size.width} px`, async ({ page }) => {
    await page.setViewportSize(size)
    await page.goto('/s/looks')
    for (const key of ['stars', 'faces']) {
      const [first, last] = [
        await boxOf(page.locator(`#q-${key} svg`).first()),
        await boxOf(page.locator(`#q-${key} svg`).last()),
      ]
      expect((await boxOf(end(page, key, 'first-child'))).x).toBeCloseTo(first.x, 0)
      expect((await boxOf(end(page, key, 'last-child'))).right).toBeCloseTo(last.right, 0)
    }
    const [wide, five] = [await boxOf(page.locator('#q-nps .points')), await boxOf(page.locator('#q-csat .points'))]
    expect(five.width).toBeCloseTo(wide.width, 0)
  })

test('a short text is a line, a ranking has no holes, and numbers that are added up stand under each other', async ({ page }) => {
  await page.setViewportSize(phone)
  await page.goto('/s/looks')
  await page.locator('[name=nps][value="9"]').check()
  for (const next of ['#q-drink', '#q-order']) {
    await page.locator('button.primary').click()
    await expect(page.locator(next)).toBeVisible()
  }
  for (const row of await page.locator('#q-order .rank').all()) {
    const [option, grip] = [await boxOf(row.locator('.option')), await boxOf(row.locator('.grip'))]
    expect(grip.x - option.right).toBeLessThan(2)
  }
  await page.locator('[name="spent.work"]').fill('100')
  expect(await page.locator('[name="spent.work"]').evaluate((field) => getComputedStyle(field).textAlign)).toBe('end')
  await page.locator('button.primary').click()
  await expect(page.locator('#i-long')).toBeVisible()
  expect(await page.locator('#i-short').evaluate(({ nodeName }) => nodeName)).toBe('INPUT')
  expect((await boxOf(page.locator('#i-short'))).height).toBeLessThan(60)
  expect((await boxOf(page.locator('#i-long'))).height).toBeGreaterThan(150)
})

test('a picture that can’t be had leaves no hole, even where it failed before the script came', async ({ page }) => {
  const failed = page.waitForEvent('requestfailed', (request) => request.url().startsWith('https://pictures.example/'))
  await page.route('**/hosted-*', async (route) => {
    await failed
    await route.continue()
  })
  await page.route('https://pictures.example/**', (route) => route.abort())
  await page.goto('/s/looks-pictures')
  await expect(page.getByText('Sea view')).toBeVisible()
  await expect(page.locator('#q-picture img:not([hidden])')).toHaveCount(0)
  await expect(page.locator('#q-picture img')).toHaveCount(2)
})

const schemes: { of: string; page: string; attributes?: string; customer: 'light' | 'dark'; card: 'light' | 'dark' }[] = [
  { of: 'says nothing of it', page: '', customer: 'dark', card: 'light' },
  { of: 'has both', page: ':root { color-scheme: light dark }', customer: 'dark', card: 'dark' },
  { of: 'has both', page: ':root { color-scheme: light dark }', customer: 'light', card: 'light' },
  { of: 'is always dark', page: ':root { color-scheme: dark }', customer: 'light', card: 'dark' },
  { of: 'says it is dark on the script', page: '', attributes: 'data-scheme="dark"', customer: 'light', card: 'dark' },
  { of: 'leaves it to the customer', page: '', attributes: 'data-scheme="auto"', customer: 'dark', card: 'dark' },
  {
    of: 'wants it light',
    page: ':root { color-scheme: dark }',
    attributes: 'data-scheme="light"',
    customer: 'dark',
    card: 'light',
  },
]
for (const { of, page: style, attributes = '', customer, card } of schemes)
  for (const mode of ['inline', 'slide'])
    test(`${mode}, for a customer in the ${customer}, on a page that ${of}: ${card}`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme: customer })
      const page = await context.newPage()
      const shop = await openShop(url, `data-survey="looks" data-mode="${mode}" ${attributes}`, { style })
      try {
        await page.goto(shop.url)
        const sheet = page.locator('.sheet')
        await expect(sheet).toBeVisible()
        const colors = { light: 'rgb(255, 255, 255)', dark: 'rgb(27, 29, 32)' }
        await expect(sheet).toHaveCSS('background-color', colors[card])
        const brand = { light: '#0b7285', dark: '#3bc9db' }
        expect(await sheet.evaluate((element) => getComputedStyle(element).getPropertyValue('--brand').trim())).toBe(brand[card])
        await expect(page.locator('.survey')).toHaveCSS('color-scheme', card === customer ? /light|dark/ : card)
      } finally {
        await shop.close()
        await context.close()
      }
    })

test('a card that is longer than its window says so until its end', async ({ page }) => {
  await page.setViewportSize(phone)
  const shop = await openShop(url, 'data-survey="looks" data-mode="popup"')
  try {
    await page.goto(shop.url)
    const card = page.locator('dialog')
    await expect(card).toHaveClass(/more/)
    await page.locator('.scroll').evaluate((element) => element.scrollTo(0, element.scrollHeight))
    await expect(card).not.toHaveClass(/more/)
    await page.locator('.scroll').evaluate((element) => element.scrollTo(0, 0))
    await expect(card).toHaveClass(/more/)
  } finally {
    await shop.close()
  }
})
