import { expect, type Page, test } from '@playwright/test'
import { callApi } from '~tests/support/console'
import { faultsOf } from '~tests/support/faults'

const owner = 'olga.invited@example.com'
const definition = {
  touchpoint: 'invited',
  locales: ['en', 'zh-CN'],
  title: { en: 'Your order', 'zh-CN': '您的订单' },
  pages: [
    {
      questions: [
        { key: 'nps', kind: 'nps', required: true, text: { en: 'Would you recommend us?', 'zh-CN': '您会推荐我们吗？' } },
        { key: 'speed', kind: 'rating', scale: 5, text: { en: 'Speed', 'zh-CN': '速度' } },
      ],
    },
    { questions: [{ key: 'reason', kind: 'text', long: true, text: { en: 'Why?', 'zh-CN': '为什么？' } }] },
  ],
  thanks: [{ text: { en: 'Thank you, all of it arrived.', 'zh-CN': '谢谢' } }],
}

test.beforeAll(async () => {
  await callApi('PUT', `/api/v1/members/${owner}`, { name: 'Olga Invited', role: 'owner' })
  await callApi('PUT', '/api/v1/journeys/invited', { name: 'Order', stages: [{ key: 'get', name: 'Get', phase: 'sale' }] })
  const place = { name: 'Order', journey: 'invited', stage: 'get', channel: 'email', owner }
  await callApi('PUT', '/api/v1/touchpoints/invited', place)
  await callApi('PUT', '/api/v1/surveys/invited', definition)
  await callApi('POST', '/api/v1/surveys/invited/publish')
})

type Answered = { id: string; answers: Record<string, unknown>; status: string; customer: { externalId: string } | null }

const linkFor = async (externalId: string): Promise<string> =>
  (await callApi<{ url: string }>('POST', '/api/v1/invitations', { survey: 'invited', customer: { externalId } })).url

/** What is stored of every response to this survey. */
const stored = async (): Promise<Answered[]> => {
  const { items } = await callApi<{ items: { id: string }[] }>('GET', '/api/v1/responses?survey=invited&limit=200')
  return Promise.all(items.map(({ id }) => callApi<Answered>('GET', `/api/v1/responses/${id}`)))
}
const storedOf = async (externalId: string): Promise<Answered | undefined> =>
  (await stored()).find(({ customer }) => customer?.externalId === externalId)

const score = (page: Page, value: number) => page.locator(`input[name=nps][value="${value}"]`)

test('a machine that opens a mail’s link, runs its scripts and waits records nothing', async ({ page }) => {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`)
  })
  const url = `${await linkFor('scanned')}?nps=9`
  for (const method of ['GET', 'HEAD']) expect((await fetch(url, { method })).status).toBe(200)
  await page.clock.install()
  await page.goto(url)
  await expect(score(page, 9)).toBeChecked()
  // Longer than any save that an answer would have brought, and than a scanner looks.
  await page.clock.runFor(60_000)
  await page.goto('about:blank')
  expect(sent).toEqual([])
  expect(await storedOf('scanned')).toBeUndefined()
})

test('the filled-in answer counts when its customer presses the button, and not before', async ({ page }) => {
  await page.goto(`${await linkFor('confirming')}?nps=9`)
  await expect(score(page, 9)).toBeChecked()
  await page.locator('input[name=speed][value="4"]').check()
  await expect.poll(async () => (await storedOf('confirming'))?.answers).toEqual({ speed: 4 })
  await page.getByRole('button', { name: 'Next' }).click()
  await expect.poll(async () => (await storedOf('confirming'))?.answers).toEqual({ nps: 9, speed: 4 })
})

test('another device with the same link goes on, and the first one’s thanks is everybody’s', async ({ page, browser }) => {
  const url = await linkFor('two-devices')
  await page.goto(url)
  await score(page, 3).check()
  await page.getByRole('button', { name: 'Next' }).click()
  await expect.poll(async () => (await storedOf('two-devices'))?.answers).toEqual({ nps: 3 })
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage()
  await phone.goto(url)
  await phone.getByRole('textbox', { name: 'Why?' }).fill('From the phone')
  await phone.getByRole('button', { name: 'Send' }).click()
  await expect(phone.getByText('Thank you, all of it arrived.')).toBeVisible()
  expect(await storedOf('two-devices')).toMatchObject({ status: 'completed', answers: { nps: 3, reason: 'From the phone' } })
  await page.goto(url)
  await expect(page.getByText('You have answered already.')).toBeVisible()
  expect(await stored().then((all) => all.filter(({ customer }) => customer?.externalId === 'two-devices'))).toHaveLength(1)
  await phone.context().close()
})

test('unsubscribing takes one button, which anybody can use', async ({ page }) => {
  const made = await callApi<{ unsubscribeUrl: string }>('POST', '/api/v1/invitations', {
    survey: 'invited',
    customer: { externalId: 'leaving' },
  })
  await page.goto(made.unsubscribeUrl)
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'You won’t be asked again' })).toBeVisible()
  const again = await callApi<{ state: string }>('POST', '/api/v1/invitations', {
    survey: 'invited',
    customer: { externalId: 'leaving' },
  })
  expect(again.state).toBe('skipped')
})

test('nobody but a robot meets the field that is a trap', async ({ page }) => {
  await page.goto(await linkFor('careful'))
  const trap = page.locator('input[name=_website]')
  await expect(trap).toHaveCount(1)
  await expect(trap).toHaveAttribute('tabindex', '-1')
  expect(await faultsOf(page)).toEqual([])
  await expect(page.getByRole('textbox')).toHaveCount(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})
