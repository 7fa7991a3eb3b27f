import { localDay } from '@/domain/analysis/local-day'
import { noSums, type Sums } from '@/domain/analysis/summarize'
import type { MetricDefinition } from '@/domain/metric/definition'
import { scoreResponses } from '@/pipeline/score/score-response'
import { rowsOf } from './shop'

/** A response as the customer gave it. */
export type Told = {
  answers: Record<string, unknown>
  survey: string
  touchpoint: string
  channel: string
  day: string
}

/** Scores all of an organization's responses anew, partial ones too, and answers them as they were given. */
export const tellAll = async (organizationId: string, timeZone: string): Promise<Told[]> => {
  const rows = await rowsOf<Omit<Told, 'day'> & { id: string; at: Date }>(
    `update responses r set scored_revision = 0, score_due_at = now() - interval '1 minute'
       from surveys s, touchpoints t
      where r.organization_id = $1 and s.id = r.survey_id and t.id = r.touchpoint_id
      returning r.id, r.answers, s.key as survey, t.key as touchpoint, coalesce(r.channel, t.channel) as channel, r.submitted_at as at`,
    [organizationId],
  )
  for (let at = 0; at < rows.length; at += 50)
    await scoreResponses(rows.slice(at, at + 50).map(({ id }) => ({ organizationId, id })))
  return rows.map(({ id: _, at, ...row }) => ({ ...row, day: localDay(at, timeZone) }))
}

/** What one response says to a question or a part of one: a number, or what was chosen; undefined where it says nothing. */
const saidTo = ({ answers }: Told, question: string): number | string[] | undefined => {
  const [key = '', part] = question.split('.')
  const whole = answers[key]
  const answer = part === undefined ? whole : (whole as Record<string, unknown> | undefined)?.[part]
  if (answer === undefined) return undefined
  if (typeof answer === 'number') return Math.round(answer * 1000) / 1000
  if (typeof answer === 'boolean') return [answer ? 'yes' : 'no']
  const chosen = (Array.isArray(answer) ? answer : [answer]) as unknown[]
  return chosen.length === 0 ? undefined : chosen.map((one) => (typeof one === 'string' ? one : 'other'))
}

type Counted = { question?: string; surveys?: string[]; options?: string[]; positiveFrom?: number; negativeTo?: number }

/** The sums of a metric from the answers themselves, one by one, by nothing that the product keeps of them. */
export const recount = (key: string, definition: MetricDefinition, told: readonly Told[]): Sums => {
  const { question = key, surveys, options, positiveFrom, negativeTo } = definition as Counted
  const sums = { ...noSums }
  for (const one of told) {
    const said = saidTo(one, question)
    if (said === undefined || (surveys && !surveys.includes(one.survey))) continue
    const value = typeof said === 'number' ? said : 0
    const isHigh = Array.isArray(said)
      ? said.some((option) => options?.includes(option))
      : positiveFrom !== undefined && said >= positiveFrom
    const isLow = !isHigh && negativeTo !== undefined && value <= negativeTo
    sums.n += 1
    sums.sum += value
    sums.sumSquares += value * value
    sums[isHigh ? 'high' : isLow ? 'low' : 'middle'] += 1
  }
  return sums
}
