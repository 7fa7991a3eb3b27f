import { gzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { allKinds, allLocales } from '~tests/support/all-kinds'
import { callApi } from '~tests/support/console'
import { openShop } from '~tests/support/shop-page'
import { axeFaults } from '~tests/support/survey-page'
import { until } from '~tests/support/until'

const url = process.env.E2E_URL ?? ''

test.beforeAll(async () => {
  const owner = 'kim.kinds@example.com'
  await callApi('PUT', `/api/v1/members/${owner}`, { name: 'Kim Kinds', role: 'owner' })
  await callApi('PUT', '/api/v1/journeys/every-kind', { name: 'Stay', stages: [{ key: 'stay', name: 'Stay', phase: 'sale' }] })
  const place = { name: 'Hotel', journey: 'every-kind', stage: 'stay', channel: 'web', owner }
  await callApi('PUT', '/api/v1/touchpoints/every-kind', place)
  await callApi('PUT', '/api/v1/surveys/every-kind', allKinds('every-kind'))
  const two = { key: 'nps', kind: 'nps', required: true, text: 'How likely?' }
  const small = {
    touchpoint: 'every-kind',
    title: 'Small',
    pages: [{ questions: [two, { key: 'why', kind: 'text', text: 'Why?' }] }],
  }
  await callApi('PUT', '/api/v1/surveys/two-kinds', small)
  for (const key of ['every-kind', 'two-kinds']) await callApi('POST', `/api/v1/surveys/${key}/publish`)
})

/** What is stored of the completed response that came through a channel of its own. */
const storedFrom = async (channel: string): Promise<Record<string, unknown>> => {
  const search = `/api/v1/responses?survey=every-kind&status=completed&channel=${channel}`
  const found = await until(
    async () => (await callApi<{ items: { id: string }[] }>('GET', search)).items[0],
    `the response from ${channel}`,
  )
  return (await callApi<{ answers: Record<string, unknown> }>('GET', `/api/v1/responses/${found.id}`)).answers
}

const expectAccessible = async (page: Page): Promise<void> => {
  expect(await axeFaults(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
}

/** On with Tab alone, until the focus is there. */
const reach = async (page: Page, selector: string): Promise<void> => {
  for (let step = 0; step < 90; step++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches ${selector}`)
}
const press = async (page: Page, selector: string, ...keys: string[]): Promise<void> => {
  await reach(page, selector)
  for (const key of keys) await page.keyboard.press(key)
}
const write = async (page: Page, selector: string, text: string): Promise<void> => {
  await reach(page, selector)
  await page.keyboard.type(text)
}
const goOn = async (page: Page, then: string): Promise<void> => {
  await expectAccessible(page)
  await press(page, 'button.primary', 'Enter')
  await page.locator(then).waitFor()
}

const given = {
  nps: 9,
  csat: 1,
  ces: 2,
  stars: 4,
  faces: 5,
  marks: 6,
  quiet: 55,
  drink: { other: 'Mate' },
  liked: ['pool', 'view'],
  city: 'evora',
  picture: 'sea',
  order: ['place', 'price', 'clean'],
  parts: { desk: 'good', bath: 'bad', wifi: 'fair' },
  spent: { work: 60, rest: 40 },
  gap: { experience: 1, expectation: 10, importance: 1 },
  short: 'Lovely',
  long: 'Two\nlines',
  nights: 2.5,
  day: '2024-02-29',
  person: { name: 'Ana', email: 'ana@example.com', phone: '+49 30 1234', company: 'Tea' },
  agreed: true,
}

for (const locale of allLocales) {
  test(`every kind is answered by keyboard alone, at 320 px, in ${locale}`, async ({ browser }) => {
    const page = await (await browser.newContext({ viewport: { width: 320, height: 640 }, baseURL: url })).newPage()
    await page.goto(`/s/every-kind?lang=${locale}&channel=keys-${locale.toLowerCase()}`)
    await page.locator('input[type=range]').waitFor()
    await press(page, '[name=nps]', ...Array.from({ length: 9 }, () => 'ArrowDown'))
    await press(page, '[name=csat]', 'Space')
    await press(page, '[name=ces]', 'ArrowDown')
    await press(page, '[name=stars]', 'ArrowDown', 'ArrowDown', 'ArrowDown')
    await press(page, '[name=faces]', 'ArrowUp')
    await press(page, '[name=marks]', 'ArrowUp')
    await press(page, '#i-quiet', 'ArrowUp')
    await goOn(page, '#i-city')

    await press(page, '[name=drink]', 'ArrowUp')
    await write(page, '[name="_other.drink"]', 'Mate')
    await press(page, '[name=liked][value=pool]', 'Space')
    await press(page, '[name=liked][value=view]', 'Space')
    await write(page, '#i-city', 'evo')
    await page.keyboard.press('Enter')
    await expect(page.locator('#i-city')).toHaveValue('Évora')
    await press(page, '[name=picture]', 'Space')
    await goOn(page, '#q-order')

    await press(page, '#q-order [data-key=price] button', 'Enter')
    await press(page, '#q-order [data-key=place] button', 'Enter', 'ArrowUp')
    await expect(page.locator('#q-order [role=status]')).toHaveText(/1/)
    await press(page, '#q-order [data-key=clean] button', 'Enter')
    await press(page, '[name="parts.desk"]', 'ArrowUp')
    await press(page, '[name="parts.bath"]', 'Space')
    await press(page, '[name="parts.wifi"]', 'ArrowDown')
    await write(page, '[name="spent.work"]', '60')
    await write(page, '[name="spent.rest"]', '40')
    await press(page, '[name="gap.experience"]', 'Space')
    await press(page, '[name="gap.expectation"]', 'ArrowUp')
    await press(page, '[name="gap.importance"]', 'Space')
    await goOn(page, '#i-short')

    await write(page, '#i-short', 'Lovely')
    await write(page, '#i-long', 'Two\nlines')
    await write(page, '#i-nights', '2,5')
    // A date's parts stand in the order of the browser's own language, which is not the page's to say.
    await page.locator('#i-day').fill('2024-02-29')
    await goOn(page, '[name="person.name"]')

    for (const [part, text] of Object.entries(given.person)) await write(page, `[name="person.${part}"]`, text)
    await press(page, '[name=agreed][type=checkbox]', 'Space')
    await goOn(page, '.thanks')
    await expectAccessible(page)
    if (locale === 'en') await expect(page.locator('.thanks')).toContainText('Thank you, Ana!')
    expect(await storedFrom(`keys-${locale.toLowerCase()}`)).toEqual(given)
    await page.context().close()
  })
}

test('every kind is answered without JavaScript, files too', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL: url })).newPage()
  const choose = (name: string, value: string | number) => page.locator(`[name="${name}"][value="${value}"]`).check()
  const fill = (name: string, text: string) => page.locator(`[name="${name}"]`).fill(text)
  const next = () => page.locator('button.primary').click()
  await page.goto('/s/every-kind?lang=en&channel=plain')
  for (const key of ['nps', 'csat', 'ces', 'stars', 'faces', 'marks'] as const) await choose(key, given[key])
  await fill('quiet', '55')
  await next()
  await choose('drink', '_other')
  await fill('_other.drink', 'Mate')
  for (const value of given.liked) await choose('liked', value)
  await page.locator('select[name=city]').selectOption('evora')
  await choose('picture', 'sea')
  await next()
  for (const [rank, key] of given.order.entries())
    await page.locator(`select[name="order.${key}"]`).selectOption(String(rank + 1))
  for (const [row, column] of Object.entries(given.parts)) await choose(`parts.${row}`, column)
  for (const [part, value] of Object.entries(given.spent)) await fill(`spent.${part}`, String(value))
  for (const [part, value] of Object.entries(given.gap)) await choose(`gap.${part}`, value)
  await next()
  await fill('short', given.short)
  await fill('long', given.long)
  await fill('nights', '2.5')
  await fill('day', given.day)
  await next()
  const picture = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(5000, 7)])
  const photo = { name: 'room.png', mimeType: 'image/png', buffer: picture }
  await page.locator('[name=files][type=file]').setInputFiles([photo, { ...photo, name: 'side.png' }])
  for (const [part, text] of Object.entries(given.person)) await fill(`person.${part}`, text)
  await next()
  await expect(page.locator('.summary')).toContainText('Please agree to go on.')
  // What was sent is there, and can be taken out.
  await expect(page.getByRole('checkbox', { name: /^File \d$/ })).toHaveCount(2)
  await page.getByRole('checkbox', { name: 'File 2' }).uncheck()
  await page.locator('[name=agreed][type=checkbox]').check()
  await next()
  await expect(page.locator('.thanks')).toContainText('Thank you, Ana!')
  const stored = await storedFrom('plain')
  expect(stored).toEqual({ ...given, files: [expect.any(String)] })
  await page.context().close()
})

test('what is wrong is announced, named, and led to', async ({ page }) => {
  await page.goto(`${url}/s/every-kind?lang=en&channel=faults`)
  await page.locator('input[type=range]').waitFor()
  await page.locator('button.primary').click()
  await expect(page.locator('.summary')).toBeFocused()
  await expect(page.getByRole('alert')).toContainText('Would you recommend us? Please choose an answer.')
  await expect(page.getByRole('radiogroup', { name: 'Would you recommend us?' })).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('alert').getByRole('link').click()
  await expect(page.locator('[name=nps]').first()).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.locator('.fault')).toHaveCount(0)
})

test('the accessibility tree names every group, field and end of a scale', async ({ page }) => {
  await page.goto(`${url}/s/every-kind?lang=en&channel=tree`)
  await page.locator('input[type=range]').waitFor()
  await expect(page.locator('#q-csat')).toMatchAriaSnapshot(`
    - radiogroup "How satisfied are you? optional":
      - radio "1 , Very dissatisfied"
      - text: ""
      - radio "2"
      - radio "3"
      - radio "4"
      - radio "5 , Very satisfied"
  `)
  await expect(page.getByRole('slider', { name: 'How quiet was it?' })).toHaveAttribute('aria-valuetext', 'Not answered')
  await page.locator('[name=nps]').first().check()
  await page.locator('button.primary').click()
  await expect(page.getByRole('combobox', { name: 'Where do you live?' })).toHaveAttribute('aria-expanded', 'false')
  await page.getByRole('combobox').click()
  await expect(page.getByRole('listbox', { name: 'Where do you live?' }).getByRole('option')).toHaveCount(10)
  await page.keyboard.press('Escape')
  await page.locator('button.primary').click()
  await expect(page.getByRole('button', { name: 'Price' })).toHaveAttribute('aria-pressed', 'false')
  await expect(page.getByRole('table', { name: 'How were these?' }).getByRole('radio', { name: 'Bathroom: Fair' })).toBeVisible()
  await expect(page.getByRole('radiogroup', { name: 'What you expected' })).toBeVisible()
})

test('a file shows that it is on its way, holds the end up until it is there, and can be taken back', async ({ page }) => {
  let arrive = (): void => undefined
  const isThere = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route('**/api/v1/uploads?*', async (route) => {
    const [request, id] = [route.request(), crypto.randomUUID()]
    expect(new URL(request.url()).searchParams.get('question')).toBe('files')
    expect(request.headers()['x-file-name']).toBe('caf%C3%A9.png')
    await isThere
    await route.fulfill({ status: 201, json: { id, name: 'café.png', size: 1, type: 'image/png' } })
  })
  await page.goto(`${url}/s/every-kind?lang=en&channel=file`)
  await page.locator('input[type=range]').waitFor()
  await page.locator('[name=nps]').first().check()
  for (const next of ['#q-order', '#i-short', '#q-files']) {
    await page.locator('button.primary').click()
    if (next === '#q-order') await page.locator('button.primary').click()
    await page.locator(next).waitFor()
  }
  await page.locator('#i-files').setInputFiles({ name: 'café.png', mimeType: 'image/png', buffer: Buffer.from('x') })
  await expect(page.getByRole('progressbar', { name: 'café.png' })).toBeVisible()
  await page.locator('button.primary').click()
  await expect(page.locator('.summary')).toContainText('Please wait until the files are here.')
  arrive()
  await expect(page.locator('#q-files .fault')).toHaveCount(0)
  await page.locator('#i-files').setInputFiles({ name: 'big.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(1_100_000) })
  await expect(page.locator('#q-files')).toContainText('This file is too large.')
  await page.getByRole('button', { name: 'Remove: big.pdf' }).click()
  await expect(page.locator('#q-files li')).toHaveCount(1)
})

test('a page loads the kinds that its survey uses, no others, and is small', async ({ page, request }) => {
  const loaded: string[] = []
  page.on('response', (response) => {
    if (response.url().includes('/widget/')) loaded.push(new URL(response.url()).pathname)
  })
  await page.goto(`${url}/s/two-kinds`)
  await page.locator('[name=nps]').first().check()
  await page.waitForLoadState('networkidle')
  const html = await (await request.get(`${url}/s/two-kinds`)).text()
  const scripts = await Promise.all([...new Set(loaded)].map(async (path) => (await request.get(url + path)).text()))
  const preloaded = [...html.matchAll(/modulepreload" nonce="[^"]+" href="([^"]+)"/g)].map(([, path]) => path)
  expect([...new Set(loaded)].sort()).toEqual([...new Set([...preloaded, /src="([^"]+)"/.exec(html)?.[1]])].sort())
  expect(scripts.some((script) => script.includes('minLength'))).toBe(true)
  for (const trace of ['combobox', 'aria-pressed', 'x-file-name', 'constant-sum', 'columns.map']) {
    expect(html).not.toContain(trace)
    expect(scripts.filter((script) => script.includes(trace))).toEqual([])
  }
  const bytes = [html, ...scripts].map((text) => gzipSync(text, { level: 9 }).length).reduce((all, size) => all + size, 0)
  expect(bytes).toBeLessThanOrEqual(25_600)
})

test('an embed shows and takes kinds of its later pages too', async ({ page }) => {
  const shop = await openShop(url, 'data-survey="every-kind" data-lang="en" data-channel="embed-kinds"')
  try {
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    await page.goto(shop.url)
    await page.locator('input[type=range]').waitFor()
    await page.locator('[name=nps][value="9"]').check()
    await page.locator('button.primary').click()
    await page.locator('#i-city').fill('ghe')
    await page.keyboard.press('Enter')
    await expect(page.locator('#i-city')).toHaveValue('Ghent')
    await page.locator('button.primary').click()
    await page.locator('#q-order [data-key=calm] button').first().click()
    await expect(page.locator('#q-order li').first()).toContainText('Calm')
    expect(errors).toEqual([])
  } finally {
    await shop.close()
  }
})
