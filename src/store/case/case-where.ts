import type { CaseStatus } from '@/domain/case/case'

export type CaseNarrowing = {
  organizationId: string
  statuses: readonly CaseStatus[]
  severity?: string | undefined
  touchpoint?: string | undefined
  /** a member's id: their own cases and those of their teams */
  ownerMemberId?: string | undefined
  /** a member's email or a team's key, whose own they are; `none` for nobody's */
  owner?: string | undefined
  /** whose clock ran out before this instant; a clock that stands doesn't run out */
  overdueAt?: Date | undefined
  /** due before this instant, on a clock that runs */
  dueBefore?: Date | undefined
  /** any of these root causes */
  rootCauses?: readonly string[] | undefined
  /** a number, words of the customer's name, or words of their answers as `tsquery` */
  text?: { typed: string; query: string | undefined } | undefined
}

/**
 * What a text finds, as lists of their own, found by their indexes before any case is read: a bounded number of answers, since a word
 * that everybody uses finds nothing in particular.
 */
const textSql = (typed: string, query: string): string => `
  (k.number::text = ltrim(${typed}, '#')
   or k.customer_id in (select w.id from customers w where w.organization_id = $1
        and customer_words(w.name, w.email, w.external_id) @@ (nullif(phraseto_tsquery('simple', customer_split(${typed}::text))::text, '') || ':*')::tsquery)
   or k.id in (select cr.case_id from (select a.response_id from answers a where a.words @@ ${query}::tsquery and (a.organization_id = $1) is true limit 5000) said
        join case_responses cr on cr.organization_id = $1 and cr.response_id = said.response_id))`

/** What narrows rows of `cases` named `k`; the first of `params` is the organization. */
export const caseWhere = (narrowing: CaseNarrowing): { sql: string; params: unknown[] } => {
  const params: unknown[] = [narrowing.organizationId]
  const bind = (value: unknown): string => {
    params.push(value)
    return `$${params.length}`
  }
  const { severity, touchpoint, ownerMemberId, owner, overdueAt, dueBefore, rootCauses, text } = narrowing
  const parts = ['k.organization_id = $1', `k.status = any(${bind(narrowing.statuses)}::text[])`]
  if (severity) parts.push(`k.severity = ${bind(severity)}`)
  if (touchpoint)
    parts.push(`k.touchpoint_id = (select id from touchpoints where organization_id = $1 and key = ${bind(touchpoint)})`)
  if (ownerMemberId) {
    const id = bind(ownerMemberId)
    parts.push(
      `(k.owner_member_id = ${id} or k.owner_team_id in (select team_id from team_members where organization_id = $1 and member_id = ${id}))`,
    )
  }
  if (owner === 'none') parts.push('k.owner_member_id is null and k.owner_team_id is null')
  else if (owner?.includes('@'))
    parts.push(
      `k.owner_member_id = (select m.id from members m join users u on u.id = m.user_id where m.organization_id = $1 and u.email = ${bind(owner)})`,
    )
  else if (owner) parts.push(`k.owner_team_id = (select id from teams where organization_id = $1 and key = ${bind(owner)})`)
  for (const until of [overdueAt, dueBefore]) if (until) parts.push(`k.due_at < ${bind(until)} and k.remaining_minutes is null`)
  if (rootCauses) parts.push(`k.root_cause = any(${bind(rootCauses)}::text[])`)
  if (text) parts.push(textSql(bind(text.typed), bind(text.query ?? null)))
  return { sql: parts.join('\n and '), params }
}
