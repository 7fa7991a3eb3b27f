import { expect, type Page, test } from '@playwright/test'
import {
  axeFaults,
  choose,
  press,
  publishSurvey,
  responsesOf,
  type StoredResponse,
  watchErrors,
} from '~tests/support/survey-page'
import { until } from '~tests/support/until'

const url = (process.env.E2E_URL ?? '').replace('127.0.0.1', 'localhost')
const survey = 'kiosk-spec'
const address = (channel: string, rest = '') => `${url}/s/${survey}?mode=kiosk&channel=${channel}${rest}`

test.beforeAll(() =>
  publishSurvey(survey, {
    locales: ['en', 'zh-CN'],
    title: { en: 'Our shop', 'zh-CN': '我们的店' },
    pages: [
      {
        questions: [
          { key: 'nps', kind: 'nps', required: true, text: { en: 'Would you recommend us?', 'zh-CN': '您会推荐吗？' } },
        ],
      },
      { questions: [{ key: 'reason', kind: 'text', text: { en: 'Why?', 'zh-CN': '为什么？' } }] },
    ],
    thanks: [{ text: { en: 'Thank you.', 'zh-CN': '谢谢。' }, link: { url: 'https://example.com/elsewhere' } }],
  }),
)

const mark = (page: Page) => page.locator('.kiosk-mark')
const isBlank = async (page: Page) => {
  await expect(page.getByText('Would you recommend us?')).toBeVisible()
  await expect(page.locator('input[name=nps]:checked')).toHaveCount(0)
}
const answer = async (page: Page, nps: number, reason: string) => {
  await choose(page, 'nps', nps)
  await press(page, 'Next')
  await page.getByLabel('Why?').fill(reason)
  await press(page, 'Send')
  await expect(page.getByText('Thank you.')).toBeVisible()
}
const storedOf = (channel: string, count: number): Promise<StoredResponse[]> =>
  until(
    async () => {
      const all = await responsesOf(survey, channel)
      return all.length === count && all.every(({ status }) => status === 'completed') ? all : undefined
    },
    `${count} responses from ${channel}`,
    30_000,
  )

test('after the thanks it begins anew, and nobody finds what the one before said', async ({ page }) => {
  const errors = watchErrors(page)
  await page.clock.install()
  await page.goto(address('next', '&thanks=60'))
  await answer(page, 3, 'A secret')
  await expect(page.getByText(/Starts again in \d+ s/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'example.com' })).toBeHidden()
  expect(await axeFaults(page)).toEqual([])
  await page.clock.runFor(61_000)
  await isBlank(page)
  for (const go of [() => page.goBack(), () => page.goForward()]) {
    await go()
    await expect(page.getByText('A secret')).toHaveCount(0)
  }
  await page.goto(address('next', '&thanks=60'))
  await isBlank(page)
  const left = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))
  expect(left).not.toContain('secret')
  await answer(page, 9, 'Another')
  await press(page, 'Start again')
  await isBlank(page)
  expect((await storedOf('next', 2)).map(({ answers }) => answers.nps).sort()).toEqual([3, 9])
  expect(errors).toEqual([])
})

test('who walks away is asked, and then forgotten', async ({ page }) => {
  await page.clock.install()
  await page.goto(address('away'))
  await choose(page, 'nps', 2)
  await expect(page.locator('.kept')).toHaveAttribute('data-state', 'saved')
  await page.clock.runFor(61_000)
  const question = page.getByRole('dialog', { name: 'Are you still there?' })
  await expect(question).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await press(page, 'Continue')
  await expect(question).toBeHidden()
  await expect(page.locator('input[name=nps][value="2"]')).toBeChecked()
  await page.clock.runFor(61_000)
  await expect(question).toBeVisible()
  await page.clock.runFor(20_000)
  await isBlank(page)
})

test('without a network it goes on, customer after customer, and sends all of it once', async ({ page, context }) => {
  await page.goto(address('dark', '&thanks=60'))
  await expect(mark(page)).toHaveAttribute('data-offline', 'ready')
  await context.setOffline(true)
  for (const [index, reason] of ['one', 'two', 'three'].entries()) {
    await answer(page, index, reason)
    await press(page, 'Start again')
    await isBlank(page)
    await expect(mark(page)).toHaveText(String(index + 1))
  }
  await context.setOffline(false)
  await expect(mark(page)).toHaveText('', { timeout: 30_000 })
  const stored = await storedOf('dark', 3)
  expect(stored.map(({ answers }) => answers.reason).sort()).toEqual(['one', 'three', 'two'])
})

test('another survey in the same browser goes past the kiosk’s worker', async ({ page, context }) => {
  await page.goto(address('beside'))
  await expect(mark(page)).toHaveAttribute('data-offline', 'ready')
  await page.goto(`${url}/s/${survey}?lang=en&channel=plain`)
  await expect(mark(page)).toHaveCount(0)
  await context.setOffline(true)
  await expect(page.reload()).rejects.toThrow()
  await context.setOffline(false)
})
