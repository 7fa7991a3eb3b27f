import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { SearchParams } from 'nuqs/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { listHref } from '@/components/format/list-href'
import { isFailure } from '@/domain/errors'
import { conditionNamespaces } from '@/i18n/client-messages'
import { getDashboard } from '@/pipeline/analyze/find-dashboards'
import { findSavedViews } from '@/pipeline/analyze/find-saved-views'
import { findSpreadMetrics } from '@/pipeline/analyze/get-own-distribution'
import { ClientWords } from '../../../_shell/client-words'
import { openBoard } from '../../_board/open-board'
import { WidgetSlot } from '../../_widgets/widget-slot'
import { BoardEditor } from './_editor/board-editor'

type EditPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('dashboards'))('edit') })

/** A dashboard being composed, with its own numbers in it. */
export default async function EditDashboardPage({ params, searchParams }: EditPageProps) {
  const member = await requirePermission('analysis.read')
  const { id } = await params
  const dashboard = await getDashboard(member, id)
  if (isFailure(dashboard)) notFound()
  if (!dashboard.isOwn && !can(member.role, 'programme.write')) redirect(`/dashboards/${id}`)
  const { revision, name, isShared, isOwn, widgets } = dashboard
  const [views, spread, { board }] = await Promise.all([
    findSavedViews(member),
    findSpreadMetrics(member.organizationId),
    openBoard(member, widgets, await searchParams),
  ])
  const { view, options } = board
  const search = Object.fromEntries(new URLSearchParams(listHref('', view, {}).slice(1)))
  const segments = views.flatMap(({ kind, name: segment, parameters: { where } }) =>
    kind === 'segment' && where ? [{ name: segment, where }] : [],
  )
  return (
    <ClientWords of={[...conditionNamespaces, 'dashboards', 'dashboardEdit']}>
      <BoardEditor
        key={revision}
        {...{ id, revision, isOwn, options, segments, spread, search }}
        saved={{ name, isShared, widgets }}
        contents={Object.fromEntries(
          widgets.map((widget) => [widget.id, <WidgetSlot key={widget.id} widget={widget} board={board} />]),
        )}
        back={listHref(`/dashboards/${id}`, view, {})}
      />
    </ClientWords>
  )
}
