import type { Narrowing } from '@/domain/analysis/narrowing'
import { readCondition } from '@/domain/condition/read-condition'
import { type Failure, fail } from '@/domain/errors'

const names = ['journey', 'touchpoint', 'survey', 'channel', 'locale'] as const
type Asked = Readonly<Record<(typeof names)[number] | 'where', string | null>>

/** What an address narrows to, or what is wrong with its condition: nobody may take unfiltered numbers for filtered ones. */
export const readNarrowing = (asked: Asked): { narrowing: Narrowing } | Failure => {
  const { where } = asked
  // PostgreSQL has no text with a NUL in it, so nothing has such a name.
  const keys = Object.fromEntries(
    names.flatMap((name) => {
      const value = asked[name]?.replaceAll('\u0000', '')
      return value ? [[name, value]] : []
    }),
  )
  if (!where) return { narrowing: keys }
  const read = readCondition(where)
  return 'errors' in read ? fail('invalid', undefined, read.errors) : { narrowing: { ...keys, where: read.value } }
}

/** Of an address what is a filter, as it stands there, for the way to another screen. */
export const pickNarrowing = (asked: Asked): Asked =>
  Object.fromEntries([...names, 'where' as const].map((name) => [name, asked[name]])) as Asked

export const isNarrowed = (narrowing: Narrowing): boolean => Object.keys(narrowing).length > 0
