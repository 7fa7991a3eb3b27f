import type { HeadlineScore } from '../score/headline'

/** A customer as lists show them. */
export type CustomerRow = {
  id: string
  externalId: string | null
  name: string | null
  email: string | null
  value: number | null
  lastActiveAt: Date
  lastAnswerAt: Date | null
  lastScore: HeadlineScore | null
  openCases: number
}

/** The columns of a `CustomerRow`, of a table named `c`. */
export const customerRowColumns = `
  c.id, c.external_id as "externalId", c.name, c.email, c.value, c.last_active_at as "lastActiveAt", c.last_answer_at as "lastAnswerAt",
  case when c.last_metric is not null then json_build_object('metric', c.last_metric, 'value', c.last_value::float8,
    'category', c.last_category) end as "lastScore", c.open_cases as "openCases"`
