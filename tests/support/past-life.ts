import { acceptResponse } from '@/pipeline/listen/accept-response'
import { importResponses } from '@/pipeline/listen/import-responses'
import { scoreResponse } from '@/pipeline/score/score-response'
import type { Chance } from './chance'
import { invite } from './invited'
import { newId, rowsOf } from './shop'

const [hour, day] = [3_600_000, 86_400_000]

/** Something that happens to an organization at an instant of the past. */
export type Happening = { at: Date; happen: () => Promise<unknown> }

type Past = { organizationId: string; chance: Chance; from: Date; now: Date }

const surveys = ['delivery', 'help', 'store', 'loyalty'] as const

/** An organization's answers are good or bad for some time: series shift, and standards are missed and met again. */
const moods = ({ chance, from, now }: Past) => {
  const begin = from.getTime() - 50 * day
  const turns = new Map(surveys.map((survey) => [survey, Array.from({ length: 12 }, () => chance.below(11))]))
  return (survey: (typeof surveys)[number], at: number): Record<string, number | string> => {
    const means = turns.get(survey) ?? []
    // The last quarter of the time turns twice, so that something happens within the days that are tested.
    const part = Math.min(means.length - 1, Math.floor(((at - begin) / (now.getTime() - begin)) * means.length))
    const value = Math.max(0, Math.min(10, (means[part < 8 ? 0 : part] ?? 5) + chance.below(7) - 3))
    return survey === 'help' ? { csat: 1 + Math.round(value * 0.4), how: value < 5 ? 'bad' : 'good' } : { nps: value }
  }
}

/** Under what the survey is found at the public door: another organization may have its key already. */
const slugOf = async (organizationId: string, survey: string): Promise<string> => {
  const sql = 'select slug from surveys where organization_id = $1 and key = $2'
  const [found] = await rowsOf<{ slug: string }>(sql, [organizationId, survey])
  return found?.slug ?? survey
}

const importAt = async ({ organizationId }: Past, survey: string, answers: object, submitted: Date, late: Date | undefined) => {
  const item = { survey: await slugOf(organizationId, survey), answers, submittedAt: submitted.toISOString() }
  const { ids, rejected } = await importResponses(organizationId, [item], late ? 'all' : 'none', late ?? submitted)
  if (!ids[0]) throw new Error(JSON.stringify(rejected))
  if (late) await rowsOf('update responses set accepted_at = $2 where id = $1', [ids[0], late])
  await scoreResponse({ organizationId, id: ids[0] })
}

/** An answer as it comes through the public door, changed once or twice within the minute. */
const answerAt = async ({ organizationId, chance }: Past, survey: string, given: () => object, at: Date) => {
  const slug = await slugOf(organizationId, survey)
  const id = newId(at.getTime())
  const saves = 1 + chance.below(3)
  for (let revision = 1; revision <= saves; revision++) {
    const answers = given() as Record<string, unknown>
    const saved = await acceptResponse(id, { survey: slug, revision, answers, completed: true }, at)
    if ('error' in saved) throw new Error(JSON.stringify(saved))
    await rowsOf('update responses set accepted_at = $2, submitted_at = $2, can_alert = true where id = $1', [id, at])
    await scoreResponse({ organizationId, id })
  }
}

const between = (chance: Chance, from: Date, until: Date): Date =>
  new Date(from.getTime() + Math.floor(chance.share() * (until.getTime() - from.getTime())))

/** Answers of weeks before, loaded as history; then as they come, some of them late and some changed. */
export const answers = (past: Past, perSurvey: { history: number; live: number }): Happening[] => {
  const { chance, from, now } = past
  const given = moods(past)
  return surveys.flatMap((survey) => [
    ...Array.from({ length: perSurvey.history }, (): Happening => {
      const at = between(chance, new Date(from.getTime() - 50 * day), from)
      return { at, happen: () => importAt(past, survey, given(survey, at.getTime()), at, undefined) }
    }),
    ...Array.from({ length: perSurvey.live }, (): Happening => {
      const at = between(chance, new Date(from.getTime() - day), now)
      if (chance.below(5) > 0) return { at, happen: () => answerAt(past, survey, () => given(survey, at.getTime()), at) }
      const late = new Date(at.getTime() + (1 + chance.below(40)) * hour)
      return { at: late, happen: () => importAt(past, survey, given(survey, at.getTime()), at, late) }
    }),
  ])
}

/** Invitations that are answered, expire, bounce, or just stand. */
export const invitations = async (past: Past, count: number): Promise<Happening[]> => {
  const { organizationId, chance, from, now } = past
  const found: Happening[] = []
  for (let index = 0; index < count; index++) {
    const { id } = await invite(organizationId, await slugOf(organizationId, chance.pick(surveys)), `invited-${index}`)
    await rowsOf(`update invitations set state = 'planned', sent_at = null where id = $1`, [id])
    const sent = between(chance, new Date(from.getTime() - 9 * day), now)
    const later = new Date(sent.getTime() + chance.below(7 * 24) * hour)
    const become = (state: string, column: string, at: Date): Happening => ({
      at,
      happen: () => rowsOf(`update invitations set state = $2, ${column} = $3 where id = $1`, [id, state, at]),
    })
    found.push(become('sent', 'sent_at', sent))
    const fate = chance.below(5)
    if (fate === 0) found.push(become('completed', 'completed_at', later))
    if (fate === 1) found.push(become('expired', 'ended_at', later))
    if (fate === 2) found.push(become('unsubscribed', 'ended_at', later))
  }
  return found
}

/** Cases, of which some run out, and messages, of which some can't be delivered. */
export const troubles = async (past: Past, count: number): Promise<Happening[]> => {
  const { organizationId, chance, from, now } = past
  const places = await rowsOf<{ id: string }>('select id from touchpoints where organization_id = $1 order by key', [
    organizationId,
  ])
  return Array.from({ length: count }, (_, index): Happening[] => {
    const [caseId, deliveryId] = [newId(), newId()]
    const place = places[chance.below(places.length)]?.id
    const opened = between(chance, new Date(from.getTime() - 6 * day), now)
    const written = between(chance, new Date(from.getTime() - 4 * day), now)
    const [ranOut, died] = [opened, written].map((at) => new Date(at.getTime() + chance.below(90) * hour)) as [Date, Date]
    const found: Happening[] = [
      {
        at: opened,
        happen: () =>
          rowsOf(
            `insert into cases (organization_id, id, number, status, severity, touchpoint_id, opened_at, updated_at, sla_at)
             values ($1, $2, $3, 'open', 'high', $4, $5, $5, null)`,
            [organizationId, caseId, 10_000 + index, place, opened],
          ),
      },
      {
        at: written,
        happen: () =>
          rowsOf(
            `insert into deliveries (organization_id, id, key, kind, channel, recipient, locale, status, created_at)
             values ($1, $2, $3, 'case', 'email', 'x@shop.example', 'en', 'sent', $4)`,
            [organizationId, deliveryId, `past-${index}`, written],
          ),
      },
    ]
    if (chance.below(2))
      found.push({
        at: ranOut,
        happen: () =>
          rowsOf(
            `insert into case_events (organization_id, case_id, sequence, type, at, by, data) values ($1, $2, 2, 'run_out', $3, 'system', '{}')`,
            [organizationId, caseId, ranOut],
          ),
      })
    if (chance.below(4) === 0)
      found.push({
        at: died,
        happen: () =>
          rowsOf(
            `with given_up as (update deliveries set status = 'dead', last_error = '550 no such user' where id = $2)
             insert into delivery_attempts (organization_id, delivery_id, number, at, duration_ms) values ($1, $2, 1, $3, 5)`,
            [organizationId, deliveryId, died],
          ),
      })
    return found
  }).flat()
}
