import { expect, type Page, test } from '@playwright/test'
import { callApi, signIn } from '~tests/support/console'
import { faultsOf } from '~tests/support/faults'

type Items = { items: { id: string; number: number }[] }

/** The screen of a customer who answered, if one is known. */
const customerScreens = async (): Promise<string[]> => {
  const { items } = await callApi<Items>('GET', '/api/v1/responses?limit=1&where=customer.externalId:exists')
  const found = await Promise.all(
    items.map(({ id }) => callApi<{ customer: { id: string } | null }>('GET', `/api/v1/responses/${id}`)),
  )
  return found.flatMap(({ customer }) => (customer ? [`/customers/${customer.id}`] : []))
}

/** An index, so that a metric's screens have all that they can have. */
const makeIndex = (): Promise<unknown> =>
  callApi('PUT', '/api/v1/metrics/whole', {
    name: { en: 'The whole', 'zh-CN': '整体' },
    of: 'index',
    parts: ['nps', 'csat', 'ces'].map((metric) => ({ metric, weight: 1 })),
  })

/** A webhook and a chat, and a message of which nobody knows the receiver, so that their screens have what they can have. */
const makeTargets = async (): Promise<string> => {
  await callApi('PUT', '/api/v1/webhooks/erp', { url: 'https://erp.invalid/hook', events: ['case.closed'] })
  await callApi('PUT', '/api/v1/chats/group', {
    app: 'feishu',
    url: 'https://chat.invalid/hook',
    name: { en: 'Care', 'zh-CN': '客服' },
  })
  await callApi('PUT', '/api/v1/customers/refused', { name: 'Rita', email: 'rita@refused.example' })
  await callApi('POST', '/api/v1/bounces', { address: 'rita@refused.example', status: '5.1.1', reason: 'no such user' })
  const { delivery } = await callApi<{ delivery: string }>('POST', '/api/v1/webhooks/erp/test')
  return `/deliveries/${delivery}`
}

/** A dashboard of everything that its template has, in all that it can be seen in. */
const dashboardScreens = async (page: Page): Promise<string[]> => {
  await page.goto('/dashboards?new=1')
  await page.getByRole('dialog').locator('button[type=submit]').click()
  await page.waitForURL(/\/dashboards\/[0-9a-f-]{36}\/edit/)
  const dashboard = new URL(page.url()).pathname.replace(/\/edit$/, '')
  return ['', '/edit', '/wall', '/print'].map((path) => `${dashboard}${path}`)
}

const screens = async (dashboards: readonly string[]): Promise<string[]> => {
  const [responses, cases, deliveries] = await Promise.all([
    callApi<Items>('GET', '/api/v1/responses?limit=1'),
    callApi<Items>('GET', '/api/v1/cases?limit=1'),
    callApi<Items>('GET', '/api/v1/deliveries?limit=1'),
  ])
  return [
    '/',
    '/?where=score.nps:lte:6,customer.tier:in:[gold,silver]&compare=custom',
    '/?where=nonsense',
    '/dashboards',
    '/dashboards?new=1',
    ...dashboards,
    '/journey',
    '/journey?lens=dimension&beside=period',
    '/journey?where=response.locale:eq:en&beside=rest',
    '/journey?edit=1',
    '/surveys',
    '/surveys/delivery',
    '/surveys/delivery/share',
    '/surveys/templates',
    '/analysis/gap',
    '/responses',
    '/responses?where=answer.reason:exists&period=custom',
    ...responses.items.map(({ id }) => `/responses/${id}`),
    '/responses/exports',
    '/customers',
    '/customers?show=atRisk&sort=value',
    '/customers?q=nobody-is-called-so',
    ...(await customerScreens()),
    '/alerts',
    '/alerts?view=rules',
    '/alerts/new-rule',
    '/alerts/rules/detractor',
    '/cases',
    '/cases?view=done',
    '/cases/loop',
    '/cases/loop?period=365d&board=inTime',
    ...cases.items.map(({ number }) => `/cases/${number}`),
    '/deliveries',
    ...deliveries.items.map(({ id }) => `/deliveries/${id}`),
    '/status',
    '/settings',
    '/settings/members',
    '/settings/teams',
    '/settings/alerts',
    '/settings/cases',
    '/settings/metrics',
    '/settings/metrics/nps',
    '/settings/metrics/whole',
    '/settings/metrics/new',
    '/analysis/metrics/nps?asOf=2020-01-01T00:00:00Z',
    '/analysis/metrics/whole',
    '/analysis/metrics/on-time',
    '/analysis/metrics/on-time?where=response.locale:eq:en',
    '/settings/targets',
    '/settings/targets/new?channel=webhook',
    '/settings/targets/new?channel=chat',
    '/settings/targets/webhook/erp',
    '/settings/targets/chat/group',
    '/deliveries?target=webhook:erp',
    '/deliveries/refused',
    await makeTargets(),
    '/settings/programme',
    '/cases/999999999',
  ]
}

// The looks have nothing to do with one another: each worker takes one, on the installation that is its own.
test.describe.configure({ mode: 'parallel' })

for (const [colorScheme, locale, width] of [
  ['light', 'en', 1280],
  ['dark', 'zh-CN', 390],
] as const) {
  test.describe(`in the ${colorScheme} scheme, ${locale}, ${width} px wide`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } })

    test('the pages before the console are accessible', async ({ page }) => {
      for (const address of ['/sign-in', '/password/forgot', '/password/choose?token=old']) {
        await page.goto(address)
        expect(await faultsOf(page)).toEqual([])
      }
    })

    test('every screen is accessible, fits the window, and logs no error', async ({ page }) => {
      // Some thirty screens, each looked at by the checker: on a busy machine that takes its time.
      test.setTimeout(600_000)
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => {
        // The checker tries to run in the mail's frame too, whose sandbox refuses every script, as it should.
        if (message.type() === 'error' && !/status of 404|about:srcdoc.*sandboxed/.test(message.text()))
          errors.push(message.text())
      })
      await makeIndex()
      await signIn(page, locale)
      for (const path of await screens(await dashboardScreens(page))) {
        await page.goto(path)
        await expect(page.locator('main h1, main p').first()).toBeVisible()
        expect.soft(await faultsOf(page), path).toEqual([])
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect.soft(tooWide, `${path} is wider than the window`).toBeLessThanOrEqual(0)
      }
      expect(errors).toEqual([])
    })
  })
}
