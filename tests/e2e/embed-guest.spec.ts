import { expect, type Page, test } from '@playwright/test'
import { openShop } from '~tests/support/shop-page'
import { axeFaults, choose, isSaved, press, publishSurvey, responseOf, watchErrors } from '~tests/support/survey-page'

const url = process.env.E2E_URL ?? ''
const survey = 'guest-spec'
const question = 'Would you recommend us?'

test.beforeAll(() =>
  publishSurvey(survey, {
    locales: ['en'],
    title: 'Your visit',
    pages: [{ questions: [{ key: 'nps', kind: 'nps', required: true, text: question }] }],
    thanks: [{ text: 'Thank you.' }],
  }),
)

const hostile = `
:root { --font: 3px; --brand: red; --ink: transparent; font-size: 3px }
* { all: unset !important; font-size: 3px !important; display: inline !important; color: yellow !important; direction: ltr }
button, dialog, input, label { display: none !important; visibility: hidden !important }
div { transform: scale(0.1) !important; opacity: 0.1 !important; z-index: -1 !important; height: 0 !important; overflow: hidden !important }
.wall { position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; display: block !important; pointer-events: none !important }
`

for (const mode of ['inline', 'popup', 'slide', 'button']) {
  test(`${mode}: styles that would spoil everything spoil nothing`, async ({ page }) => {
    const channel = `hostile-${mode}`
    const attributes = `data-survey="${survey}" data-mode="${mode}" data-channel="${channel}"`
    const shop = await openShop(url, attributes, { style: hostile, before: '<i class="wall"></i>' })
    try {
      await page.goto(shop.url)
      if (mode === 'button') await press(page, 'Feedback')
      const asked = page.getByText(question)
      await expect(asked).toBeVisible()
      const look = await asked.evaluate((element) => {
        const { fontSize, color, fontFamily } = getComputedStyle(element)
        const { width, height } = element.getBoundingClientRect()
        return { size: Number.parseFloat(fontSize), color, fontFamily, isLarge: width > 100 && height > 20 }
      })
      expect(look).toMatchObject({ color: 'rgb(29, 31, 33)', isLarge: true })
      expect(look.size).toBeGreaterThanOrEqual(16)
      expect(look.fontFamily).toContain('Segoe UI')
      await choose(page, 'nps', 8)
      await press(page, 'Send')
      await expect(page.getByText('Thank you.')).toBeVisible()
      expect((await responseOf(survey, channel)).answers).toEqual({ nps: 8 })
    } finally {
      await shop.close()
    }
  })
}

/** Another widget, of those that take a page for their own. */
const neighbour = `
  const push = history.pushState; history.pushState = function (...args) { window.__pushed = (window.__pushed ?? 0) + 1; return push.apply(this, args) }
  const get = window.fetch; window.fetch = function (...args) { window.__fetched = (window.__fetched ?? 0) + 1; return get.apply(this, args) }
  document.addEventListener('submit', (event) => { window.__submitted = (window.__submitted ?? 0) + 1 }, true)
  window.shop = { basket: 3 }
`

const stateOf = (page: Page) =>
  page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow ?? {}))
    frame.remove()
    const marksOf = (element: Element) => ({
      attributes: [...element.attributes].map(({ name, value }) => `${name}=${value}`),
      overflow: getComputedStyle(element).overflow,
      padding: getComputedStyle(element).padding,
    })
    return {
      globals: Object.getOwnPropertyNames(window).filter((name) => !plain.has(name) && !/^\d+$|^__/.test(name)),
      html: marksOf(document.documentElement),
      body: marksOf(document.body),
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      head: document.head.innerHTML,
      history: [history.length, JSON.stringify(history.state)],
      address: location.href,
      title: document.title,
      focus: document.activeElement?.id,
      scroll: scrollY,
      children: [...document.body.children].map(({ tagName }) => tagName),
    }
  })

test('beside three other widgets it touches nothing of the page but to stand on it', async ({ page }) => {
  const scripts = [
    `data-survey="${survey}" data-mode="slide" data-trigger="event:go" data-channel="guest"`,
    `data-survey="${survey}-b" data-mode="button"`,
    `data-survey="${survey}-c" data-mode="popup" data-trigger="event:other"`,
  ]
  const settings = { locales: ['en'], title: 'Another', pages: [{ questions: [{ key: 'nps', kind: 'nps', text: 'And this?' }] }] }
  await publishSurvey(`${survey}-b`, { ...settings, thanks: [{ text: 'Thanks.' }] })
  await publishSurvey(`${survey}-c`, { ...settings, thanks: [{ text: 'Thanks.' }] })
  const shop = await openShop(url, scripts, { script: neighbour, before: '<input id="search" aria-label="Search">' })
  try {
    const errors = watchErrors(page)
    await page.route('**/embed.js', (route) => route.abort())
    await page.goto(shop.url)
    await page.locator('#search').focus()
    const before = await stateOf(page)
    await page.unroute('**/embed.js')
    errors.length = 0
    await page.reload()
    await expect(page.getByRole('button', { name: 'Feedback' })).toBeVisible()
    await page.locator('#search').focus()
    await page.evaluate(() => (window as unknown as { earshot: (...all: unknown[]) => void }).earshot('event', 'go'))
    await expect(page.getByText(question)).toBeVisible()
    const during = await stateOf(page)
    expect(during).toEqual({
      ...before,
      globals: [...before.globals, 'earshot'],
      children: [...before.children, 'DIV', 'DIV', 'DIV'],
    })
    await choose(page, 'nps', 7)
    await isSaved(page)
    await press(page, 'Send')
    await expect(page.getByText('Thank you.')).toBeVisible()
    await press(page, 'Close')
    const { focus: _, ...after } = await stateOf(page)
    const { focus: __, ...then } = during
    expect(after).toEqual(then)
    expect(await page.evaluate(() => (window as unknown as { __pushed?: number }).__pushed)).toBeUndefined()
    expect(await axeFaults(page)).toEqual([])
    expect(errors).toEqual([])
    expect((await responseOf(survey, 'guest')).answers).toEqual({ nps: 7 })
  } finally {
    await shop.close()
  }
})

test('what the page called before the script came is done, and what it says of the customer is marked unproven', async ({
  page,
}) => {
  const script = `
    window.earshot = function () { (window.earshot.q = window.earshot.q || []).push(arguments) }
    window.told = []
    earshot('on', 'ready', (about) => told.push('ready ' + about.survey))
    earshot('on', 'answer', (about) => told.push(about.question + ' ' + about.value))
    earshot('on', 'complete', () => told.push('complete'))
    earshot('identify', { tier: 'gold', visits: 12, nested: { left: 'out' } })
    earshot('event', 'paid', { total: 42 })
    earshot('open', '${survey}')`
  const shop = await openShop(url, `data-survey="${survey}" data-mode="popup" data-trigger="event:never" data-channel="early"`, {
    script,
  })
  try {
    await page.goto(shop.url)
    await choose(page, 'nps', 10)
    await press(page, 'Send')
    await expect(page.getByText('Thank you.')).toBeVisible()
    const { context } = await responseOf(survey, 'early')
    expect(context).toEqual({ unverified_tier: 'gold', unverified_visits: '12', event: 'paid', total: '42' })
    expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual([
      `ready ${survey}`,
      'nps 10',
      'complete',
    ])
  } finally {
    await shop.close()
  }
})

test('the customer’s token goes with every save', async ({ page }) => {
  const shop = await openShop(url, `data-survey="${survey}" data-channel="token"`)
  try {
    await page.goto(shop.url)
    await page.waitForFunction(() => 'earshot' in window)
    await page.evaluate(() => (window as unknown as { earshot: (...all: unknown[]) => void }).earshot('identify', {}, 'a.b.c'))
    const saved = page.waitForRequest((request) => request.method() === 'PUT')
    await choose(page, 'nps', 6)
    expect((await saved).postDataJSON()).toMatchObject({ customerToken: 'a.b.c', answers: { nps: 6 } })
  } finally {
    await shop.close()
  }
})

test('who is quicker than the network has answered all the same: a choice and the button before the rest is there', async ({
  page,
}) => {
  const shop = await openShop(url, `data-survey="${survey}" data-channel="quick"`)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/widget/more-*.js', async (route) => {
    await held
    await route.continue()
  })
  try {
    await page.goto(shop.url)
    await choose(page, 'nps', 4)
    await press(page, 'Send')
    release()
    await expect(page.getByText('Thank you.')).toBeVisible()
    expect((await responseOf(survey, 'quick')).answers).toEqual({ nps: 4 })
    expect(page.url()).toBe(`${shop.url}/`)
  } finally {
    await shop.close()
  }
})

for (const part of ['more', 'words'])
  test(`a connection that breaks while ${part} comes delays what was chosen, and nothing more`, async ({ page }) => {
    const shop = await openShop(url, `data-survey="${survey}" data-channel="broken-${part}"`)
    let isBroken = true
    await page.route(`**/widget/${part}-*`, (route) => (isBroken ? route.abort('connectionreset') : route.continue()))
    try {
      const failed = page.waitForEvent('requestfailed')
      await page.goto(shop.url)
      await choose(page, 'nps', 4)
      await failed
      isBroken = false
      await expect(page.getByText('Saved', { exact: true })).toBeVisible()
      expect((await responseOf(survey, `broken-${part}`, 'partial')).answers).toEqual({ nps: 4 })
    } finally {
      await shop.close()
    }
  })

test('where the browser forbids storage it works all the same', async ({ page }) => {
  await page.addInitScript(() => {
    const forbid = (owner: object, name: string) =>
      Object.defineProperty(owner, name, {
        get: () => {
          throw new DOMException('forbidden', 'SecurityError')
        },
      })
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'BroadcastChannel']) forbid(window, name)
  })
  const shop = await openShop(url, `data-survey="${survey}" data-mode="slide" data-channel="bare"`)
  try {
    const errors = watchErrors(page)
    await page.goto(shop.url)
    await choose(page, 'nps', 5)
    await isSaved(page)
    await press(page, 'Send')
    await expect(page.getByText('Thank you.')).toBeVisible()
    expect((await responseOf(survey, 'bare')).answers).toEqual({ nps: 5 })
    expect(errors).toEqual([])
  } finally {
    await shop.close()
  }
})
