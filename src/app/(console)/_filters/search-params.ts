import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server'

const periods = ['7d', '30d', '90d', '365d', 'custom'] as const

/** What narrows the analysis screens, kept in the address so that a view can be shared. */
export const viewParsers = {
  period: parseAsStringLiteral(periods).withDefault('30d'),
  from: parseAsString,
  to: parseAsString,
  touchpoint: parseAsString,
  survey: parseAsString,
  channel: parseAsString,
}

export const loadView = createLoader(viewParsers)

export const metricParser = parseAsStringLiteral(['nps', 'csat', 'ces'] as const)
