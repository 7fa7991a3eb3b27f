import type { SearchParams } from 'nuqs/server'
import { gapRange } from '@/domain/survey/question'

const prefix = 'ideal.'

/** The ideals that an address sets, `ideal.QUESTION=8`; what lies outside the scale is left out. */
export const readIdeals = (params: SearchParams): Record<string, number> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      if (!name.startsWith(prefix) || typeof value !== 'string' || value === '') return []
      const ideal = Number(value)
      return ideal >= gapRange.low && ideal <= gapRange.high ? [[name.slice(prefix.length), ideal]] : []
    }),
  )
