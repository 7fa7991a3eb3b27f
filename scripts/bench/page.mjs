// npm run bench:page: how long a customer on a slow phone waits for the first question, and what is downloaded for it.
// Chromium, 400 ms a round trip, 1.6 Mbit/s down, 0.75 up, a processor four times slower; the median of seven cold loads.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { chromium } from '@playwright/test'
import { findTools } from '../test/tools.mjs'
import { startInstallation } from './installation.mjs'

const RUNS = 7
const SLOW = {
  offline: false,
  latency: 400,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
}
const CPU = 4

const survey = {
  touchpoint: 'delivery',
  title: 'Your delivery',
  pages: [
    { questions: [{ key: 'nps', kind: 'nps', role: 'outcome', required: true, text: 'How likely are you to recommend us?' }] },
    { questions: [{ key: 'reason', kind: 'text', long: true, text: 'What is the main reason?' }] },
  ],
  thanks: [{ text: 'Thank you.' }],
}

const prepare = async ({ call }) => {
  await call('PUT', '/api/v1/members/olga@shop.example', { name: 'Olga', role: 'owner' })
  await call('PUT', '/api/v1/journeys/order', { name: 'Order', stages: [{ key: 'receive', name: 'Receive', phase: 'sale' }] })
  await call('PUT', '/api/v1/touchpoints/delivery', {
    name: 'Delivery',
    journey: 'order',
    stage: 'receive',
    channel: 'web',
    owner: 'olga@shop.example',
  })
  await call('PUT', '/api/v1/surveys/delivery', survey)
  await call('POST', '/api/v1/surveys/delivery/publish')
}

/** A page of somebody else's, with the survey between its lines, in an element that has its height from the beginning. */
const startHost = async (earshot) => {
  const page = `<!doctype html><title>Shop</title><h1>Shop</h1><p>Before</p><div id="ask" style="min-height:480px"></div><p>After</p><script src="${earshot}/embed.js" data-survey="delivery" data-target="#ask" async></script>`
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(page)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() }
}

/** Runs in the page: notes when a question is first seen, and how much the layout moved. */
const watch = () => {
  window.seen = {}
  window.moved = 0
  window.movers = []
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      window.moved += value
      for (const { node, previousRect: from, currentRect: to } of sources)
        window.movers.push(`${node?.className || node?.nodeName}: ${from.x},${from.y} → ${to.x},${to.y}`)
    }
  }).observe({ type: 'layout-shift', buffered: true })
  const find = (root) =>
    root.querySelector('.question') ??
    [...root.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot && find(shadowRoot)).find(Boolean)
  const look = () => {
    const question = document.body && find(document)
    if (question?.checkVisibility({ visibilityProperty: true }) && question.getBoundingClientRect().height > 0) {
      // Seen once the frame that holds it is painted.
      requestAnimationFrame((at) => {
        window.seen.at = at
      })
    } else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

const loadOnce = async (browser, url) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', SLOW)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU })
  const sizes = new Map()
  session.on('Network.responseReceived', ({ requestId, response }) => sizes.set(requestId, { url: response.url, bytes: 0 }))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (sizes.has(requestId)) sizes.get(requestId).bytes = encodedDataLength
  })
  await page.addInitScript(watch)
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.waitForFunction(() => window.seen.at !== undefined)
  const { at, moved, movers } = await page.evaluate(() => ({
    at: window.seen.at,
    moved: window.moved,
    movers: window.movers,
  }))
  await context.close()
  const bytes = [...sizes.values()]
    .filter((one) => one.url !== url || url.includes('/s/'))
    .reduce((sum, one) => sum + one.bytes, 0)
  return { at, moved, movers, bytes }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

const measure = async (browser, name, url) => {
  const runs = []
  for (let run = 0; run < RUNS; run++) runs.push(await loadOnce(browser, url))
  const times = runs.map(({ at }) => Math.round(at))
  console.log(
    `${name}: first question after ${median(times)} ms (median of ${times.join(', ')}); ${runs[0].bytes} bytes on the wire, headers included; layout shift ${Math.max(...runs.map(({ moved }) => moved)).toFixed(4)}`,
  )
  for (const mover of new Set(runs.flatMap(({ movers }) => movers))) console.log(`  moved: ${mover}`)
}

const { chromium: executablePath } = await findTools({ needsBrowser: true })
const earshot = await startInstallation()
const host = await startHost(earshot.url)
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
try {
  await prepare(earshot)
  await measure(browser, 'hosted page', `${earshot.url}/s/delivery`)
  await measure(browser, 'embedded in a page', host.url)
} finally {
  await browser.close()
  host.stop()
  await earshot.stop()
}
