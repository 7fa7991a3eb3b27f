// Measures the console's questions over as many answers as `node scripts/bench/analyze-size.mjs COUNT` says, in the database of
// DATABASE_URL, which it fills if it is empty; prints [{name, p50, p95}] in ms. `bench:analyze` runs it.
import { fillModules, openFilled } from './fill-organization.mjs'
import { loadModules } from './load-modules.mjs'

const size = Number(process.argv[2])
const url = process.env.DATABASE_URL
const RUNS = 40

const modules = `${fillModules}
  export { readOverview } from '@/app/(console)/(overview)/_components/read-overview'
  export { getMetricSeries } from '@/pipeline/analyze/get-metric-series'
  export { getJourneyMap } from '@/pipeline/analyze/get-journey-map'
  export { newReading } from '@/pipeline/analyze/new-reading'
  export { findResponses } from '@/pipeline/analyze/find-responses'
  export { resolvePeriod, previousPeriod } from '@/domain/analysis/period'
  export { isFailure } from '@/domain/errors'
  export { readCondition } from '@/domain/condition/read-condition'
  export { removeObject } from '@/pipeline/design/remove-object'`

const timeZone = 'Asia/Shanghai'
const percentile = (times, share) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))]

/** The questions, each asked as its screen asks it: `ask(turn)`, another place every turn. */
const questionsOf = (earshot, organizationId) => {
  const now = new Date()
  const today = now.toISOString().slice(0, 10)
  const period = earshot.resolvePeriod({ period: '30d' }, today)
  const comparedWith = earshot.previousPeriod(period)
  const place = (turn) => `t${(turn * 37) % 200}`
  const where = earshot.readCondition('customer.tier:eq:gold,customer.region:in:[r0,r4]').value
  const overview = (narrowing) =>
    earshot.readOverview({ organizationId, timeZone, narrowing, period, comparedWith, now, reading: earshot.newReading() })
  return [
    { name: 'overview, 30 days', ask: () => overview({}) },
    {
      name: 'a touchpoint’s trend, a year',
      ask: (turn) =>
        earshot.getMetricSeries({
          organizationId,
          metric: 'speed',
          // A question is a survey's: that of the touchpoint has its number.
          survey: `s${place(turn).slice(1)}`,
          touchpoint: place(turn),
          from: `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`,
          to: today,
          interval: 'week',
        }),
    },
    {
      name: 'journey map, 30 days',
      ask: () =>
        earshot.getJourneyMap({
          organizationId,
          now: { narrowing: {}, period },
          against: { narrowing: {}, period: comparedWith },
        }),
    },
    {
      name: 'a page of responses',
      ask: (turn) =>
        earshot.findResponses({ organizationId, timeZone, limit: 50, ...(turn % 2 ? { touchpoint: place(turn) } : {}), period }),
    },
    {
      name: 'a search for words',
      ask: (turn) =>
        earshot.findResponses({ organizationId, timeZone, limit: 50, q: turn % 2 ? '物流 很慢' : String(turn * 97) }),
    },
    { name: 'overview of an ad-hoc segment', ask: () => overview({ where }) },
  ]
}

/** The same questions where more is to be counted: with metrics of one's own, and with anonymous surveys. */
const variantsOf = (questions) => [
  { ...questions[0], name: 'overview, four metrics of one’s own', state: withOwn },
  ...questions
    .filter(({ name }) => !/search|trend/.test(name))
    .map((question) => ({ ...question, name: `${question.name}, anonymous`, state: withAnonymous })),
]

/** Metrics of one's own that stand in daily counts: a mean, two shares, an index of them with NPS. */
const own = {
  pace: { name: 'Pace', of: 'mean', question: 'speed', scale: { from: 1, to: 5 } },
  quick: { name: 'Quick', of: 'share', question: 'speed', positiveFrom: 4 },
  'very-quick': { name: 'Very quick', of: 'share', question: 'speed', positiveFrom: 5 },
  whole: {
    name: 'The whole',
    of: 'index',
    parts: [
      { metric: 'nps', weight: 2 },
      { metric: 'pace', weight: 1 },
      { metric: 'quick', weight: 1 },
    ],
  },
}

/** Does `work` while the organization has them: kept databases are asked again without. */
const withOwn = async (earshot, organizationId, work) => {
  const applied = await earshot.applyProgramme(organizationId, { metrics: own })
  if (earshot.isFailure(applied)) throw new Error(JSON.stringify(applied))
  try {
    return await work()
  } finally {
    for (const key of Object.keys(own).toReversed())
      await earshot.removeObject(organizationId, 'metrics', key, 'bench@earshot.example')
  }
}

/** Does `work` while the first twenty surveys are anonymous, as if they always had been. */
const withAnonymous = async (_, organizationId, work) => {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const say = (isAnonymous) =>
    client.query(
      `update survey_versions v set definition = jsonb_set(v.definition, '{anonymous}', to_jsonb($2::boolean))
         from surveys s where v.organization_id = $1 and s.organization_id = v.organization_id and s.id = v.survey_id
          and s.key = any($3)`,
      [organizationId, isAnonymous, Array.from({ length: 20 }, (_, at) => `s${at}`)],
    )
  try {
    if ((await say(true)).rowCount < 20) throw new Error('not every survey could be made anonymous')
    return await work()
  } finally {
    await say(false)
    await client.end()
  }
}

const measure = async (earshot, { name, ask }) => {
  const times = []
  // Five turns warm the caches and the plans; they aren't counted.
  for (let turn = -5; turn < RUNS; turn++) {
    const start = performance.now()
    const answer = await ask(turn + 5)
    if (earshot.isFailure(answer)) throw new Error(`${name}: ${JSON.stringify(answer)}`)
    if (turn >= 0) times.push(performance.now() - start)
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) }
}

const earshot = await loadModules(modules)
const organization = await openFilled(earshot, url, size)
const questions = questionsOf(earshot, organization.id)
const results = []
for (const { state, ...question } of [...questions, ...variantsOf(questions)]) {
  const work = () => measure(earshot, question)
  results.push({ name: question.name, ...(await (state ? state(earshot, organization.id, work) : work())) })
}
await earshot.closeConnections()
console.log(JSON.stringify(results))
