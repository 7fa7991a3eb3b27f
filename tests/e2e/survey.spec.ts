import { type Browser, expect, test } from '@playwright/test'
import { callApi } from '~tests/support/console'
import { openShop } from '~tests/support/shop-page'
import { axeFaults, choose, isTakenOver, press, watchErrors } from '~tests/support/survey-page'
import { until } from '~tests/support/until'

const url = process.env.E2E_URL ?? ''
const text = (en: string, zh: string) => ({ en, 'zh-CN': zh })
const owner = 'olga.survey@example.com'

const definition = {
  touchpoint: 'survey-spec',
  locales: ['en', 'zh-CN'],
  title: text('Your visit', '您的到访'),
  theme: { color: '#ffcc00' },
  progress: true,
  pages: [
    {
      questions: [
        { key: 'nps', kind: 'nps', required: true, text: text('Would you recommend us?', '您会推荐我们吗？') },
        { key: 'staff', kind: 'rating', scale: 5, text: text('Our staff', '我们的员工') },
        {
          key: 'loved',
          kind: 'text',
          showIf: { field: 'answer.nps', op: 'gte', value: 9 },
          text: text('What did you love?', '您最喜欢什么？'),
        },
      ],
    },
    {
      showIf: { field: 'answer.nps', op: 'lte', value: 6 },
      questions: [
        {
          key: 'topics',
          kind: 'multi_choice',
          required: true,
          other: true,
          text: text('What was it?', '是什么原因？'),
          options: [
            { key: 'price', text: text('Prices', '价格') },
            { key: 'queue', text: text('Waiting', '等候') },
          ],
        },
        { key: 'reason', kind: 'text', long: true, text: text('What went wrong?', '哪里出了问题？') },
      ],
    },
  ],
  thanks: [{ text: text('Thank you, we read this today.', '谢谢，我们今天就会阅读。') }],
}

test.beforeAll(async () => {
  await callApi('PUT', `/api/v1/members/${owner}`, { name: 'Olga Survey', role: 'owner' })
  await callApi('PUT', '/api/v1/journeys/survey-spec', { name: 'Visit', stages: [{ key: 'come', name: 'Come', phase: 'sale' }] })
  const place = { name: 'Shop', journey: 'survey-spec', stage: 'come', channel: 'web', owner }
  await callApi('PUT', '/api/v1/touchpoints/survey-spec', place)
  await callApi('PUT', '/api/v1/surveys/survey-spec', definition)
  await callApi('POST', '/api/v1/surveys/survey-spec/publish')
  await callApi('PUT', '/api/v1/alert-rules/survey-spec', {
    name: 'Survey spec',
    touchpoints: ['survey-spec'],
    when: { field: 'score.nps', op: 'lte', value: 6 },
    severity: 'high',
    notify: [{ to: 'touchpoint_owner', by: 'email' }],
    openCase: true,
  })
})

type Stored = { answers: Record<string, unknown>; context: Record<string, unknown> }
/** Each test answers through a channel of its own. */
const storedFrom = async (channel: string): Promise<Stored> => {
  const search = `/api/v1/responses?survey=survey-spec&status=completed&channel=${channel}`
  const found = await until(
    async () => (await callApi<{ items: { id: string }[] }>('GET', search)).items[0],
    `the response from ${channel}`,
  )
  return callApi<Stored>('GET', `/api/v1/responses/${found.id}`)
}

for (const javaScriptEnabled of [false, true]) {
  test(`the hosted survey is answered ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ browser }) => {
    const channel = `hosted-${javaScriptEnabled}`
    const context = await browser.newContext({ javaScriptEnabled, baseURL: url })
    const page = await context.newPage()
    const errors = watchErrors(page)
    await page.goto(`/s/survey-spec?lang=en&channel=${channel}`)
    if (javaScriptEnabled) await isTakenOver(page)
    await press(page, 'Next')
    await expect(page.locator('.summary')).toContainText('Please choose an answer.')
    await choose(page, 'nps', 3)
    await choose(page, 'staff', 2)
    await press(page, 'Next')
    await choose(page, 'topics', '_other')
    await page.locator('[name="_other.topics"]').fill('The door')
    await page.getByLabel('What went wrong?').fill('Nobody was there')
    await press(page, 'Back')
    await expect(page.locator('input[name=nps][value="3"]')).toBeChecked()
    await press(page, 'Next')
    await expect(page.getByLabel('What went wrong?')).toHaveValue('Nobody was there')
    await press(page, 'Send')
    await expect(page.getByText('Thank you, we read this today.')).toBeVisible()
    await expect(page.locator('form')).toHaveCount(0)
    expect((await storedFrom(channel)).answers).toEqual({
      nps: 3,
      staff: 2,
      topics: [{ other: 'The door' }],
      reason: 'Nobody was there',
    })
    // Without scripts the refused page is a document of its own, and its status is an "error" of the console.
    if (javaScriptEnabled) expect(errors).toEqual([])
    await context.close()
  })
}

test('with JavaScript questions come and go at once, and a reload goes on where it was', async ({ page }) => {
  const saved: unknown[] = []
  page.on('request', (request) => {
    if (request.method() === 'PUT') saved.push(request.postDataJSON())
  })
  await page.goto(`${url}/s/survey-spec?lang=en&channel=reload`)
  await choose(page, 'nps', 10)
  await expect(page.getByLabel('What did you love?')).toBeVisible()
  await choose(page, 'nps', 4)
  await expect(page.getByLabel('What did you love?')).toHaveCount(0)
  await press(page, 'Next')
  await choose(page, 'topics', 'queue')
  await expect.poll(() => saved.at(-1)).toMatchObject({ answers: { nps: 4, topics: ['queue'] }, completed: false })
  await page.reload()
  await expect(page.locator('input[name=topics][value=queue]')).toBeChecked()
  await page.goBack()
  await expect(page.locator('input[name=nps][value="4"]')).toBeChecked()
  await page.goForward()
  await press(page, 'Send')
  await expect(page.getByText('Thank you, we read this today.')).toBeVisible()
  expect((await storedFrom('reload')).answers).toEqual({ nps: 4, topics: ['queue'] })
  expect(new Set((saved as { revision: number }[]).map(({ revision }) => revision)).size).toBe(saved.length)
})

test('an answer given without a network arrives when there is one', async ({ page, context }) => {
  await page.goto(`${url}/s/survey-spec?lang=en&channel=offline`)
  await choose(page, 'nps', 8)
  await context.setOffline(true)
  await press(page, 'Send')
  await expect(page.getByText('You seem to be offline.', { exact: false })).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('You seem to be offline.', { exact: false })).toHaveCount(0)
  expect((await storedFrom('offline')).answers).toEqual({ nps: 8 })
})

test('the keyboard alone is enough', async ({ page }) => {
  await page.goto(`${url}/s/survey-spec?lang=en&channel=keyboard`)
  await page.locator('.page').waitFor()
  await page.keyboard.press('Tab')
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.locator('input[name=topics]').first().waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Thank you, we read this today.')).toBeVisible()
  const { answers } = await storedFrom('keyboard')
  expect(answers).toMatchObject({ topics: ['price'] })
})

test('an embed on another origin works under a strict policy and touches nothing', async ({ page }) => {
  const shop = await openShop(url, 'data-survey="survey-spec" data-lang="zh-CN" data-channel="embed" data-context-order-id="A-7"')
  try {
    const errors = watchErrors(page)
    await page.goto(shop.url)
    await expect(page.getByText('您会推荐我们吗？')).toBeVisible()
    await choose(page, 'nps', 5)
    await press(page, '下一步')
    await choose(page, 'topics', 'price')
    await press(page, '提交')
    await expect(page.getByText('谢谢，我们今天就会阅读。')).toBeVisible()
    expect(await storedFrom('embed')).toMatchObject({ answers: { nps: 5, topics: ['price'] }, context: { order_id: 'A-7' } })
    const globals = await page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow ?? {}))
      return Object.getOwnPropertyNames(window).filter((name) => !plain.has(name) && !/^\d+$/.test(name))
    })
    expect(globals.filter((name) => !name.startsWith('__'))).toEqual(['earshot'])
    expect(errors).toEqual([])
  } finally {
    await shop.close()
  }
})

test('an embed that can’t be shown says why, once, and leaves the page alone', async ({ page }) => {
  const shop = await openShop(url, 'data-survey="survey-spec" data-mode="sideways"')
  try {
    const warnings: string[] = []
    page.on('console', (message) => warnings.push(message.text()))
    await page.goto(shop.url)
    await expect.poll(() => warnings.filter((text) => text.startsWith('Earshot:'))).toHaveLength(1)
    await expect(page.locator('main > div')).toHaveCount(0)
  } finally {
    await shop.close()
  }
})

const narrow = (browser: Browser, colorScheme: 'light' | 'dark', locale: string) =>
  browser.newContext({ colorScheme, locale, viewport: { width: 320, height: 640 }, baseURL: url })

for (const colorScheme of ['light', 'dark'] as const) {
  for (const locale of ['en', 'zh-CN']) {
    test(`every page of the survey is accessible: ${colorScheme}, ${locale}, 320 px`, async ({ browser }) => {
      const context = await narrow(browser, colorScheme, locale)
      const page = await context.newPage()
      const words = locale === 'en' ? { next: 'Next', send: 'Send' } : { next: '下一步', send: '提交' }
      const check = async () => {
        expect(await axeFaults(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      }
      await page.goto(`/s/survey-spec?channel=axe`)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await check()
      await press(page, words.next)
      await expect(page.locator('.summary')).toBeFocused()
      await check()
      await choose(page, 'nps', 0)
      await choose(page, 'staff', 5)
      await check()
      await press(page, words.next)
      await choose(page, 'topics', '_other')
      await check()
      await page.locator('[name="_other.topics"]').fill('x')
      await press(page, words.send)
      await page.locator('.thanks').waitFor()
      await check()
      await page.goto('/s/no-such-survey')
      await check()
      await context.close()
    })
  }
}

type Mail = { to: string; text: string }
const linkFor = (words: string) =>
  until(async () => {
    const mails = (await (await fetch(process.env.E2E_INBOX ?? '')).json()) as Mail[]
    const mail = mails.find((one) => JSON.stringify(one).includes(words))
    return mail && /https?:\/\/[^\s"\\]+\/a\/[\w.-]+/.exec(JSON.stringify(mail))?.[0]
  }, 'the alert mail')

test('the link of an alert mail shows the case, and only its button acknowledges', async ({ browser, request }) => {
  const words = `Nobody answered ${crypto.randomUUID().slice(0, 8)}`
  const id = crypto.randomUUID()
  const body = { survey: 'survey-spec', revision: 1, answers: { nps: 1, topics: ['queue'], reason: words }, completed: true }
  expect((await request.put(`${url}/api/v1/responses/${id}`, { data: body })).status()).toBe(201)
  const link = await linkFor(words)
  const context = await narrow(browser, 'dark', 'en')
  const page = await context.newPage()
  const status = async () =>
    (await callApi<{ items: { status: string }[] }>('GET', `/api/v1/cases?response=${id}`)).items[0]?.status
  await request.head(link)
  await page.goto(link)
  await expect(page.getByText(words)).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  expect(await status()).toBe('open')
  await press(page, 'Acknowledge')
  await expect(page.getByText('Acknowledged. It is yours.')).toBeVisible()
  await expect(page.locator('.done')).toContainText('Olga Survey')
  expect(await axeFaults(page)).toEqual([])
  expect(await status()).toBe('acknowledged')
  await page.goto(link)
  await expect(page.getByText('Already acknowledged')).toBeVisible()
  expect((await page.goto(`${link.slice(0, -2)}xx`))?.status()).toBe(404)
  await context.close()
})
