import { getTranslations } from 'next-intl/server'
import { channelLabel } from '@/components/format/channel-label'
import type { Narrowing } from '@/domain/analysis/narrowing'
import { isSuppressed, type Summary } from '@/domain/analysis/summarize'
import { andCondition } from '@/domain/condition/and-condition'
import { readCondition } from '@/domain/condition/read-condition'
import { type Failure, isFailure } from '@/domain/errors'
import { localize } from '@/domain/localized'
import type { Board, WidgetOf } from './board'
import { boardHref } from './board-href'

export type Group = { key: string; name: string; href: string; summary: Summary }

const bySegments = async (
  { metric, segments = [] }: WidgetOf<'breakdown'>,
  board: Board,
  narrowing: Narrowing,
): Promise<Group[] | Failure> => {
  const found = await Promise.all(
    segments.map(async ({ name, where }): Promise<Group | Failure | null> => {
      const read = readCondition(where)
      if ('errors' in read) return null
      const narrowed = { ...narrowing, where: andCondition(narrowing.where, read.value) }
      const all = await board.read.breakdown(narrowed, metric)
      if (isFailure(all)) return all
      const summary = all[0]?.summary
      return summary ? { key: `${name} ${where}`, name, href: boardHref('/', board, narrowed), summary } : null
    }),
  )
  const failed = found.find((one): one is Failure => one !== null && isFailure(one))
  return failed ?? found.filter((one): one is Group => one !== null && !isFailure(one))
}

/** A metric's groups that have answers, the highest first, with those that may not be told among them; `too_slow` as the numbers of the screens are. */
export const readBreakdown = async (
  widget: WidgetOf<'breakdown'>,
  board: Board,
  narrowing: Narrowing,
): Promise<Group[] | Failure> => {
  const { metric, by } = widget
  if (by === 'segment') return bySegments(widget, board, narrowing)
  const [t, channels, found] = await Promise.all([
    getTranslations('dashboards'),
    getTranslations('channels'),
    board.read.breakdown(narrowing, metric, by),
  ])
  if (isFailure(found)) return found
  const { touchpoints } = board.options
  const nameOf = (key: string): string => {
    if (by === 'touchpoint') return localize(touchpoints.find((one) => one.key === key)?.name, board.locale) || key
    return key === '' ? t('noChannel') : channelLabel(channels, key)
  }
  const groups = found.map(({ key: group, summary }): Group => {
    const key = group ?? ''
    return { key, name: nameOf(key), href: boardHref('/', board, { ...narrowing, [by]: key }), summary }
  })
  return groups
    .filter(({ summary }) => summary.n > 0 || isSuppressed(summary))
    .sort((a, b) => (b.summary.value ?? 0) - (a.summary.value ?? 0))
}
