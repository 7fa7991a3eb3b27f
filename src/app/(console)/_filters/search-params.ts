import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { lenses } from '@/domain/analysis/lens'
import { besides } from '@/domain/analysis/map-sides'
import { comparisons } from '@/domain/analysis/period'

const periods = ['7d', '30d', '90d', '365d', 'custom'] as const

/** What narrows numbers and lists alike; `where` is a condition as `writeCondition` writes it. */
export const narrowingParsers = {
  journey: parseAsString,
  touchpoint: parseAsString,
  survey: parseAsString,
  channel: parseAsString,
  locale: parseAsString,
  where: parseAsString,
}

/** The days that a list is narrowed to, if any. */
export const daysParsers = { period: parseAsStringLiteral(periods), from: parseAsString, to: parseAsString }

/** What narrows the analysis screens, kept in the address so that a view can be shared. */
export const viewParsers = {
  ...narrowingParsers,
  ...daysParsers,
  period: parseAsStringLiteral(periods).withDefault('30d'),
  compare: parseAsStringLiteral(comparisons).withDefault('previous'),
  compareFrom: parseAsString,
  compareTo: parseAsString,
}

/** What the journey map is drawn in, seen through, and set beside. */
export const mapParsers = {
  ...viewParsers,
  measure: parseAsString,
  lens: parseAsStringLiteral(lenses).withDefault('standard'),
  pick: parseAsString,
  beside: parseAsStringLiteral(besides),
  besideWhere: parseAsString,
}

export const loadMap = createLoader(mapParsers)

export const loadView = createLoader(viewParsers)

/** the metric of the trend: one of the field's or of the organization's own */
export const metricParser = parseAsString
