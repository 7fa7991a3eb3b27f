import type { Better } from './better'
import { cutsOf } from './cut'
import { type Definitions, findDefined, type IndexDefinition, type MetricDefinition } from './definition'
import type { WeighedPart } from './index-score'
import { type Measure, measureOf } from './measure'

/** How a metric's number is come by: one measure, or the parts of an index. */
export type Reading = { measure: Measure } | { parts: WeighedPart[]; least: number }

const isIndex = (definition: MetricDefinition | undefined): definition is IndexDefinition =>
  definition !== undefined && 'of' in definition && definition.of === 'index'

/** Undefined where nothing of that key is defined, or where an index has lost a part (as it was at a former moment). */
export const readingOf = (definitions: Definitions, key: string): Reading | undefined => {
  const cuts = cutsOf(definitions)
  const definition = findDefined(definitions, key)?.definition
  if (!isIndex(definition)) {
    const measure = measureOf(definitions, cuts, key)
    return measure && { measure }
  }
  const parts = definition.parts.flatMap(({ metric, weight }) => {
    const measure = measureOf(definitions, cuts, metric)
    return measure?.ends ? [{ measure, weight }] : []
  })
  return parts.length === definition.parts.length ? { parts, least: definition.least } : undefined
}

export const measuresOf = (reading: Reading): Measure[] =>
  'parts' in reading ? reading.parts.map(({ measure }) => measure) : [reading.measure]

/** An index goes up where things get better: its parts are put on 0–100 so. */
export const betterOfReading = (reading: Reading): Better => ('parts' in reading ? 'more' : reading.measure.better)

/** Readings by the key of their metric. */
export type Readings = ReadonlyMap<string, Reading>

/** Of a metric, or else of the numbers of the question that has this key. */
const readingOrQuestion = (definitions: Definitions, key: string): Reading | undefined => {
  if (findDefined(definitions, key) || key === 'sentiment') return readingOf(definitions, key)
  const question = { key, source: key, version: 1, least: 1, kind: 'mean', shownAs: 'mean', better: 'more', ends: null } as const
  return { measure: { ...question, cuts: cutsOf(definitions) } }
}

/** Whatever can be read of these keys, metrics and questions alike. */
export const readingsOf = (definitions: Definitions, keys: Iterable<string>): Readings =>
  new Map(
    [...new Set(keys)].flatMap((key) => {
      const reading = readingOrQuestion(definitions, key)
      return reading ? [[key, reading] as const] : []
    }),
  )

/** All that these are counted from, each measure once. */
export const measuresOfAll = (readings: Readings): Measure[] => [
  ...new Map([...readings.values()].flatMap(measuresOf).map((measure) => [measure.key, measure])).values(),
]
