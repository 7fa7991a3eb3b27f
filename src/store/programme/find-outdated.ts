import type { Issue } from '@/domain/errors'
import { isSame } from '@/domain/same-json'
import { readJourneys } from './save-journey'
import { readMetric } from './save-metric'
import { readRule } from './save-rule'
import { readTouchpoints } from './save-touchpoint'
import type { Scope } from './transaction'

const kinds = ['journeys', 'touchpoints', 'metrics', 'alertRules'] as const
type Kind = (typeof kinds)[number]

/** Objects as somebody saw them, by kind and key; null for one that wasn't there. */
export type Expected = Readonly<Partial<Record<Kind, Readonly<Record<string, unknown>>>>>

const readers: Record<Kind, (scope: Scope, key: string) => Promise<unknown>> = {
  journeys: async (scope, key) => (await readJourneys(scope, key))[key],
  touchpoints: async (scope, key) => (await readTouchpoints(scope, key))[key],
  metrics: readMetric,
  alertRules: async (scope, key) => (await readRule(scope, key))?.rule,
}

/** What isn't as it was seen any more. */
export const findOutdated = async (scope: Scope, expected: Expected): Promise<Issue[]> => {
  const issues: Issue[] = []
  for (const kind of kinds)
    for (const [key, seen] of Object.entries(expected[kind] ?? {})) {
      const stored = (await readers[kind](scope, key)) ?? null
      if (!isSame(stored, seen)) issues.push({ path: `${kind}.${key}`, message: 'has been changed meanwhile' })
    }
  return issues
}
