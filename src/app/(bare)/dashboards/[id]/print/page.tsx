import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { createLoader, parseAsStringLiteral, type SearchParams } from 'nuqs/server'
import { openBoard } from '@/app/(console)/dashboards/_board/open-board'
import { requirePermission } from '@/auth/session'
import { listHref } from '@/components/format/list-href'
import { isFailure } from '@/domain/errors'
import { localize } from '@/domain/localized'
import { getDashboard } from '@/pipeline/analyze/find-dashboards'
import { pageStyle, sheetWidth, turns } from './paper'
import classes from './print.module.css'
import { PrintBands } from './print-bands'
import { PrintBar } from './print-bar'

type PrintPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

const loadPaper = createLoader({
  size: parseAsStringLiteral(['a4', 'letter'] as const).withDefault('a4'),
  turn: parseAsStringLiteral(turns).withDefault('landscape'),
})

export const generateMetadata = async ({ params }: PrintPageProps): Promise<Metadata> => {
  const member = await requirePermission('analysis.read')
  const [t, dashboard] = await Promise.all([getTranslations('dashboards'), getDashboard(member, (await params).id)])
  // Browsers name the file after the page.
  return { title: isFailure(dashboard) ? t('print') : localize(dashboard.name, await getLocale()) }
}

/** A dashboard as it goes on paper: light, cut between widgets, with its period and its filters in words. */
export default async function PrintPage({ params, searchParams }: PrintPageProps) {
  const member = await requirePermission('analysis.read')
  const [{ id }, paper] = await Promise.all([params, loadPaper(searchParams)])
  const dashboard = await getDashboard(member, id)
  if (isFailure(dashboard)) notFound()
  const { widgets, name } = dashboard
  const [t, format, { board, failure }] = await Promise.all([
    getTranslations('dashboards'),
    getFormatter(),
    openBoard(member, widgets, await searchParams),
  ])
  const day = format.dateTime(board.now, { dateStyle: 'long', timeZone: board.timeZone })
  return (
    <>
      <style>{pageStyle(paper.size, paper.turn)}</style>
      <PrintBar back={listHref(`/dashboards/${id}`, board.view, {})} />
      <div className={classes.desk}>
        <main data-bare className={`onPaper ${classes.sheet}`} style={{ width: `${sheetWidth(paper.size, paper.turn)}mm` }}>
          <header className={classes.head}>
            <p>{localize(member.organizationName, board.locale)}</p>
            <h1>{localize(name, board.locale)}</h1>
            <p>{board.lines.join(' · ')}</p>
            <p>{t('printedOn', { day })}</p>
          </header>
          {failure ? <p role="alert">{t('unreadable')}</p> : <PrintBands widgets={widgets} board={board} turn={paper.turn} />}
          <p className={classes.foot}>{t('printNote')}</p>
        </main>
      </div>
    </>
  )
}
