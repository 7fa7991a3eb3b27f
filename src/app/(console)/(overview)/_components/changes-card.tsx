import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { changeWord, markOfChange } from '@/components/format/change-word'
import { channelLabel } from '@/components/format/channel-label'
import { formatChange, formatChangeBounds } from '@/components/format/format-metric'
import { Card } from '@/components/ui/card'
import { Mark } from '@/components/ui/mark'
import { MetricName } from '@/components/ui/metric-name'
import { localize } from '@/domain/localized'
import type { Changes, Mover } from '@/pipeline/analyze/get-changes'
import classes from './overview.module.css'

type ChangesCardProps = {
  changes: Pick<Changes, 'moves' | 'compared'>
  /** the address that shows a touchpoint or a channel alone */
  hrefOf: (mover: Mover) => string
  locale: string
  title?: ReactNode
}

/** Where it moved most, and since when: only what is more than chance among all that was compared. */
export const ChangesCard = ({ changes: { moves, compared }, hrefOf, locale, title }: ChangesCardProps) => {
  const t = useTranslations('overview.changes')
  const metrics = useTranslations('metrics')
  const channels = useTranslations('channels')
  const format = useFormatter()
  return (
    <Card title={title ?? t('title')} isFlush>
      {moves.length === 0 && <p className={classes.quiet}>{compared > 0 ? t('none', { count: compared }) : t('nothing')}</p>}
      <ul>
        {moves.map(({ mover, metric, kind, better, n, comparison, shift }) => {
          return (
            <li key={`${mover.by}-${mover.key}-${metric}`}>
              <Link prefetch={false} href={hrefOf(mover)} className={classes.move}>
                <Mark {...markOfChange(comparison, better)} label={metrics(`change.${changeWord(comparison, better)}`)} />
                <span>{mover.by === 'touchpoint' ? localize(mover.name, locale) : channelLabel(channels, mover.key)}</span>
                <span className={classes.moved} title={metrics('changeInterval', formatChangeBounds(kind, comparison, locale))}>
                  <strong>{formatChange(kind, comparison.difference, locale)}</strong> <MetricName metric={metric} />
                </span>
                <small>
                  {shift
                    ? t('since', {
                        day: format.dateTime(new Date(`${shift.since}T00:00:00Z`), {
                          day: 'numeric',
                          month: 'short',
                          timeZone: 'UTC',
                        }),
                      })
                    : t('overall')}{' '}
                  · <i>n</i> {format.number(n)}
                  {better === 'less' && ` · ${t(comparison.difference > 0 ? 'forWorse' : 'forBetter')}`}
                </small>
              </Link>
            </li>
          )
        })}
      </ul>
      {moves.length > 0 && <p className={classes.fine}>{t('many', { count: compared })}</p>}
    </Card>
  )
}
