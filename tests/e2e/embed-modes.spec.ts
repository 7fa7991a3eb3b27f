import { type BrowserContextOptions, expect, type Locator, type Page, test } from '@playwright/test'
import { openShop } from '~tests/support/shop-page'
import {
  axeFaults,
  choose,
  countShifts,
  press,
  publishSurvey,
  responseOf,
  shiftOf,
  watchErrors,
} from '~tests/support/survey-page'

const url = process.env.E2E_URL ?? ''
const survey = 'modes-spec'
const question = 'Would you recommend us?'

test.beforeAll(() =>
  publishSurvey(survey, {
    locales: ['en', 'ar'],
    title: { en: 'Your visit', ar: 'زيارتك' },
    pages: [
      { questions: [{ key: 'nps', kind: 'nps', required: true, text: { en: question, ar: 'هل توصي بنا؟' } }] },
      { questions: [{ key: 'reason', kind: 'text', text: { en: 'Why?', ar: 'لماذا؟' } }] },
    ],
    thanks: [{ text: { en: 'Thank you, we read this today.', ar: 'شكرًا، سنقرأ هذا اليوم.' } }],
  }),
)

const before = '<p><a href="#top">A link</a> <button id="ask">Rate us</button></p>'
const after = `${'<p>Words of the shop that must stay where they are.</p>'.repeat(60)}`

const card = (page: Page): Locator => page.locator('dialog')
const call = (page: Page, ...args: unknown[]) =>
  page.evaluate((given) => (window as unknown as { earshot: (...all: unknown[]) => void }).earshot(...given), args)

type Way = { mode: string; trigger: string; act?: (page: Page) => Promise<unknown>; by?: BrowserContextOptions }
const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const scroll = (page: Page, top: number): Promise<void> => page.evaluate((y) => window.scrollTo(0, y), top)

const ways: Way[] = [
  { mode: 'popup', trigger: 'load' },
  { mode: 'popup', trigger: 'delay:0.2' },
  { mode: 'popup', trigger: 'scroll:50', act: (page) => scroll(page, 2000) },
  {
    mode: 'popup',
    trigger: 'exit',
    act: async (page) => {
      await page.mouse.move(300, 300)
      // The pointer has left through the top: no element of the page is under it.
      await page.evaluate(() => document.dispatchEvent(new MouseEvent('mouseout', { clientY: -1, relatedTarget: null })))
    },
  },
  {
    mode: 'slide',
    trigger: 'exit',
    by: phone,
    act: async (page) => {
      await scroll(page, 1500)
      await page.waitForFunction(() => scrollY > 1400)
      await scroll(page, 300)
    },
  },
  { mode: 'slide', trigger: 'load' },
  { mode: 'slide', trigger: 'load', by: phone },
  { mode: 'popup', trigger: 'load', by: phone },
  { mode: 'slide', trigger: 'event:bought', act: (page) => call(page, 'event', 'bought', { basket: 3 }) },
  { mode: 'popup', trigger: 'click:#ask', act: (page) => page.locator('#ask').click() },
  { mode: 'slide', trigger: 'click:#ask', by: phone, act: (page) => page.locator('#ask').tap() },
  { mode: 'tab', trigger: '', act: (page) => page.getByRole('button', { name: 'Feedback' }).click() },
  { mode: 'tab', trigger: '', by: phone, act: (page) => page.getByRole('button', { name: 'Feedback' }).tap() },
  { mode: 'button', trigger: '', act: (page) => page.getByRole('button', { name: 'Feedback' }).click() },
  { mode: 'button', trigger: '', by: phone, act: (page) => page.getByRole('button', { name: 'Feedback' }).tap() },
]

for (const [index, { mode, trigger, act, by }] of ways.entries()) {
  const how = `${mode}${trigger && ` on ${trigger}`}${by ? ', on a phone' : ''}`
  test(`${how}: comes in its moment, is answered, moves nothing, and is accessible`, async ({ browser }) => {
    const channel = `mode-${index}`
    const context = await browser.newContext(by ?? {})
    await countShifts(context)
    const page = await context.newPage()
    const errors = watchErrors(page)
    const attributes = `data-survey="${survey}" data-mode="${mode}" ${trigger && `data-trigger="${trigger}"`} data-channel="${channel}"`
    const shop = await openShop(url, attributes, { before, after })
    try {
      await page.goto(shop.url)
      if (act) {
        await expect.poll(() => page.evaluate(() => typeof (window as { earshot?: unknown }).earshot)).toBe('function')
        await expect(card(page).filter({ visible: true })).toHaveCount(0)
        await act(page)
      }
      await expect(page.getByText(question)).toBeVisible()
      expect(await axeFaults(page)).toEqual([])
      const box = await card(page).boundingBox()
      const view = page.viewportSize()
      expect(box && view && box.x >= 0 && box.x + box.width <= view.width && box.y + box.height <= view.height).toBe(true)
      await choose(page, 'nps', 9)
      await press(page, 'Next')
      await page.getByLabel('Why?').fill('Quick')
      await press(page, 'Send')
      await expect(page.getByText('Thank you, we read this today.')).toBeVisible()
      expect(await axeFaults(page)).toEqual([])
      const stored = await responseOf(survey, channel)
      expect(stored.answers).toEqual({ nps: 9, reason: 'Quick' })
      if (trigger === 'event:bought') expect(stored.context).toMatchObject({ event: 'bought', basket: '3' })
      await press(page, 'Close')
      await expect(card(page)).toBeHidden()
      expect(await shiftOf(page)).toBe(0)
      expect(errors).toEqual([])
    } finally {
      await shop.close()
      await context.close()
    }
  })
}

for (const by of [{}, phone])
  test(`inline keeps its place${by === phone ? ' on a phone' : ''}: nothing below moves, from the first byte to the thanks`, async ({
    browser,
  }) => {
    const context = await browser.newContext(by)
    await countShifts(context)
    const page = await context.newPage()
    const shop = await openShop(url, `data-survey="${survey}" data-channel="inline"`, { before, after, isAsync: false })
    try {
      await page.goto(shop.url)
      await choose(page, 'nps', 9)
      await press(page, 'Next')
      await press(page, 'Send')
      await expect(page.getByText('Thank you, we read this today.')).toBeVisible()
      expect(await axeFaults(page)).toEqual([])
      expect(await shiftOf(page)).toBe(0)
    } finally {
      await shop.close()
      await context.close()
    }
  })

test('a popup holds the focus, ends with Escape, and gives the focus back', async ({ page }) => {
  const shop = await openShop(url, `data-survey="${survey}" data-mode="popup" data-trigger="click:#ask"`, { before })
  try {
    await page.goto(shop.url)
    await page.waitForFunction(() => 'earshot' in window)
    await page.locator('#ask').focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Your visit' })).toBeVisible()
    const isInside = () =>
      page.evaluate(() => document.activeElement?.shadowRoot !== null && document.activeElement !== document.body)
    for (let step = 0; step < 6; step++) {
      await page.keyboard.press('Tab')
      // Between the last and the first the browser's own bars have their turn; the page itself never does.
      expect(await page.evaluate(() => document.activeElement?.matches('a,#ask'))).toBe(false)
    }
    await page.locator('input[name=nps]').first().focus()
    expect(await isInside()).toBe(true)
    await page.keyboard.press('Escape')
    await expect(card(page)).toBeHidden()
    await expect(page.locator('#ask')).toBeFocused()
  } finally {
    await shop.close()
  }
})

test('a slide leaves the focus where it was; a button takes it in and gets it back; both by keyboard alone', async ({ page }) => {
  const slide = await openShop(url, `data-survey="${survey}" data-mode="slide" data-trigger="event:go"`, { before })
  const button = await openShop(url, `data-survey="${survey}" data-mode="button" data-label="Tell us"`, { before })
  try {
    await page.goto(slide.url)
    await page.waitForFunction(() => 'earshot' in window)
    await page.locator('#ask').focus()
    await call(page, 'event', 'go')
    await expect(page.getByText(question)).toBeVisible()
    await expect(page.locator('#ask')).toBeFocused()

    await page.goto(button.url)
    const launcher = page.getByRole('button', { name: 'Tell us' })
    await launcher.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Your visit' })).toBeVisible()
    await expect(launcher).toBeHidden()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    await expect(page.locator('input[name=nps]:checked')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(launcher).toBeFocused()
    for (const one of [launcher]) {
      const box = await one.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
    }
  } finally {
    await slide.close()
    await button.close()
  }
})

test('once closed it doesn’t come by itself again, but whoever asks gets it; and where they were', async ({ page }) => {
  const shop = await openShop(url, `data-survey="${survey}" data-mode="popup"`, { before })
  try {
    await page.goto(shop.url)
    await choose(page, 'nps', 3)
    await press(page, 'Close')
    await page.reload()
    await page.waitForFunction(() => 'earshot' in window)
    await call(page, 'open', survey)
    await expect(page.locator('input[name=nps][value="3"]')).toBeChecked()
    await call(page, 'close', survey)
    await expect(card(page)).toBeHidden()
    const requests: string[] = []
    page.on('request', (request) => requests.push(new URL(request.url()).pathname))
    await page.reload({ waitUntil: 'networkidle' })
    // What isn't shown isn't downloaded either.
    expect(requests).toEqual(['/', '/embed.js'])
  } finally {
    await shop.close()
  }
})

for (const [mode, by] of [
  ['popup', {}],
  ['slide', phone],
] as const)
  test(`thanks that come late over a slow network move nothing: ${mode}${by === phone ? ' on a phone' : ''}`, async ({
    browser,
  }) => {
    const context = await browser.newContext(by)
    await countShifts(context)
    const page = await context.newPage()
    const shop = await openShop(url, `data-survey="${survey}" data-mode="${mode}" data-trigger="load"`, { before, after })
    let release = (): void => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    try {
      await page.goto(shop.url)
      await choose(page, 'nps', 9)
      await press(page, 'Next')
      await context.route('**/api/v1/responses/**', async (route) => {
        await held
        await route.continue()
      })
      const sent = await page.evaluate(() => performance.now())
      await press(page, 'Send')
      // What moves within half a second of a press counts as the customer's own doing.
      await page.waitForFunction((since) => performance.now() - since > 700, sent)
      release()
      await expect(page.getByText('Thank you, we read this today.')).toBeVisible()
      expect(await shiftOf(page)).toBe(0)
    } finally {
      release()
      await shop.close()
      await context.close()
    }
  })
