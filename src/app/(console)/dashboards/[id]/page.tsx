import { Maximize, Pencil, Printer } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { SearchParams } from 'nuqs/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { listHref } from '@/components/format/list-href'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { isFailure } from '@/domain/errors'
import { localize } from '@/domain/localized'
import { getDashboard } from '@/pipeline/analyze/find-dashboards'
import { CompareFilter } from '../../_filters/compare-filter'
import { ConditionFilter } from '../../_filters/condition-filter'
import { FilterBar } from '../../_filters/filter-bar'
import { FilterNotice } from '../../_filters/filter-notice'
import { PeriodFilter } from '../../_filters/period-filter'
import { LiveRefresh } from '../../_live/live-refresh'
import classes from '../_board/board.module.css'
import { BoardGrid } from '../_board/board-grid'
import { openBoard } from '../_board/open-board'

type DashboardPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('dashboards'))('one') })

/** One dashboard, narrowed by its address as every screen of numbers is. */
export default async function DashboardPage({ params, searchParams }: DashboardPageProps) {
  const member = await requirePermission('analysis.read')
  const { id } = await params
  const dashboard = await getDashboard(member, id)
  if (isFailure(dashboard)) notFound()
  const { widgets, name, isOwn, isShared, owner } = dashboard
  const [t, { board, failure }] = await Promise.all([
    getTranslations('dashboards'),
    openBoard(member, widgets, await searchParams, `/dashboards/${id}`),
  ])
  const { view, period, comparedWith, narrowing, options } = board
  const to = (path: string) => listHref(`/dashboards/${id}${path}`, view, {})
  const mayEdit = isOwn || can(member.role, 'programme.write')
  const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const
  return (
    <div>
      <PageHeader
        title={localize(name, board.locale)}
        lead={isOwn ? t(isShared ? 'sharedByYou' : 'private') : t('sharedBy', { name: owner })}
        back={{ href: '/dashboards', label: t('title') }}
        beside={<LiveRefresh types={['response', 'metric', 'alert', 'case']} />}
      >
        <FilterBar
          options={options}
          first={<PeriodFilter from={period.from} to={period.to} isCustom={view.period === 'custom'} />}
          more={<ConditionFilter organizationId={member.organizationId} where={narrowing.where} />}
        >
          <CompareFilter from={comparedWith.from} to={comparedWith.to} isCustom={view.compare === 'custom'} />
        </FilterBar>
        <div className={classes.tools}>
          {mayEdit && (
            <ButtonLink href={to('/edit')} variant="default" leftSection={<Pencil {...icon} />}>
              {t('edit')}
            </ButtonLink>
          )}
          <ButtonLink href={to('/wall')} variant="default" leftSection={<Maximize {...icon} />}>
            {t('wall')}
          </ButtonLink>
          <ButtonLink href={to('/print')} variant="default" leftSection={<Printer {...icon} />}>
            {t('print')}
          </ButtonLink>
        </div>
      </PageHeader>
      {failure && <FilterNotice failure={failure} without={listHref(`/dashboards/${id}`, view, { where: null })} />}
      {!failure && widgets.length === 0 && (
        <Card>
          <Empty title={t('empty')} action={mayEdit && <ButtonLink href={to('/edit')}>{t('compose')}</ButtonLink>}>
            {t('emptyHint')}
          </Empty>
        </Card>
      )}
      {!failure && <BoardGrid widgets={widgets} board={board} />}
    </div>
  )
}
