import type { Narrowing } from '@/domain/analysis/narrowing'
import { compileCondition } from '../condition/compile-condition'

export type ResponseNarrowing = Narrowing & {
  organizationId: string
  status?: string | undefined
  /** only what these gave */
  customers?: readonly string[] | undefined
  /** only what these ask */
  surveys?: readonly string[] | undefined
  /** ids of surveys whose responses don't count; the only ones that do */
  without?: readonly string[] | undefined
  only?: readonly string[] | undefined
  /** categories of the three headline metrics, any of which fits */
  categories?: readonly string[] | undefined
  /** carries this tag; doesn't carry that one */
  tagId?: string | undefined
  withoutTagId?: string | undefined
  from?: Date | undefined
  before?: Date | undefined
}

type Clauses = { sql: string; params: unknown[] }

const taggedWith = `select 1 from response_tags rt
  where rt.organization_id = r.organization_id and rt.response_id = r.id and rt.tag_id = $::uuid`

/** `$` stands for the value. What isn't asked for isn't in the statement, so that each is planned for what it is. */
const clausesOf = (narrowing: ResponseNarrowing): [sql: string, value: unknown][] => [
  ['r.status = $::text', narrowing.status],
  ['r.survey_id = (select s.id from surveys s where s.organization_id = $1 and s.key = $::text)', narrowing.survey],
  [
    'r.survey_id = any(array(select s.id from surveys s where s.organization_id = $1 and s.key = any($::text[])))',
    narrowing.surveys,
  ],
  ['r.survey_id <> all($::uuid[])', narrowing.without],
  ['r.survey_id = any($::uuid[])', narrowing.only],
  ['r.touchpoint_id = (select t.id from touchpoints t where t.organization_id = $1 and t.key = $::text)', narrowing.touchpoint],
  [
    `r.touchpoint_id = any(array(select t.id from touchpoints t
       join stages g on g.organization_id = t.organization_id and g.id = t.stage_id
       join journeys j on j.organization_id = g.organization_id and j.id = g.journey_id
      where t.organization_id = $1 and j.key = $::text))`,
    narrowing.journey,
  ],
  // A response that doesn't say where it came through came through its touchpoint's channel; rollups count it there too.
  [
    `case when r.channel is null then r.touchpoint_id = any(array(
       select t.id from touchpoints t where t.organization_id = $1 and t.channel = $::text)) else r.channel = $::text end`,
    narrowing.channel,
  ],
  ['r.locale = $::text', narrowing.locale],
  // As a list it would be weighed anew for each month's partition; `is true` keeps it from becoming a join.
  ['(r.customer_id in (select unnest($::uuid[]))) is true', narrowing.customers],
  [
    `exists (select 1 from scores sc where sc.organization_id = r.organization_id and sc.response_id = r.id
       and sc.metric in ('nps', 'csat', 'ces') and sc.category = any($::text[]) offset 0)`,
    narrowing.categories,
  ],
  [`exists (${taggedWith})`, narrowing.tagId],
  [`not exists (${taggedWith})`, narrowing.withoutTagId],
  ['r.submitted_at >= $::timestamptz', narrowing.from],
  ['r.submitted_at < $::timestamptz', narrowing.before],
]

/** What narrows rows of `responses` named `r`, from the organization ($1) on; the first parameter of `params` is it. */
export const responseWhere = (narrowing: ResponseNarrowing): Clauses => {
  const params: unknown[] = [narrowing.organizationId]
  const parts = ['r.organization_id = $1']
  for (const [sql, value] of clausesOf(narrowing)) {
    if (value === undefined) continue
    params.push(value)
    parts.push(sql.replaceAll('$::', () => `$${params.length}::`))
  }
  if (narrowing.where) {
    const compiled = compileCondition(narrowing.where, { organization: '$1', firstParameter: params.length + 1 })
    parts.push(compiled.sql)
    params.push(...compiled.params)
  }
  return { sql: parts.join('\n and '), params }
}
