import { listHref } from '@/components/format/list-href'
import { andCondition } from '@/domain/condition/and-condition'
import type { Condition } from '@/domain/condition/condition'
import { writeCondition } from '@/domain/condition/write-condition'
import { pickNarrowing } from '../../_filters/read-narrowing'

type Days = { period: string; from: string | null; to: string | null }

/** The answers that fit a condition, or all, among those that the screen is narrowed to. */
export const answersOf = (
  view: Parameters<typeof pickNarrowing>[0] & Days,
  where: Condition | undefined,
  one: Condition | undefined,
): string => {
  const { period, from, to } = view
  return listHref(
    '/responses',
    { ...pickNarrowing(view), period, from, to },
    one ? { where: writeCondition(andCondition(where, one)) } : {},
  )
}
