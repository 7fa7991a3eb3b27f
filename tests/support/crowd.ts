import { countRollupDrift } from '@/pipeline/operate/rebuild-rollups'
import { countOf, newId, rowsOf } from './shop'
import { until } from './until'

export type Sent = { id: string; nps: number; status: number | undefined }

let visitors = 0

/** One PUT of one answer, from an address of its own; undefined when nothing answered. */
export const putAnswer = async (url: string, id: string, nps: number): Promise<number | undefined> => {
  visitors += 1
  try {
    const answer = await fetch(`${url}/api/v1/responses/${id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.${(visitors >> 8) & 255}.${visitors & 255}.7` },
      body: JSON.stringify({ survey: 'delivery', revision: 1, answers: { nps, reason: `number ${nps}` }, completed: true }),
    })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return undefined
  }
}

/** Answers for `each` id, some at a time, in the order given. */
export const inLanes = async <T>(items: readonly T[], lanes: number, work: (item: T) => Promise<void>): Promise<void> => {
  const queue = [...items]
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
    }),
  )
}

/** A crowd's answers; every other one is a detractor's (nps 3). */
export const crowdOf = (count: number): Sent[] =>
  Array.from({ length: count }, (_, index) => ({ id: newId(), nps: index % 2 === 0 ? 3 : 9, status: undefined }))

const unfinished = `(select 1 from responses where scored_revision < revision or evaluated_revision < scored_revision
  union all select 1 from deliveries where status <> 'sent') as unfinished`

/** Waits until nothing is owed any more. */
export const untilDone = (timeoutMs = 90_000): Promise<boolean> =>
  until(async () => (await countOf(unfinished)) === 0, 'every answer to be scored, judged and told', timeoutMs)

export type Standing = {
  id: string
  nps: number
  scores: number
  alerts: number
  cases: number
  deliveries: number
  sent: number
  isInOrder: boolean
}

/** Where each of a crowd's answers stands, and by how many rollups the counts are off. */
export const standingOf = async (organizationId: string, sent: readonly Sent[]) => {
  const rows = await rowsOf<Standing>(
    `select r.id, (r.answers ->> 'nps')::int as nps,
            (select count(*)::int from scores s where s.response_id = r.id and s.metric = 'nps') as scores,
            (select count(*)::int from alerts a where a.response_id = r.id) as alerts,
            (select count(*)::int from case_responses c where c.response_id = r.id) as cases,
            (select count(*)::int from deliveries d where d.response_id = r.id) as deliveries,
            (select count(*)::int from deliveries d where d.response_id = r.id and d.status = 'sent' and d.mode = 'smtp') as sent,
            submitted_at <= accepted_at and accepted_at <= scored_at and
              case when (r.answers ->> 'nps')::int <= 6 then scored_at <= alerted_at and alerted_at <= delivered_at
                   else alerted_at is null and delivered_at is null end as "isInOrder"
       from responses r where r.id = any($1)`,
    [sent.map(({ id }) => id)],
  )
  return { rows, drift: await countRollupDrift(organizationId) }
}

/** What a standing must be: told once if bad, not at all if good, with all times there and in order. */
export const isClosed = ({ nps, scores, alerts, cases, deliveries, sent, isInOrder }: Standing): boolean => {
  const once = nps <= 6 ? 1 : 0
  return isInOrder && scores === 1 && [alerts, cases, deliveries, sent].every((count) => count === once)
}
