import type { Issue } from '@/domain/errors'
import { readJourneys } from './save-journey'
import { readTouchpoints } from './save-touchpoint'
import { isSame, type Scope } from './transaction'

/** Objects as somebody saw them, by kind and key; null for one that wasn't there. */
export type Expected = Readonly<Partial<Record<'journeys' | 'touchpoints', Readonly<Record<string, unknown>>>>>

const readers = { journeys: readJourneys, touchpoints: readTouchpoints }

/** What isn't as it was seen any more. */
export const findOutdated = async (scope: Scope, expected: Expected): Promise<Issue[]> => {
  const issues: Issue[] = []
  for (const kind of ['journeys', 'touchpoints'] as const)
    for (const [key, seen] of Object.entries(expected[kind] ?? {})) {
      const stored = (await readers[kind](scope, key))[key] ?? null
      if (!isSame(stored, seen)) issues.push({ path: `${kind}.${key}`, message: 'has been changed meanwhile' })
    }
  return issues
}
