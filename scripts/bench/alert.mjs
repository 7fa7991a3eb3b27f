// npm run bench:alert [SECONDS] [redis|database]: how long it takes from submitting a bad answer until its alert was handed to the mail server and told
// to a webhook, with 200 enabled rules: at 50 answers a second with the queue in Redis, and at 20 with it in the database. Every bad
// answer is told once, none twice, and no good one. Then how soon one that was left half-way is told. Status 1 where a goal is missed.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import PostalMime from 'postal-mime'
import { findPort } from '../lib/preflight.mjs'
import { findTools } from '../test/tools.mjs'
import { startInstallation } from './installation.mjs'
import { startMailbox, startReceiver } from './mailbox.mjs'

const SECONDS = Number(process.argv[2] ?? 30)
const only = process.argv[3]
const RULES = 200
const IDLE_SECONDS = 5
/** How many seconds after its rest an answer that was left half-way is to be told. */
const ABANDONED_SECONDS = 30
const places = Array.from({ length: 10 }, (_, index) => `place-${index}`)

/** Rules that look at scores, words, customers, events and answers; only `unhappy` fires. */
const ruleOf = (index) => ({
  name: `Rule ${index}`,
  touchpoints: index % 2 ? 'all' : [places[index % 10], places[(index + 7) % 10]],
  when: {
    all: [
      { field: 'score.nps', op: 'lte', value: index % 9 },
      {
        any: [
          { field: 'answer.reason', op: 'contains', value: 'late' },
          { field: 'text.sentiment', op: 'lt', value: -0.3 },
        ],
      },
      { field: 'customer.tier', op: 'in', value: ['gold', `tier-${index}`] },
      { not: { field: 'event.courier', op: 'eq', value: `courier-${index % 5}` } },
    ],
  },
  severity: 'medium',
  notify: [{ to: 'touchpoint_owner', by: 'email' }],
})

const each = (make) => Object.fromEntries(places.map((key) => [key, make(key)]))
const questions = [
  { key: 'nps', kind: 'nps', role: 'outcome', text: 'How likely are you to recommend us?' },
  { key: 'reason', kind: 'text', role: 'reason', text: 'Why?' },
]
const programmeFor = (receiver) => ({
  members: Object.fromEntries(places.map((key) => [`${key}@bench.example`, { name: `Owner of ${key}`, role: 'owner' }])),
  journeys: { order: { name: 'Order', stages: [{ key: 'receive', name: 'Receive', phase: 'sale' }] } },
  touchpoints: each((key) => ({
    ...{ name: key, journey: 'order', stage: 'receive', channel: 'web', owner: `${key}@bench.example` },
  })),
  surveys: each((key) => ({ touchpoint: key, title: key, idleSeconds: IDLE_SECONDS, pages: [{ questions }] })),
  webhooks: { receiver: { url: receiver.url, events: ['alert.raised'] } },
  alertRules: {
    ...Object.fromEntries(Array.from({ length: RULES - 1 }, (_, index) => [`rule-${index}`, ruleOf(index)])),
    unhappy: {
      ...{ name: 'Unhappy', touchpoints: 'all', when: { field: 'score.nps', op: 'lte', value: 6 }, severity: 'high' },
      ...{ notify: [{ to: 'touchpoint_owner', by: 'email' }], openCase: true },
    },
  },
})

/** Submits the nth answer and gives what is to become of it: `{id, isBad, at}`. */
const submit = async (url, count, completed = true) => {
  const id = crypto.randomUUID()
  const nps = count % 11
  const at = Date.now()
  const response = await fetch(`${url}/api/v1/responses/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ survey: places[count % places.length], revision: 1, completed, startedAt: new Date(at).toISOString() },
      answers: { nps, reason: `answer ${id}: it came late and nobody picked up the phone` },
    }),
  })
  if (!response.ok) throw new Error(`an answer was refused with ${response.status}: ${await response.text()}`)
  return { id, isBad: nps <= 6, at }
}

const percentile = (values, share) => values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]

const responseOf = async ({ raw }) => /answer ([0-9a-f-]{36})/.exec((await PostalMime.parse(raw)).text ?? '')?.[1]

/** When each response was told of, by its id: `Map<id, [at]>`. */
const toldBy = async (got, idOf) => {
  const told = new Map()
  for (const one of got) {
    const id = await idOf(one)
    told.set(id, [...(told.get(id) ?? []), one.at])
  }
  return told
}

/** Prints how long the bad answers took; answers whether the goal is kept and everything was told once. */
const judge = (name, sent, told, goal) => {
  const bad = sent.filter(({ isBad }) => isBad)
  const delays = bad.flatMap(({ id, at }) => (told.get(id) ?? []).slice(0, 1).map((then) => then - at))
  const lost = bad.length - delays.length
  const double = [...told.values()].filter((times) => times.length > 1).length
  const wrong = [...told.keys()].filter((id) => !bad.some((one) => one.id === id)).length
  const [p50, p95] = [percentile(delays, 0.5), percentile(delays, 0.95)]
  const halves = [delays.slice(0, delays.length / 2), delays.slice(delays.length / 2)].map((half) => percentile(half, 0.5))
  const isKept = lost + double + wrong === 0 && p50 <= (goal.p50 ?? Number.POSITIVE_INFINITY) && p95 <= goal.p95
  console.log(
    `  ${name.padEnd(10)} p50 ${p50} ms, p95 ${p95} ms, longest ${percentile(delays, 1)} ms (p50 of the halves ${halves.join(', ')}); ${lost} lost, ${double} told twice, ${wrong} not called for${isKept ? '' : '  ← missed'}`,
  )
  return isKept
}

const untilStill = async (count, wanted, seconds) => {
  const end = Date.now() + seconds * 1000
  while (count() < wanted && Date.now() < end) await wait(100)
  // What comes twice comes soon after.
  await wait(1000)
}

const measure = async (name, { perSecond, env, goal }) => {
  const [mailbox, receiver] = await Promise.all([startMailbox(), startReceiver()])
  const given = { SMTP_URL: mailbox.url, EARSHOT_ALLOWED_TARGETS: '127.0.0.1', ...env }
  const earshot = await startInstallation(given)
  try {
    await earshot.apply(programmeFor(receiver))
    for (const key of places) await earshot.call('POST', `/api/v1/surveys/${key}/publish`)
    // The first answers find connections closed and plans unmade; they are no part of it.
    for (let count = 0; count < 20; count++) await submit(earshot.url, count)
    await untilStill(() => mailbox.got.length, 13, 20)
    mailbox.got.length = 0
    receiver.got.length = 0
    const begin = Date.now()
    const asked = []
    for (let count = 0; count < perSecond * SECONDS; count++) {
      await wait(Math.max(0, begin + (count * 1000) / perSecond - Date.now()))
      asked.push(submit(earshot.url, count))
    }
    const sent = await Promise.all(asked)
    const bad = sent.filter(({ isBad }) => isBad).length
    const seconds = (Date.now() - begin) / 1000
    await untilStill(() => Math.min(mailbox.got.length, receiver.got.length), bad, 60)
    console.log(`${name}: ${sent.length} answers in ${seconds.toFixed(1)} s, ${bad} alerts, ${RULES} rules`)
    const isKept = [
      judge('mail', sent, await toldBy(mailbox.got, responseOf), goal),
      judge('webhook', sent, await toldBy(receiver.got, ({ body }) => body.data.response.id), goal),
    ]
    mailbox.got.length = 0
    const abandoned = [await submit(earshot.url, 1, false)]
    await untilStill(() => mailbox.got.length, 1, IDLE_SECONDS + ABANDONED_SECONDS)
    const limit = (IDLE_SECONDS + ABANDONED_SECONDS) * 1000
    isKept.push(judge('abandoned', abandoned, await toldBy(mailbox.got, responseOf), { p95: limit }))
    return isKept.every(Boolean)
  } finally {
    await earshot.stop()
    await Promise.all([mailbox.stop(), receiver.stop()])
  }
}

const startRedis = async (program) => {
  const port = await findPort()
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-redis-'))
  const plain = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction', '--dir', folder]
  const child = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', ...plain], { stdio: 'ignore' })
  const stop = () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `redis://127.0.0.1:${port}`, stop }
}

const onRedis = async () => {
  const { redis: program } = await findTools({ needsBrowser: false })
  const redis = await startRedis(program)
  try {
    return await measure('Redis', { perSecond: 50, env: { REDIS_URL: redis.url }, goal: { p50: 500, p95: 2000 } })
  } finally {
    redis.stop()
  }
}

const inDatabase = () => measure('queue in the database', { perSecond: 20, env: {}, goal: { p95: 5000 } })

const kept = []
if (only !== 'database') kept.push(await onRedis())
if (only !== 'redis') kept.push(await inDatabase())
process.exit(kept.every(Boolean) ? 0 : 1)
