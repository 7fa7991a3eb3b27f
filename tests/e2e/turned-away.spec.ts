import { createHash } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { callApi } from '~tests/support/console'
import { openShop } from '~tests/support/shop-page'
import { choose, isSaved, press, publishSurvey, responseOf, watchErrors } from '~tests/support/survey-page'

const url = process.env.E2E_URL ?? ''
const full = 'We have heard enough of happy customers.'
const happy = { field: 'answer.nps', op: 'gte', value: 9 }

test.beforeAll(async () => {
  const pages = [
    { questions: [{ key: 'nps', kind: 'nps', required: true, text: 'Recommend us?' }] },
    { questions: [{ key: 'why', kind: 'text', required: true, text: 'Why?' }] },
  ]
  const thanks = [{ text: 'Thank you!' }, { outcome: 'quota_full', text: full }]
  await publishSurvey('one-happy', { title: 'One', pages, thanks, quotas: [{ key: 'happy', when: happy, limit: 1 }] })
  await publishSurvey('attacked', { title: 'Attacked', pages: pages.slice(0, 1), thanks })
  // The one place goes.
  await callApi('PUT', '/api/v1/responses/0193f3a0-0000-7000-8000-0000000a0001', {
    ...{ survey: 'one-happy', revision: 1, completed: true, answers: { nps: 10, why: 'first' } },
  })
})

test('who left the page that a full quota asks about behind is told, and keeps the rest of their time', async ({ page }) => {
  const errors = watchErrors(page)
  await page.goto('/s/one-happy?channel=early')
  await choose(page, 'nps', 9)
  // As long as the page is open the answer can be another.
  await isSaved(page)
  await expect(page.getByText('Recommend us?')).toBeVisible()
  await press(page, 'Next')
  await expect(page.locator('.thanks')).toContainText(full)
  await expect(page.locator('.thanks')).toBeFocused()
  expect((await responseOf('one-happy', 'early', 'disqualified')).answers).toEqual({ nps: 9 })
  expect(errors).toEqual([])
  // It is over in this tab: a reload begins anew.
  await page.reload()
  await expect(page.locator('[name=nps]:checked')).toHaveCount(0)
})

test('an answer that no quota asks about goes on to its end', async ({ page }) => {
  await page.goto('/s/one-happy?channel=on')
  await choose(page, 'nps', 3)
  await press(page, 'Next')
  await page.getByLabel('Why?').fill('Slow')
  await isSaved(page)
  await press(page, 'Send')
  await expect(page.locator('.thanks')).toContainText('Thank you!')
  expect((await responseOf('one-happy', 'on')).answers).toEqual({ nps: 3, why: 'Slow' })
})

test('an embed is over too, and says so to its page', async ({ page }) => {
  const shop = await openShop(url, 'data-survey="one-happy" data-channel="embedded"')
  try {
    await page.goto(shop.url)
    await page.waitForFunction(() => 'earshot' in window)
    await page.evaluate(() => {
      const host = window as unknown as { earshot: (...all: unknown[]) => void; over: unknown[] }
      host.over = []
      host.earshot('on', 'complete', (detail: unknown) => host.over.push(detail))
    })
    await choose(page, 'nps', 10)
    await press(page, 'Next')
    await expect(page.locator('.thanks')).toContainText(full)
    expect(await page.evaluate(() => (window as unknown as { over: unknown[] }).over)).toMatchObject([{ survey: 'one-happy' }])
  } finally {
    await shop.close()
  }
})

test('without a script the next page is the end', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: url })
  const page = await context.newPage()
  await page.goto('/s/one-happy')
  await choose(page, 'nps', 10)
  await press(page, 'Next')
  await expect(page.getByText(full)).toBeVisible()
  await expect(page.locator('form')).toHaveCount(0)
  await context.close()
})

test('asked for work by a survey under attack, the page does it and its answer is taken', async ({ page }) => {
  const [challenge, difficulty] = ['attacked.1700000000000.c2lnbmF0dXJl', 12]
  const tried: { proof?: { challenge: string; nonce: string }; completed: boolean }[] = []
  await page.route('**/api/v1/responses/*', async (route) => {
    tried.push(route.request().postDataJSON())
    if (tried.at(-1)?.proof) return route.continue()
    return route.fulfill({
      status: 429,
      headers: { 'retry-after': '5', 'content-type': 'application/problem+json' },
      body: JSON.stringify({ status: 429, challenge, difficulty }),
    })
  })
  await page.goto('/s/attacked?channel=worked')
  await choose(page, 'nps', 8)
  await isSaved(page)
  await press(page, 'Send')
  await expect(page.locator('.thanks')).toContainText('Thank you!')
  expect((await responseOf('attacked', 'worked')).answers).toEqual({ nps: 8 })
  // One proof for all saves of the response, and a right one.
  const [first, ...others] = tried
  expect(first?.proof).toBeUndefined()
  expect(others.map(({ proof }) => proof)).toEqual(others.map(() => others[0]?.proof))
  expect(tried.at(-1)?.completed).toBe(true)
  const { nonce } = others[0]?.proof ?? { nonce: '' }
  const hash = createHash('sha256')
    .update(`${challenge.split('.').at(-1)}.${nonce}`)
    .digest()
  expect(Math.clz32(hash.readUInt32BE(0))).toBeGreaterThanOrEqual(difficulty)
})

test('an address that is encoded wrong gets the survey’s own page, in the customer’s language', async ({ request }) => {
  const answer = await request.get('/s/%ff', { headers: { 'accept-language': 'zh-CN' } })
  expect(answer.status()).toBe(404)
  expect(await answer.text()).toContain('这里没有问卷')
})
