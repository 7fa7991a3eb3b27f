// npm run bench:builder: how the survey editor feels with a survey of 200 questions in 10 languages. Chromium, processor not
// slowed; from a key pressed to the frame that shows what it changed, for typing, requiring, moving, undoing and going on; beside
// it what a bare page takes on this machine, and what autosave sends against the whole. Ends with status 1 where most edits of a sort
// are late. Going to another question changes nothing: it is told and not judged.
import { chromium } from '@playwright/test'
import { findTools } from '../test/tools.mjs'
import { startInstallation } from './installation.mjs'

const QUESTIONS = 200
const LOCALES = ['en', 'zh-CN', 'zh-TW', 'ja', 'ko', 'es', 'fr', 'de', 'pt', 'ar']
const EDITS = 60
/** In ms: how soon an edit is to be on screen. */
const LIMIT = 50
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

/**
 * Runs in the page: from each key (or click) to the frame after the outline shows what it changed, in ms. The outline is where an
 * edit arrives last: it hears of it from the draft, not from the field.
 */
const watch = () => {
  const seen = () => {
    const selected = document.querySelector('[role=treeitem][aria-selected=true]')
    const rows = [...(selected?.parentElement?.querySelectorAll('[role=treeitem]') ?? [])]
    return `${rows.indexOf(selected)} ${selected?.textContent} ${selected?.querySelectorAll('[role=img]').length}`
  }
  let start
  let before
  const afterFrame = (then) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = then
      channel.port2.postMessage(undefined)
    })
  const look = () => {
    if (seen() === before) afterFrame(look)
    else {
      window.waits.push(performance.now() - start)
      start = undefined
    }
  }
  window.arm = () => {
    before = seen()
    const begin = ({ timeStamp, key }) => {
      if (key === 'Control' || key === 'Alt' || start !== undefined) return
      start = timeStamp
      removeEventListener('keydown', begin, true)
      removeEventListener('pointerup', begin, true)
      afterFrame(look)
    }
    addEventListener('keydown', begin, true)
    addEventListener('pointerup', begin, true)
  }
}

const percentile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
}

/** What the page's own thread has worked so far, in ms of processor time: a busy machine makes it wait but not work more. */
const worked = async (session) => {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
}

const measure = async ({ page, session }, name, act) => {
  await page.waitForTimeout(1500)
  await page.evaluate(() => {
    window.waits = []
  })
  const before = await worked(session)
  for (let turn = 0; turn < EDITS; turn++) {
    await page.evaluate(() => window.arm())
    await act(turn)
    await page.waitForFunction((wanted) => window.waits.length > wanted, turn, { timeout: 5000 })
    await page.waitForTimeout(60)
  }
  const work = (await worked(session)) - before
  const waits = await page.evaluate(() => window.waits)
  const [median, high] = [percentile(waits, 0.5), percentile(waits, 0.95)]
  const verdict = high <= LIMIT ? 'all but a few within' : median <= LIMIT ? 'most within' : 'over'
  console.log(
    `${name.padEnd(28)} median ${median.toFixed(0).padStart(3)} ms, p95 ${high.toFixed(0).padStart(3)} ms (${verdict} ${LIMIT} ms), longest ${Math.max(
      ...waits,
    )
      .toFixed(0)
      .padStart(3)} ms; work ${(work / EDITS).toFixed(0)} ms an edit, with preview, saving and checks`,
  )
  return median <= LIMIT
}

/** How long a bare page takes for the same way, from a key to the frame that shows it: what no editor can be under. */
const floor = async (browser) => {
  const page = await browser.newPage()
  await page.setContent('<div role=tree><div role=treeitem aria-selected=true></div></div><textarea></textarea>')
  await page.evaluate(watch)
  await page.evaluate(() => {
    window.waits = []
    const [row] = document.querySelectorAll('[role=treeitem]')
    document.querySelector('textarea').addEventListener('input', ({ target }) => {
      row.textContent = target.value
    })
  })
  await page.locator('textarea').click()
  for (let turn = 0; turn < EDITS; turn++) {
    await page.evaluate(() => window.arm())
    await page.keyboard.press('a')
    await page.waitForFunction((wanted) => window.waits.length > wanted, turn)
    await page.waitForTimeout(30)
  }
  const waits = await page.evaluate(() => window.waits)
  await page.close()
  console.log(
    `${'a bare page'.padEnd(28)} median ${percentile(waits, 0.5).toFixed(0).padStart(3)} ms, p95 ${percentile(waits, 0.95).toFixed(0).padStart(3)} ms`,
  )
}

/** What one save sends, in bytes: of its operations, and of the request they go in. */
const watchSaves = (page) => {
  const saves = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/edit') && request.postData()?.includes('"operations"'))
      saves.push(request.postDataBuffer().length)
  })
  return saves
}

const isSaved = (page) =>
  page.waitForFunction(() => document.querySelector('[data-saving]')?.getAttribute('data-saving') === 'saved')

/** An installation of its own, or with BENCH_URL, BENCH_EMAIL, BENCH_PASSWORD and BENCH_KEY one that runs already. */
const install = async () => {
  const { BENCH_URL: url, BENCH_EMAIL: email, BENCH_PASSWORD: password, BENCH_KEY: key } = process.env
  if (!url) {
    Object.assign(process.env, { ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password })
    return startInstallation()
  }
  Object.assign(admin, { email, password })
  const call = async (method, path, body) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const response = await fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${method} ${path} answers ${response.status}: ${await response.text()}`)
  }
  return { url, call, stop: async () => undefined }
}

const { chromium: executablePath } = await findTools({ needsBrowser: true })
const earshot = await install()
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
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await floor(browser)
  const began = Date.now()
  await page.goto(`${earshot.url}/surveys/long/edit`)
  const row = page.getByRole('treeitem', { name: /number 100:/ })
  await row.click()
  await page.locator('iframe').waitFor()
  console.log(`opened, with ${QUESTIONS} questions in ${LOCALES.length} languages, after ${Date.now() - began} ms`)
  const saves = watchSaves(page)
  const at = { page, session }
  await page.locator('textarea[data-name=text]').click()
  const results = [await measure(at, 'typing a letter', (turn) => page.keyboard.press('abcdefghij'[turn % 10]))]
  await isSaved(page)
  const whole = JSON.stringify(survey()).length
  const most = Math.max(...saves)
  console.log(
    `autosave: ${saves.length} saves of at most ${most} bytes; the whole definition has ${whole}: ${(whole / most).toFixed(0)} times as many`,
  )
  await page.getByRole('checkbox', { name: 'An answer is required' }).focus()
  results.push(await measure(at, 'requiring an answer', () => page.keyboard.press('Space')))
  await page.keyboard.press('Escape')
  results.push(await measure(at, 'moving a question', (turn) => page.keyboard.press(turn % 2 ? 'Alt+ArrowUp' : 'Alt+ArrowDown')))
  results.push(await measure(at, 'undoing', () => page.keyboard.press('Control+z')))
  results.push(await measure(at, 'redoing', () => page.keyboard.press('Control+Shift+z')))
  await row.click()
  await measure(at, 'going to the next question', () => page.keyboard.press('ArrowDown'))
  await isSaved(page)
  if (saves.some((size) => size > whole / 20)) throw new Error(`a save sent ${Math.max(...saves)} bytes: more than what changed`)
  if (results.includes(false)) process.exitCode = 1
} finally {
  await browser.close()
  await earshot.stop()
}
