import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { SearchParams } from 'nuqs/server'
import { openBoard } from '@/app/(console)/dashboards/_board/open-board'
import { WidgetSlot } from '@/app/(console)/dashboards/_widgets/widget-slot'
import { requirePermission } from '@/auth/session'
import { listHref } from '@/components/format/list-href'
import { isUuid } from '@/domain/cursor'
import { isFailure } from '@/domain/errors'
import { localize } from '@/domain/localized'
import { getDashboard } from '@/pipeline/analyze/find-dashboards'
import { nextWall, readEvery } from './rotation'
import { WallFrame } from './wall-frame'

type WallPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('dashboards'))('wall') })

const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? ''

/** A dashboard for a screen on the wall: nothing around it, as large as it goes, and up to date for as long as it hangs there. */
export default async function WallPage({ params, searchParams }: WallPageProps) {
  const member = await requirePermission('analysis.read')
  const [{ id }, asked] = await Promise.all([params, searchParams])
  const dashboard = await getDashboard(member, id)
  if (isFailure(dashboard)) notFound()
  const { widgets, name } = dashboard
  const [t, { board, failure }] = await Promise.all([getTranslations('dashboards'), openBoard(member, widgets, asked)])
  const others = first(asked.next).split(',').filter(isUuid)
  const next = nextWall(id, others)
  return (
    <WallFrame
      name={localize(name, board.locale)}
      lines={board.lines}
      cells={failure ? [] : widgets.map(({ id: widget, x, y, w, h }) => ({ id: widget, x, y, w, h }))}
      every={readEvery(first(asked.every))}
      next={next && listHref(next.path, board.view, { next: next.others.join(','), every: first(asked.every) || null })}
      back={listHref(`/dashboards/${id}`, board.view, {})}
      {...(failure ? { problem: t('unreadable') } : {})}
      nodes={
        failure ? {} : Object.fromEntries(widgets.map((one) => [one.id, <WidgetSlot key={one.id} widget={one} board={board} />]))
      }
    />
  )
}
