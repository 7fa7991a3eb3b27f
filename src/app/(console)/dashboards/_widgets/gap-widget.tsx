import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { HiddenNumber } from '@/components/ui/hidden-number'
import { isNarrowed } from '../../_filters/read-narrowing'
import { GapExport } from '../../analysis/gap/_components/gap-export'
import type { WidgetOf } from './board'
import { GapList } from './gap-list'
import type { WidgetProps } from './widget-body'
import classes from './widgets.module.css'

/** The gaps of a survey, the worst first; only the period narrows them. */
export const GapWidget = async ({ widget, board, title }: WidgetProps<WidgetOf<'gap'>>) => {
  const [t, gap, { survey, gaps, hidden }] = await Promise.all([
    getTranslations('dashboards'),
    getTranslations('gap'),
    board.read.gap(widget.survey),
  ])
  if (!survey || (widget.survey && survey.key !== widget.survey))
    return (
      <Card title={title}>
        <p className={classes.notice}>{gap('noSurvey')}</p>
      </Card>
    )
  return (
    <Card
      title={title}
      isFlush
      aside={
        <span className={classes.aside}>
          <Link prefetch={false} href={`/analysis/gap?survey=${encodeURIComponent(survey.key)}`}>
            {gap('title')}
          </Link>
          {gaps.length > 0 && <GapExport gaps={gaps} locale={board.locale} />}
        </span>
      }
    >
      {gaps.length === 0 ? (
        <p className={classes.flushNotice}>{hidden ? <HiddenNumber least={hidden.least} /> : gap('noAnswers')}</p>
      ) : (
        <GapList gaps={gaps} locale={board.locale} />
      )}
      {isNarrowed(board.narrowing) && <p className={classes.flushNotice}>{t('periodOnly')}</p>}
    </Card>
  )
}
