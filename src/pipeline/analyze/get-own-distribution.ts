import type { Period } from '@/domain/analysis/period'
import { type Spread, type SpreadBar, spreadOfNumbers, spreadOfOptions, spreadOfScale } from '@/domain/analysis/spread'
import { type Failure, fail, isFailure } from '@/domain/errors'
import type { Localized } from '@/domain/localized'
import type { SimpleDefinition } from '@/domain/metric/definition'
import type { Measure } from '@/domain/metric/measure'
import { sumsOfRows } from '@/domain/metric/number-of'
import { hasDistribution, numbersOf, type QuestionChoice, questionChoices } from '@/domain/metric/question-choices'
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
  n: number
  bars: SpreadBar[]
  hidden?: number | undefined
}

type Behind = { options: QuestionChoice['options']; numbers: ReturnType<typeof numbersOf> }

/** The question behind a metric as its surveys ask it, with the options of all of them; undefined where it has no distribution. */
const questionBehind = async (organizationId: string, { question, surveys }: SimpleDefinition): Promise<Behind | undefined> => {
  const placed = await readQuestions({ db: prisma(), organizationId })
  const [base = ''] = question.split('.')
  const asked = placed.filter((one) => one.question.key === base && (!surveys || surveys.includes(one.survey)))
  const [first] = asked
  if (!first || !asked.every((one) => hasDistribution(one.question))) return undefined
  const choices = asked.flatMap((one) => questionChoices([one]).filter((choice) => choice.question === question))
  const isChosen = choices.some(({ options }) => options !== null)
  return { options: isChosen ? choices.flatMap(({ options }) => options ?? []) : null, numbers: numbersOf(first.question) }
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
  const behind = definition.of === 'index' ? undefined : await questionBehind(organizationId, definition)
  if (definition.of === 'index' || 'parts' in reading || !behind)
    return fail('invalid', undefined, [{ path: 'metric', message: `"${metric}" has no distribution` }])
  const filter = { ...narrowed, ...period }
  const spread = await spreadOf(reading.measure, behind, definition, filter)
  if (isFailure(spread)) return spread
  const rows = await sumMeasures(spread.measures, filter, 'touchpoint')
  if (isFailure(rows)) return rows
  const texts = Object.fromEntries((behind.options ?? []).map(({ key, text }) => [key, text]))
  return { question: definition.question, surveys: definition.surveys, texts, ...spread.barsOf(sumsOfRows(rows)) }
}
