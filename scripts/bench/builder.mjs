// npm run bench:builder: how the survey editor feels with a survey of 200 questions in 10 languages. Chromium; from a key
// pressed to the frame that shows it, for typing, moving and undoing; and what autosave sends for one changed text.
import { chromium } from '@playwright/test'
import { findTools } from '../test/tools.mjs'
import { startInstallation } from './installation.mjs'

const QUESTIONS = 200
const LOCALES = ['en', 'zh-CN', 'zh-TW', 'ja', 'ko', 'es', 'fr', 'de', 'pt', 'ar']
const KEYS = 40
const admin = { email: 'admin@bench.example', password: 'correct-horse-battery-9' }

const texts = (words) => Object.fromEntries(LOCALES.map((locale) => [locale, `${words} (${locale})`]))

const survey = () => ({
  touchpoint: 'delivery',
  locales: LOCALES,
  title: texts('A long survey'),
  pages: Array.from({ length: QUESTIONS / 10 }, (_, page) => ({
    title: texts(`Part ${page + 1}`),
    questions: Array.from({ length: 10 }, (__, index) => {
      const number = page * 10 + index + 1
      const base = { key: `q${number}`, text: texts(`Question number ${number}: how was it?`) }
      if (number % 3 === 0) return { ...base, kind: 'rating' }
      if (number % 3 === 1)
        return { ...base, kind: 'text', showIf: number > 3 ? { field: 'answer.q3', op: 'lte', value: 3 } : undefined }
      return {
        ...base,
        kind: 'single_choice',
        options: Array.from({ length: 6 }, (___, option) => ({ key: `o${option}`, text: texts(`Option ${option}`) })),
      }
    }),
  })),
})

const prepare = async ({ call }) => {
  await call('PUT', '/api/v1/journeys/order', { name: 'Order', stages: [{ key: 'receive', name: 'Receive', phase: 'sale' }] })
  await call('PUT', '/api/v1/touchpoints/delivery', {
    name: 'Delivery',
    journey: 'order',
    stage: 'receive',
    channel: 'web',
    owner: admin.email,
  })
  await call('PUT', '/api/v1/surveys/long', JSON.parse(JSON.stringify(survey())))
}

/** Runs in the page: from each key to the frame after what it changed, in ms. */
const watch = () => {
  window.waits = []
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => window.waits.push(performance.now() - timeStamp)
        channel.port2.postMessage(undefined)
      })
    },
    { capture: true },
  )
}

const percentile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
}

const measure = async (page, name, press) => {
  await page.evaluate(() => {
    window.waits = []
  })
  for (let turn = 0; turn < KEYS; turn++) {
    await press(turn)
    await page.waitForTimeout(60)
  }
  await page.waitForFunction((wanted) => window.waits.length >= wanted, KEYS)
  const waits = await page.evaluate(() => window.waits)
  console.log(
    `${name}: p50 ${percentile(waits, 0.5).toFixed(0)} ms, p95 ${percentile(waits, 0.95).toFixed(0)} ms, longest ${Math.max(...waits).toFixed(0)} ms`,
  )
}

Object.assign(process.env, { ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password })
const { chromium: executablePath } = await findTools({ needsBrowser: true })
const earshot = await startInstallation()
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
try {
  await prepare(earshot)
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${earshot.url}/sign-in`)
  await page.fill('input[name=email]', admin.email)
  await page.fill('input[name=password]', admin.password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${earshot.url}/`)
  await page.addInitScript(watch)
  const began = Date.now()
  await page.goto(`${earshot.url}/surveys/long/edit`)
  const row = page.getByRole('treeitem', { name: /number 100:/ })
  await row.click()
  await page.locator('iframe').waitFor()
  console.log(`opened, with ${QUESTIONS} questions in ${LOCALES.length} languages, after ${Date.now() - began} ms`)
  let sent = 0
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/edit'))
      sent = Math.max(sent, request.postDataBuffer()?.length ?? 0)
  })
  await page.locator('textarea[data-name=text]').click()
  await measure(page, 'typing a letter', (turn) => page.keyboard.press('abcdefghij'[turn % 10]))
  await page.waitForFunction(() => document.querySelector('[data-saving]')?.getAttribute('data-saving') === 'saved')
  console.log(`autosave sent ${sent} bytes at most; the whole draft has ${JSON.stringify(survey()).length}`)
  await page.keyboard.press('Escape')
  await measure(page, 'moving a question', (turn) => page.keyboard.press(turn % 2 ? 'Alt+ArrowUp' : 'Alt+ArrowDown'))
  await measure(page, 'undoing', () => page.keyboard.press('Control+z'))
  await measure(page, 'going to the next question', () => page.keyboard.press('ArrowDown'))
} finally {
  await browser.close()
  await earshot.stop()
}
