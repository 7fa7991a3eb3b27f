import { beforeAll, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { importResponses } from '@/pipeline/listen/import-responses'
import { deleteResponse } from '@/pipeline/operate/delete-response'
import { countRollupDrift, rebuildRollups } from '@/pipeline/operate/rebuild-rollups'
import { scoreResponses } from '@/pipeline/score/score-response'
import { findUnscored } from '@/store/response/save-responses'
import { findDueWork } from '@/store/work/find-due-work'
import { createChance } from '~tests/support/chance'
import { newId, openShop, rowsOf, shop, submit } from '~tests/support/shop'

const by = 'ada@shop.example'
const zones = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu', 'Pacific/Pago_Pago']
let organizationId: string
beforeAll(async () => {
  organizationId = await openShop()
})

const change = async (programme: object): Promise<void> => {
  const applied = await applyProgramme(organizationId, programme, { by })
  if (isFailure(applied)) throw new Error(JSON.stringify(applied))
}
const moveTo = (timeZone: string) => change({ settings: { name: 'Shop', locale: 'en', timeZone } })
const speakThrough = (channel: string) => change({ touchpoints: { store: { ...shop.touchpoints.store, owner: by, channel } } })

/** What the worker's sweep does with recounts that wait. */
const recountWhatWaits = async (): Promise<number> => {
  const due = (await findDueWork('rollup_rebuilds', 10)).filter((one) => one.organizationId === organizationId)
  for (const { id } of due) await rebuildRollups({ organizationId, id })
  return due.length
}
const scoreDue = async () => {
  await rowsOf(
    `update responses set score_due_at = now() - interval '1 minute' where organization_id = $1 and scored_revision < revision`,
    [organizationId],
  )
  const due = await findUnscored(2000)
  for (let from = 0; from < due.length; from += 100) await scoreResponses(due.slice(from, from + 100))
}

/** From the responses alone: how many of a metric were given on each day and through each channel. */
const told = () =>
  rowsOf(
    `select s.key as survey, to_char(r.submitted_at at time zone o.time_zone, 'YYYY-MM-DD') as day, coalesce(r.channel, t.channel) as channel,
            count(*)::int as n, sum((r.answers ->> 'nps')::int)::int as sum
       from responses r join surveys s on s.id = r.survey_id join touchpoints t on t.id = r.touchpoint_id join organizations o on o.id = r.organization_id
      where r.organization_id = $1 and r.answers ? 'nps' and r.status <> 'disqualified' group by 1, 2, 3 order by 1, 2, 3`,
    [organizationId],
  )
const counted = () =>
  rowsOf<{ channel: string }>(
    `select s.key as survey, day, channel, sum(n)::int as n, sum(sum)::int as sum from rollups r join surveys s on s.id = r.survey_id
      where r.organization_id = $1 and metric = 'nps' and n > 0 group by 1, 2, 3 order by 1, 2, 3`,
    [organizationId],
  )

test('another time zone, and another channel of a touchpoint, count what is there already anew', async () => {
  // An hour before midnight in UTC it is tomorrow in Shanghai and the day before in Los Angeles.
  const items = ['2026-03-31T23:00:00Z', '2026-03-01T03:00:00Z', '2026-02-28T12:00:00Z'].map((submittedAt, at) => ({
    survey: 'store',
    answers: { nps: at },
    completed: true,
    submittedAt,
    ...(at === 2 ? { channel: 'app' } : {}),
  }))
  await importResponses(organizationId, items, 'none', new Date())
  await scoreDue()
  await recountWhatWaits()
  for (const zone of ['Asia/Shanghai', 'America/Los_Angeles', 'UTC']) {
    await moveTo(zone)
    expect(await recountWhatWaits()).toBe(1)
    expect(await counted()).toEqual(await told())
    expect(await countRollupDrift(organizationId)).toBe(0)
  }
  await speakThrough('phone')
  expect(await recountWhatWaits()).toBe(1)
  expect((await counted()).map(({ channel }) => channel).sort()).toEqual(['app', 'phone', 'phone'])
  // What changes neither asks for no recount.
  await change({ settings: { name: 'The shop', locale: 'en', timeZone: 'UTC' } })
  expect(await recountWhatWaits()).toBe(0)
})

test('a change while a recount is under way begins it anew, and one while answers are scored loses none', async () => {
  await moveTo('Asia/Shanghai')
  await moveTo('America/Los_Angeles')
  await speakThrough('desk')
  expect(await recountWhatWaits()).toBe(1)
  await Promise.all([submit('store', { nps: 3 }), submit('store', { nps: 4 }), submit('delivery', { nps: 9 })])
  await Promise.allSettled([scoreDue(), moveTo('Pacific/Kiritimati'), speakThrough('web')])
  await scoreDue()
  await recountWhatWaits()
  expect(await counted()).toEqual(await told())
  expect(await countRollupDrift(organizationId)).toBe(0)
})

test('thousands of histories of edits, partials, deletions and late arrivals, in one time zone after another, are counted as they are told', async () => {
  const chance = createChance(20_261_123)
  const known: { id: string; survey: string; submittedAt: string }[] = []
  const surveys = ['delivery', 'store', 'loyalty'] as const
  const answersOf = () => (chance.below(8) > 0 ? { nps: chance.below(11) } : {})
  const channelOf = () => ({ channel: ['web', 'app', 'phone'][chance.below(3)] as string })
  const pick = <T>(items: readonly T[]): T => items[chance.below(items.length)] as T
  for (let round = 0; round < 12; round++) {
    const fresh = Array.from({ length: 200 }, () => ({
      id: newId(),
      survey: pick(surveys),
      submittedAt: new Date(Date.now() - chance.below(100 * 24 * 60) * 60_000).toISOString(),
    }))
    known.push(...fresh)
    const items = [...fresh, ...Array.from({ length: 150 }, () => pick(known))].map((one) => ({
      ...one,
      answers: answersOf(),
      completed: chance.below(4) > 0,
      ...(chance.below(2) > 0 ? channelOf() : {}),
    }))
    await importResponses(organizationId, items, 'none', new Date())
    // Saves of one's own go over what was imported, too: a later revision of the same answer.
    const edits = Array.from({ length: 20 }, () => pick(known))
    await Promise.allSettled(
      edits.map(({ id, survey }) => submit(survey, answersOf(), { id, revision: 2 + round, completed: chance.below(3) > 0 })),
    )
    const deletions = Array.from({ length: 12 }, () => pick(known))
    await Promise.allSettled([
      scoreDue(),
      ...deletions.map(({ id }) => deleteResponse({ organizationId, id, by })),
      ...(round % 3 === 2 ? [speakThrough(pick(['desk', 'phone', 'web']))] : []),
      ...(round % 2 === 1 ? [moveTo(zones[(round + 1) / 2 - 1] as string)] : []),
    ])
    await scoreDue()
    await recountWhatWaits()
    expect(await countRollupDrift(organizationId), `round ${round}`).toBe(0)
    expect(await counted(), `round ${round}`).toEqual(await told())
  }
  expect(known.length).toBe(2400)
}, 120_000)
