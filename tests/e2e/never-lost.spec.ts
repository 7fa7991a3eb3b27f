import { expect, type Page, test } from '@playwright/test'
import { choose, isSaved, isTakenOver, publishSurvey, responseOf, responsesOf } from '~tests/support/survey-page'
import { until } from '~tests/support/until'

const url = process.env.E2E_URL ?? ''
const survey = 'kept-spec'
const address = (channel: string) => `${url}/s/${survey}?lang=en&channel=${channel}`

test.beforeAll(() =>
  publishSurvey(survey, {
    locales: ['en'],
    title: 'Your visit',
    pages: [
      { questions: [{ key: 'nps', kind: 'nps', required: true, text: 'Would you recommend us?' }] },
      { questions: [{ key: 'reason', kind: 'text', text: 'Why?' }] },
    ],
    thanks: [{ text: 'Thank you.' }],
  }),
)

const state = (page: Page) => page.locator('.kept')
const storedAnswers = (channel: string, wanted: Record<string, unknown>) =>
  until(
    async () => {
      const [one] = await responsesOf(survey, channel)
      return JSON.stringify(one?.answers) === JSON.stringify(wanted) && one
    },
    `${JSON.stringify(wanted)} from ${channel}`,
  )

test('"Saved" stands there only when the server has said so', async ({ page }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/api/v1/responses/*', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(address('saved'))
  await expect(state(page)).toHaveCount(0)
  const sent = page.waitForRequest((request) => request.method() === 'PUT')
  await choose(page, 'nps', 3)
  await sent
  await expect(state(page)).toHaveAttribute('data-state', 'saving')
  await expect(page.getByText('Saved', { exact: true })).toHaveCount(0)
  release()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  expect((await responseOf(survey, 'saved', 'partial')).answers).toEqual({ nps: 3 })
})

test('offline it says that the answer waits here, and a later visit sends it', async ({ page, context }) => {
  await page.goto(address('later'))
  await context.setOffline(true)
  await choose(page, 'nps', 4)
  await expect(page.getByText('Offline: kept on this device for now')).toBeVisible()
  await page.close()
  await context.setOffline(false)
  const next = await context.newPage()
  await next.goto(address('later-visit'))
  expect((await responseOf(survey, 'later', 'partial')).answers).toEqual({ nps: 4 })
  expect(await responsesOf(survey, 'later-visit')).toEqual([])
})

test('an answer given offline survives a reload of the tab, and goes on from there', async ({ page }) => {
  await page.goto(address('reloaded'))
  await page.route('**/api/v1/responses/*', (route) => route.abort())
  await choose(page, 'nps', 2)
  await expect(state(page)).toHaveAttribute('data-state', 'kept')
  await page.unroute('**/api/v1/responses/*')
  await page.reload()
  await expect(page.locator('input[name=nps][value="2"]')).toBeChecked()
  await storedAnswers('reloaded', { nps: 2 })
})

test('what is chosen before the script comes stands over what the tab remembers', async ({ page }) => {
  await page.goto(address('early'))
  await choose(page, 'nps', 2)
  await isSaved(page)
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/widget/**', async (route) => {
    await held
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  await choose(page, 'nps', 6)
  letGo()
  await isTakenOver(page)
  await expect(page.locator('input[name=nps][value="6"]')).toBeChecked()
  await storedAnswers('early', { nps: 6 })
})

test('a click at the last moment is sent by a request that outlives the page', async ({ page }) => {
  await page.goto(address('last'))
  await choose(page, 'nps', 9)
  await page.goto('about:blank')
  expect((await responseOf(survey, 'last', 'partial')).answers).toEqual({ nps: 9 })
})

test('a duplicated tab begins a response of its own, a reloaded one goes on with its', async ({ page, context }) => {
  await page.goto(address('copy'))
  await choose(page, 'nps', 1)
  await isSaved(page)
  // Opened by the page itself, a tab brings a copy of its storage along, as a duplicated one does.
  const [copy] = await Promise.all([context.waitForEvent('page'), page.evaluate(() => void open(location.href))])
  await expect(copy.locator('.page')).toBeVisible()
  const remembered = await copy.evaluate(() => sessionStorage.getItem('earshot.kept-spec'))
  expect(remembered).toContain('"nps":1')
  await isTakenOver(copy)
  await expect(copy.locator('input[name=nps]:checked')).toHaveCount(0)
  await choose(copy, 'nps', 8)
  await isSaved(copy)
  await choose(page, 'nps', 0)
  await isSaved(page)
  await copy.reload()
  await expect(copy.locator('input[name=nps][value="8"]')).toBeChecked()
  const given = (await responsesOf(survey, 'copy')).map(({ answers }) => answers.nps)
  expect(given.sort()).toEqual([0, 8])
})

test('what the server refuses for good is said aloud', async ({ page }) => {
  await page.goto(address('refused'))
  await page.route('**/api/v1/responses/*', (route) => route.fulfill({ status: 410, body: '{}' }))
  await choose(page, 'nps', 3)
  await expect(page.getByRole('alert')).toContainText('Your answers could not be saved')
  await expect(page.getByText('Saved', { exact: true })).toHaveCount(0)
})

test('several tabs send what waits once', async ({ page, context }) => {
  await page.goto(address('waits'))
  await page.route('**/api/v1/responses/*', (route) => route.abort())
  await choose(page, 'nps', 7)
  await expect(state(page)).toHaveAttribute('data-state', 'kept')
  await page.close()
  const bodies: number[] = []
  context.on('request', (request) => {
    if (request.method() === 'PUT') bodies.push((request.postDataJSON() as { revision: number }).revision)
  })
  const tabs = await Promise.all([context.newPage(), context.newPage(), context.newPage()])
  await Promise.all(tabs.map((tab) => tab.goto(address('waits-others'))))
  expect((await responseOf(survey, 'waits', 'partial')).answers).toEqual({ nps: 7 })
  // Whoever sends it a second time sends the same revision, which changes nothing. The tab that was closed may have got it through
  // with its last breath; then the others have nothing to send.
  expect(new Set(bodies).size).toBeLessThanOrEqual(1)
})

test('two devices with one response both get through: the later answer stays', async ({ page, browser }) => {
  await page.goto(address('devices'))
  await choose(page, 'nps', 5)
  await isSaved(page)
  const copied = await page.evaluate(() => sessionStorage.getItem('earshot.kept-spec'))
  const other = await (await browser.newContext()).newPage()
  await other.addInitScript((kept) => sessionStorage.setItem('earshot.kept-spec', kept ?? ''), copied)
  await other.goto(address('devices'))
  await choose(other, 'nps', 6)
  await isSaved(other)
  await choose(page, 'nps', 7)
  await isSaved(page)
  expect((await responseOf(survey, 'devices', 'partial')).answers).toEqual({ nps: 7 })
  await other.context().close()
})
