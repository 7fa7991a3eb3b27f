import type { CaseStatus } from '@/domain/case/case'
import type { Localized } from '@/domain/localized'
import type { Severity } from '@/domain/schemas'
import { readWithin } from '../read-within'
import { type HeadlineScore, joinHeadline, type Rated, tellRated } from '../score/headline'

type At = { id: string; at: Date }
export type TimelineEntry =
  | (At & { kind: 'event'; touchpoint: Localized; attributes: Record<string, unknown> })
  | (At & {
      kind: 'response'
      touchpoint: Localized
      status: string
      score: HeadlineScore | null
      rated: Rated | null
      comment: string | null
    })
  | (At & {
      kind: 'case'
      touchpoint: Localized
      number: number
      status: CaseStatus
      severity: Severity
      isFixed: boolean | null
    })
  | (At & { kind: 'delivery'; recipient: string; subject: string | null; status: string; caseNumber: number | null })
  | (At & {
      kind: 'invitation'
      survey: string
      title: Localized
      state: string | null
      reason: string | null
      channel: string | null
    })

export type TimelineFilter = {
  organizationId: string
  customerId: string
  limit: number
  after?: { at: Date; id: string } | undefined
}

const limitMs = 5_000

/** `$4`, `$5`: the last entry of the page before. Each kind is read no further than the page. */
const part = (kind: string, at: string, id: string, from: string): string => `
  (select ${at} as at, ${id} as id, '${kind}' as kind from ${from}
      and ($4::timestamptz is null or (${at}, ${id}) < ($4, $5::uuid)) order by ${at} desc, ${id} desc limit $3)`

const theirs = (name: string): string => `${name}.organization_id = $1 and ${name}.customer_id = $2`
const of = (name: string): string => `${name}.organization_id = $1 and ${name}.id = page.id`
/** Messages to people, by what they are about; `offset 0` keeps the planner from walking all that was ever sent in order of time. */
const deliveriesBy = (about: string): string =>
  `(select * from deliveries where organization_id = $1 and ${about} and channel <> 'webhook' offset 0) as d where true`
const touchpointOf = (name: string): string =>
  `(select t.name from touchpoints t where t.organization_id = $1 and t.id = ${name}.touchpoint_id)`

/** What each kind tells of itself; how far an anonymous survey's invitation came is nobody's to see. */
const told = `case page.kind
  when 'event' then (select json_build_object('touchpoint', ${touchpointOf('e')}, 'attributes', e.attributes) from customer_events e where ${of('e')})
  when 'response' then (select json_build_object('touchpoint', ${touchpointOf('r')}, 'status', r.status,
      'score', headline.score, 'question', asked.question,
      'comment', (select left(a.text, 400) from answers a where a.organization_id = $1 and a.response_id = r.id and a.kind = 'text' and a.text <> ''
                   order by length(a.text) desc limit 1)) from responses r
        ${joinHeadline({ organizationId: '$1', id: 'r.id', surveyId: 'r.survey_id', version: 'r.version' })}
       where ${of('r')})
  when 'case' then (select json_build_object('touchpoint', ${touchpointOf('k')}, 'number', k.number, 'status', k.status, 'severity', k.severity,
      'isFixed', k.is_fixed) from cases k where ${of('k')})
  when 'delivery' then (select json_build_object('recipient', coalesce(d.recipient_name, d.recipient), 'subject', d.subject, 'status', d.status,
      'caseNumber', (select k.number from cases k where k.organization_id = $1 and k.id = d.case_id)) from deliveries d where ${of('d')})
  else (select json_build_object('survey', s.key, 'title', s.draft -> 'title', 'channel', i.channel, 'reason', i.reason,
      'state', case when i.response_id is not null or i.state = 'skipped' then i.state end)
      from invitations i join surveys s on s.organization_id = $1 and s.id = i.survey_id where ${of('i')}) end`

const statement = `
  with page as materialized (
    select * from (
      ${[
        part('event', 'e.occurred_at', 'e.id', `customer_events e where ${theirs('e')}`),
        part('response', 'r.submitted_at', 'r.id', `responses r where ${theirs('r')}`),
        part('case', 'k.opened_at', 'k.id', `cases k where ${theirs('k')}`),
        part('invitation', 'i.created_at', 'i.id', `invitations i where ${theirs('i')}`),
        part(
          'delivery',
          'd.created_at',
          'd.id',
          deliveriesBy(`case_id = any(array(select k.id from cases k where ${theirs('k')}))`),
        ),
        part(
          'delivery',
          'd.created_at',
          'd.id',
          deliveriesBy(`case_id is null and response_id = any(array(select r.id from responses r where ${theirs('r')}))`),
        ),
      ].join('\n      union all')}
    ) as everything order by at desc, id desc limit $3
  )
  select page.kind, page.id, page.at, ${told} as told from page order by page.at desc, page.id desc`

type Row = { kind: TimelineEntry['kind']; id: string; at: Date; told: object }

/**
 * What happened to a customer and what followed, newest first, one more than `limit` where there is a next page: events, their
 * responses, their cases, what they were asked, and the messages that went out about them.
 */
export const listTimeline = ({ organizationId, customerId, limit, after }: TimelineFilter) =>
  readWithin(limitMs, async (client): Promise<TimelineEntry[]> => {
    const values = [organizationId, customerId, limit + 1, after?.at ?? null, after?.id ?? null]
    const { rows } = await client.query<Row>(statement, values)
    return rows.map(({ told: rest, ...entry }) => {
      const shown = entry.kind === 'response' ? tellRated(rest) : rest
      return { ...shown, ...entry } as TimelineEntry
    })
  })
