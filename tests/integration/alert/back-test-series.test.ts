import { beforeAll, describe, expect, test } from 'vitest'
import type { About } from '@/domain/alert/about'
import { ruleSchema } from '@/domain/alert/rule'
import { addDays, startOfDay } from '@/domain/analysis/calendar'
import { localDay } from '@/domain/analysis/local-day'
import { isFailure } from '@/domain/errors'
import { backTestRule } from '@/pipeline/alert/back-test-rule'
import { watchRule } from '@/pipeline/alert/watch-rules'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { importResponses } from '@/pipeline/listen/import-responses'
import { scoreResponse } from '@/pipeline/score/score-response'
import { createOrganization } from '@/store/organization/create-organization'
import type { WatchedRule } from '@/store/rule/claim-watched'
import { type Chance, createChance } from '~tests/support/chance'
import { answers, type Happening, invitations, troubles } from '~tests/support/past-life'
import { newId, rowsOf, shop } from '~tests/support/shop'

const hour = 3_600_000
const days = 12
const everySeconds = 4 * 3600
// The clocks of New York go back within these days, those of London just before them.
const now = new Date('2025-11-08T17:20:00Z')
const zones = ['America/New_York', 'Europe/London', 'Asia/Shanghai', 'America/St_Johns', 'Pacific/Chatham'] as const
const seed = Number(process.env.TEST_SEED ?? 11)

type World = { organizationId: string; timeZone: string; from: Date; rules: string[] }

const randomAbout = (chance: Chance): About[] => {
  const again = () => 1 + chance.below(120)
  return [
    { kind: 'shift', direction: chance.pick(['worse', 'either']), least: 30, againHours: again() },
    { kind: 'shift', metric: 'nps', direction: 'either', least: 30 + chance.below(20), againHours: again() },
    { kind: 'shift', metric: 'fine', direction: 'either', least: 30, againHours: again() },
    { kind: 'shift', metric: 'fond', direction: 'worse', least: 30, againHours: again() },
    { kind: 'shift', metric: 'whole', direction: 'either', least: 30, againHours: again() },
    { kind: 'standard_missed', days: 3 + chance.below(25), least: 10 + chance.below(20), againHours: again() },
    { kind: 'standard_missed', days: 3 + chance.below(7), least: 10, againHours: again() },
    { kind: 'no_answer', days: 1 + chance.below(5) },
    {
      kind: 'overdue_share',
      days: 1 + chance.below(5),
      percent: chance.below(50),
      least: 1 + chance.below(4),
      againHours: again(),
    },
    { kind: 'dead_deliveries', hours: 1 + chance.below(60), least: 1 + chance.below(3), againHours: again() },
    { kind: 'shift', metric: 'poor', direction: 'worse', least: 30, againHours: again() },
  ]
}

/** Metrics of one's own: of options, of scores, put together of both, and one of which less is better. */
const metrics = {
  fine: { name: 'Fine', of: 'share', question: 'how', options: ['good'] },
  poor: { name: 'Poor', of: 'share', question: 'how', options: ['bad'], better: 'less' },
  fond: { name: 'Fond', of: 'share', question: 'nps', positiveFrom: 7, surveys: ['delivery', 'loyalty'] },
  whole: {
    ...{ name: 'Whole', of: 'index' },
    parts: [
      { metric: 'csat', weight: 2 },
      { metric: 'fine', weight: 1 },
    ],
  },
}
const how = {
  ...{ key: 'how', kind: 'single_choice', text: 'How?' },
  options: [
    { key: 'good', text: 'Good' },
    { key: 'bad', text: 'Bad' },
  ],
}
const [asked] = shop.surveys.help.pages
const help = { ...shop.surveys.help, pages: [{ questions: [...(asked?.questions ?? []), how] }] }

/** A rule about each of them, at some or all touchpoints, some with quiet hours. */
const randomRule = (chance: Chance, about: About) => ({
  name: 'Watch',
  touchpoints: chance.below(2) ? 'all' : ['delivery', 'help', 'loyalty'].slice(chance.below(2)),
  severity: chance.pick(['low', 'medium', 'high']),
  notify: [{ to: 'touchpoint_owner' }],
  ...(chance.below(2) ? { quiet: { from: '20:00', to: '08:00' } } : {}),
  about,
})

/** Some rules are silent for a while, everywhere or at one touchpoint; some mutes are ended before their time. */
const muteSome = async (organizationId: string, chance: Chance, from: Date) => {
  const rules = await rowsOf<{ id: string }>(`select id from alert_rules where organization_id = $1 and definition ? 'about'`, [
    organizationId,
  ])
  for (const { id } of rules) {
    if (chance.below(2)) continue
    const at = new Date(from.getTime() + chance.below(days * 24 - 72) * hour)
    const until = new Date(at.getTime() + (20 + chance.below(80)) * hour)
    const ended = chance.below(2) ? new Date(at.getTime() + 12 * hour) : null
    await rowsOf(
      `insert into alert_mutes (organization_id, id, rule_id, touchpoint_id, reason, until, by, created_at, ended_at)
       select $1, $2, $3, (select id from touchpoints where organization_id = $1 and key = $4), 'known', $5, 'ada', $6, $7`,
      [organizationId, newId(), id, chance.below(2) ? 'delivery' : null, until, at, ended],
    )
  }
}

/** Lives through the past: what happens until a look is there, then the worker looks at every rule. */
const live = async ({ organizationId, from }: World, happenings: Happening[]) => {
  const rules = await rowsOf<WatchedRule & { definition: object }>(
    `select organization_id as "organizationId", id, key, version, definition from alert_rules where organization_id = $1 and definition ? 'about'`,
    [organizationId],
  )
  const waiting = happenings.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  for (let at = from; at <= now; at = new Date(at.getTime() + everySeconds * 1000)) {
    while (waiting[0] && waiting[0].at <= at) await waiting.shift()?.happen()
    for (const { definition, ...rule } of rules)
      await watchRule({ ...definition, ...rule, since: from } as WatchedRule, at, { at })
  }
}

const open = async (nth: number): Promise<World> => {
  const chance = createChance(seed + nth)
  const timeZone = zones[(seed + nth) % zones.length] ?? zones[0]
  const organizationId = await createOrganization(`past-${nth}`, 'Past')
  const standard = (metric: string, target: number) => ({ standard: { metric, target, responseHours: 24 } })
  const abouts = randomAbout(chance)
  const applied = await applyProgramme(organizationId, {
    ...shop,
    settings: { name: 'Past', timeZone },
    touchpoints: {
      ...shop.touchpoints,
      delivery: { ...shop.touchpoints.delivery, ...standard('nps', chance.below(80) - 40) },
      help: { ...shop.touchpoints.help, ...standard(chance.pick(['csat', 'whole', 'poor']), 0.5) },
      loyalty: { ...shop.touchpoints.loyalty, ...standard('nps', 20) },
    },
    surveys: { ...shop.surveys, help },
    metrics,
    alertRules: Object.fromEntries(abouts.map((about, index) => [`watch-${index}`, randomRule(chance, about)])),
  })
  if (isFailure(applied)) throw new Error(JSON.stringify(applied))
  const from = startOfDay(addDays(localDay(now, timeZone), 1 - days), timeZone)
  const world = { organizationId, timeZone, from, rules: abouts.map((_, index) => `watch-${index}`) }
  const past = { organizationId, chance, from, now }
  await muteSome(organizationId, chance, from)
  await live(world, [
    ...answers(past, { history: 90, live: 45 }),
    ...(await invitations(past, 25)),
    ...(await troubles(past, 40)),
  ])
  return world
}

const tested = async ({ organizationId }: World, key: string) => {
  const result = await backTestRule({ organizationId, key, days, now }, { everySeconds, pageSize: 7 })
  if (isFailure(result)) throw new Error(result.detail)
  return result
}

type Raised = { at: Date; day: string; isMuted: boolean; finding: object; place: string | null; owner: string | null }
const raisedBy = ({ organizationId, timeZone }: World, key: string) =>
  rowsOf<Raised>(
    `select a.raised_at as at, to_char(a.raised_at at time zone $3, 'YYYY-MM-DD') as day, a.status = 'muted' as "isMuted", a.finding,
            t.key as place, coalesce(u.email, g.key) as owner
       from alerts a join alert_rules ar on ar.id = a.rule_id left join touchpoints t on t.id = a.touchpoint_id
       left join members m on m.id = t.owner_member_id left join users u on u.id = m.user_id left join teams g on g.id = t.owner_team_id
      where a.organization_id = $1 and ar.key = $2 order by a.raised_at, a.id`,
    [organizationId, key, timeZone],
  )
const tally = (values: readonly (string | null)[]) =>
  Object.fromEntries([...new Set(values)].map((value) => [String(value), values.filter((one) => one === value).length]))

describe.each([0, 1])('world %i', (nth) => {
  let world: World
  beforeAll(async () => {
    world = await open(nth)
  }, 240_000)

  test('what a back-test of a rule about more than answers tells is what the worker told, at each of its looks', async () => {
    const total = { fired: 0, muted: 0, folded: 0, kinds: new Set<string>() }
    for (const key of world.rules) {
      const [result, raised] = await Promise.all([tested(world, key), raisedBy(world, key)])
      const told = raised.filter(({ isMuted }) => !isMuted)
      expect([key, result.about, result.fired, result.muted]).toEqual([
        key,
        result.about,
        told.length,
        raised.length - told.length,
      ])
      expect(result.perDay).toHaveLength(days)
      expect(tally(result.perDay.flatMap(({ day, fired }) => Array<string>(fired).fill(day)))).toEqual(
        tally(told.map(({ day }) => day)),
      )
      const owners = result.perOwner.map(({ owner, fired }) => [
        String(owner && ('team' in owner ? owner.team : owner.email)),
        fired,
      ])
      expect(Object.fromEntries(owners)).toEqual(tally(told.map(({ owner }) => owner)))
      const seen = result.findings.map(({ at, finding, touchpoint }) => ({ at, finding, place: touchpoint?.key ?? null }))
      expect(seen).toHaveLength(Math.min(10, told.length))
      const real = told.map(({ at, finding, place }) => ({ at, finding, place }))
      for (const one of seen) expect(real).toContainEqual(one)
      total.fired += result.fired
      total.muted += result.muted
      if (result.matched > result.fired + result.muted) total.folded += 1
      if (result.fired > 0) total.kinds.add(String(result.about))
    }
    // Rules that find nothing would prove little.
    expect(total.fired).toBeGreaterThan(20)
    expect(total.folded).toBeGreaterThan(0)
    expect(total.kinds.size).toBeGreaterThan(3)
  })
})

test('a back-test of a series tells how far it is, stops at its limit, and when nobody waits for it', async () => {
  const [organization] = await rowsOf<{ id: string }>(`select id from organizations where key = 'past-0'`)
  const asked = { organizationId: organization?.id ?? '', days, now, rule: { name: 'x', about: { kind: 'shift' } } }
  const seen: number[] = []
  const result = await backTestRule(asked, { onProgress: (share) => seen.push(share) })
  expect(isFailure(result)).toBe(false)
  expect(seen.length).toBeGreaterThan(3)
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  expect(seen.at(-1)).toBe(1)
  expect(await backTestRule(asked, { limitSeconds: 0 })).toMatchObject({ error: 'too_slow' })
  expect(await backTestRule(asked, { signal: AbortSignal.abort() })).toMatchObject({ error: 'too_slow' })
})

test('a back-test says what was deleted since, and whose standard has changed', async () => {
  const [organization] = await rowsOf<{ id: string }>(`select id from organizations where key = 'past-0'`)
  const organizationId = organization?.id ?? ''
  const [survey] = await rowsOf<{ id: string }>(`select id from surveys where organization_id = $1 limit 1`, [organizationId])
  await rowsOf(
    `insert into deleted_responses (organization_id, id, survey_id, submitted_at, scores, by) values ($1, $2, $3, $4, '{}', 'ada')`,
    [organizationId, newId(), survey?.id, new Date(now.getTime() - 24 * hour)],
  )
  const standard = { metric: 'nps', target: 77, responseHours: 24 }
  await applyProgramme(organizationId, { touchpoints: { delivery: { ...shop.touchpoints.delivery, standard } } })
  const rule = { name: 'x', about: { kind: 'standard_missed' } }
  const result = await backTestRule({ organizationId, days, now, rule })
  expect(!isFailure(result) && result.unknown).toMatchObject({ deleted: 1, standards: [{ key: 'delivery' }], anonymous: false })
})

test('anonymous answers of a day count together from its end on, whenever they came', async () => {
  const organizationId = await createOrganization('past-anonymous', 'Past')
  const standard = { metric: 'nps', target: 50, responseHours: 24 }
  const applied = await applyProgramme(organizationId, {
    ...{ members: shop.members, teams: shop.teams, journeys: shop.journeys },
    touchpoints: { loyalty: { ...shop.touchpoints.loyalty, standard } },
    surveys: { loyalty: { ...shop.surveys.loyalty, anonymous: true } },
  })
  if (isFailure(applied)) throw new Error(JSON.stringify(applied))
  const [survey] = await rowsOf<{ slug: string }>(`select slug from surveys where organization_id = $1`, [organizationId])
  const item = { survey: survey?.slug, answers: { nps: 0 }, submittedAt: '2025-11-04T09:00:00Z' }
  const { ids } = await importResponses(organizationId, Array(12).fill(item), 'none', now)
  for (const id of ids) if (id) await scoreResponse({ organizationId, id })
  const rule = { name: 'x', about: { kind: 'standard_missed', least: 10 } }
  const result = await backTestRule({ organizationId, days, now, rule }, { everySeconds })
  if (isFailure(result)) throw new Error(result.detail)
  expect(result.findings.map(({ at }) => at.toISOString())).toEqual(['2025-11-05T00:00:00.000Z'])
  expect(result.unknown.anonymous).toBe(true)
})

test('rules are complete', () => {
  for (const about of randomAbout(createChance(1))) expect(ruleSchema.safeParse({ name: 'x', about }).success).toBe(true)
})
