import type { Period } from '@/domain/analysis/period'
import { type Spread, type SpreadBar, spreadOfNumbers, spreadOfOptions, spreadOfScale } from '@/domain/analysis/spread'
import { type Failure, fail, isFailure } from '@/domain/errors'
import type { Localized } from '@/domain/localized'
import type { Better } from '@/domain/metric/better'
import type { SimpleDefinition } from '@/domain/metric/definition'
import type { Measure } from '@/domain/metric/measure'
import { sumsOfRows } from '@/domain/metric/number-of'
import { type Behind, questionBehind } from '@/domain/metric/question-choices'
import { readingOf } from '@/domain/metric/reading'
import { prisma } from '@/store/connection'
import { readDefinitions } from '@/store/metric/read-definitions'
import { readQuestions } from '@/store/programme/read-questions'
import type { MeasureFilter } from '@/store/reports/measure-places'
import { sumMeasures } from '@/store/reports/sum-measures'

type Asked = Omit<MeasureFilter, 'from' | 'to'> & { metric: string; period: Period }

/** `texts` of the options by key; `hidden`: see `Sums`. */
export type OwnDistribution = {
  question: string
  surveys: readonly string[] | undefined
  texts: Readonly<Record<string, Localized>>
  better: Better
  n: number
  bars: SpreadBar[]
  hidden?: number | undefined
}

const spreadOf = async (
  measure: Measure,
  { options, numbers }: Behind,
  definition: SimpleDefinition,
  filter: MeasureFilter,
): Promise<Spread | Failure> => {
  if (options) {
    const offered = [...new Set(options.map(({ key }) => key))]
    return spreadOfOptions(measure, offered, definition.of === 'share' ? definition.options : undefined)
  }
  const cut = definition.of === 'share' ? definition.positiveFrom : undefined
  if (numbers) return spreadOfScale(measure, numbers, cut)
  const mean: Measure = { ...measure, key: `${measure.key} mean`, kind: 'mean', shownAs: 'mean', cuts: {}, ends: null }
  const rows = await sumMeasures([mean], filter, 'touchpoint')
  return isFailure(rows) ? rows : spreadOfNumbers(measure, sumsOfRows(rows)(mean.key), cut)
}

/**
 * How the answers to the question behind a metric of one's own spread. `not_found` where nothing of that key is defined, `invalid`
 * where there is no distribution (an index is made of several questions, a ranking names every option), `too_slow` as `getHeadlines`.
 */
export const getOwnDistribution = async ({ metric, period, ...narrowed }: Asked): Promise<OwnDistribution | Failure> => {
  const { organizationId } = narrowed
  const definitions = await readDefinitions(organizationId)
  const [defined, reading] = [definitions.own[metric], readingOf(definitions, metric)]
  if (!defined || !reading) return fail('not_found', `There is no metric "${metric}" of one's own.`)
  const { definition } = defined
  const behind =
    definition.of === 'index' ? undefined : questionBehind(await readQuestions({ db: prisma(), organizationId }), definition)
  if (definition.of === 'index' || 'parts' in reading || !behind)
    return fail('invalid', undefined, [{ path: 'metric', message: `"${metric}" has no distribution` }])
  const filter = { ...narrowed, ...period }
  const spread = await spreadOf(reading.measure, behind, definition, filter)
  if (isFailure(spread)) return spread
  const rows = await sumMeasures(spread.measures, filter, 'touchpoint')
  if (isFailure(rows)) return rows
  const texts = Object.fromEntries((behind.options ?? []).map(({ key, text }) => [key, text]))
  const { question, surveys } = definition
  return { question, surveys, texts, better: reading.measure.better, ...spread.barsOf(sumsOfRows(rows)) }
}

/** The metrics of one's own that have a distribution, in the order in which they are listed. */
export const findSpreadMetrics = async (organizationId: string): Promise<string[]> => {
  const [{ own }, placed] = await Promise.all([readDefinitions(organizationId), readQuestions({ db: prisma(), organizationId })])
  return Object.values(own).flatMap(({ key, definition }) =>
    definition.of !== 'index' && questionBehind(placed, definition) ? [key] : [],
  )
}
