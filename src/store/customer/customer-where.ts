export type CustomerNarrowing = {
  organizationId: string
  /** words that their name, email or external id has or begins with */
  words?: readonly string[] | undefined
  hasOpenCase?: boolean | undefined
  /** a detractor, or dissatisfied, at their last answer */
  isUnhappy?: boolean | undefined
  /** with an open case, or unhappy at an answer given since then that is their last */
  atRiskSince?: Date | undefined
  /** with a case that was verified as fixed since then */
  recoveredSince?: Date | undefined
}

/** As the partial index says it, to the letter. */
export const isUnhappySql = `c.last_category in ('detractor', 'dissatisfied')`
export const mayBeAtRiskSql = `(c.open_cases > 0 or ${isUnhappySql})`
export const atRiskSql = (since: string): string =>
  `${mayBeAtRiskSql} and (c.open_cases > 0 or c.last_answer_at >= ${since}::timestamptz)`

/** Whose cases were verified as fixed since then, each once. */
export const recoveredSql = (organization: string, since: string): string =>
  `select k.customer_id from cases k where k.organization_id = ${organization} and k.is_fixed and k.verified_at >= ${since}::timestamptz
      and k.customer_id is not null`

/** A word, its parts in their order, the last of them perhaps only begun. */
const wordSql = (parameter: string): string =>
  `(nullif(phraseto_tsquery('simple', customer_split(${parameter}::text))::text, '') || ':*')::tsquery`

/**
 * What narrows rows of `customers` named `c`; the first of `params` is the organization. Found words come before all else, as a
 * list of their own: without it the planner might read everybody in order of time until it has found enough.
 */
export const customerWhere = (narrowing: CustomerNarrowing): { withSql: string; sql: string; params: unknown[] } => {
  const params: unknown[] = [narrowing.organizationId]
  const bind = (value: unknown): string => {
    params.push(value)
    return `$${params.length}`
  }
  const parts = ['c.organization_id = $1']
  let withSql = ''
  if (narrowing.words && narrowing.words.length > 0) {
    const all = narrowing.words.map((word) => `customer_words(w.name, w.email, w.external_id) @@ ${wordSql(bind(word))}`)
    withSql = `with found as materialized (select w.id from customers w where w.organization_id = $1 and ${all.join(' and ')})`
    parts.push('c.id in (select id from found)')
  }
  if (narrowing.hasOpenCase) parts.push('c.open_cases > 0')
  if (narrowing.isUnhappy) parts.push(isUnhappySql)
  if (narrowing.atRiskSince) parts.push(atRiskSql(bind(narrowing.atRiskSince)))
  if (narrowing.recoveredSince) parts.push(`c.id in (${recoveredSql('$1', bind(narrowing.recoveredSince))})`)
  return { withSql, sql: parts.join('\n and '), params }
}
