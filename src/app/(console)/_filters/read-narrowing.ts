import type { Narrowing } from '@/domain/analysis/narrowing'
import { readCondition } from '@/domain/condition/read-condition'
import { type Failure, fail } from '@/domain/errors'

type Asked = Readonly<Record<'journey' | 'touchpoint' | 'survey' | 'channel' | 'locale' | 'where', string | null>>

/** What an address narrows to, or what is wrong with its condition: nobody may take unfiltered numbers for filtered ones. */
export const readNarrowing = ({ where, ...asked }: Asked): { narrowing: Narrowing } | Failure => {
  // PostgreSQL has no text with a NUL in it, so nothing has such a name.
  const keys = Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value.replaceAll('\u0000', '')]] : [])),
  )
  if (!where) return { narrowing: keys }
  const read = readCondition(where)
  return 'errors' in read ? fail('invalid', undefined, read.errors) : { narrowing: { ...keys, where: read.value } }
}

export const isNarrowed = (narrowing: Narrowing): boolean => Object.keys(narrowing).length > 0
