import { dimensions, modules } from '../experience'
import type { Standing } from './standard'

/** What the map's touchpoints are told apart by. */
export const lenses = ['standard', 'dimension', 'module'] as const
export type Lens = (typeof lenses)[number]

/** Where a touchpoint stands to its standard, in one word; `none` where it has no standard or no answers on it. */
export const standingKeys = ['missedSurely', 'missed', 'met', 'metSurely', 'none'] as const
export type StandingKey = (typeof standingKeys)[number]

export const standingKeyOf = (standing: Standing | null): StandingKey => {
  if (!standing) return 'none'
  if (standing.isMet) return standing.isCertain ? 'metSurely' : 'met'
  return standing.isCertain ? 'missedSurely' : 'missed'
}

type Seen = { dimension: string | null; module: string | null; standing: Standing | null }

/** The group that a touchpoint belongs to through a lens; `none` for one that hasn't been given any. */
export const groupOf = (lens: Lens, touchpoint: Seen): string =>
  lens === 'standard' ? standingKeyOf(touchpoint.standing) : (touchpoint[lens] ?? 'none')

const orderOf: Record<Lens, readonly string[]> = {
  standard: standingKeys,
  dimension: [...dimensions, 'none'],
  module: [...modules, 'none'],
}

/** The groups that there are, in their usual order, with what is in them. */
export const groupBy = <One extends Seen>(lens: Lens, touchpoints: readonly One[]): { key: string; touchpoints: One[] }[] =>
  orderOf[lens].flatMap((key) => {
    const own = touchpoints.filter((touchpoint) => groupOf(lens, touchpoint) === key)
    return own.length > 0 ? [{ key, touchpoints: own }] : []
  })
