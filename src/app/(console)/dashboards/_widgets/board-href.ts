import { listHref } from '@/components/format/list-href'
import type { Narrowing } from '@/domain/analysis/narrowing'
import { andCondition } from '@/domain/condition/and-condition'
import type { Condition } from '@/domain/condition/condition'
import { writeCondition } from '@/domain/condition/write-condition'
import type { Board } from './board'

/** The way to another screen, narrowed as a widget is, over the same days; `and` narrows it further. */
export const boardHref = (path: '/' | '/responses', { view }: Board, narrowing: Narrowing, and?: Condition): string => {
  const { period, from, to, compare, compareFrom, compareTo } = view
  const { where, ...places } = narrowing
  const condition = and ? andCondition(where, and) : where
  return listHref(
    path,
    { ...places, period, from, to, ...(path === '/' ? { compare, compareFrom, compareTo } : {}) },
    { where: condition ? writeCondition(condition) : null },
  )
}
