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
