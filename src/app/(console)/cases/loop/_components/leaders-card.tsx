import { useLocale, useTranslations } from 'next-intl'
import { formatMetric } from '@/components/format/format-metric'
import { listHref } from '@/components/format/list-href'
import { Card } from '@/components/ui/card'
import { TabLinks } from '@/components/ui/tab-links'
import { numberCell, Table } from '@/components/ui/table'
import type { Leaderboard } from '@/domain/case/loop'
import { localize } from '@/domain/localized'
import classes from './loop.module.css'
import { RateCell } from './rate'

export const boards = ['recovery', 'inTime'] as const
export type Board = (typeof boards)[number]

type LeadersCardProps = { board: Board; leaderboard: Leaderboard; current: Readonly<Record<string, string | null>> }

/** Who does best, with small numbers drawn toward everybody's. */
export const LeadersCard = ({ board, leaderboard, current }: LeadersCardProps) => {
  const t = useTranslations('loop')
  const locale = useLocale()
  const { leaders, mean, strength, suppressed } = leaderboard
  const head = [
    { key: 'owner', label: t('owner') },
    { key: 'shrunk', label: t('shrunk'), isNumber: true },
    { key: 'share', label: t('asMeasured'), isNumber: true },
  ]
  const share = (value: number) => formatMetric('csat', value, locale)
  return (
    <Card title={t('leaders')} isFlush>
      <div className={classes.tabs}>
        <TabLinks
          label={t('leaders')}
          tabs={boards.map((key) => ({
            href: listHref('/cases/loop', current, { board: key === 'recovery' ? null : key }),
            label: t(`board.${key}`),
            isCurrent: key === board,
          }))}
        />
      </div>
      {leaders.length > 0 ? (
        <>
          <Table label={t('leaders')} head={head}>
            {leaders.map(({ owner, n, count, share: value, low, high, shrunk }) => (
              <tr key={`${owner.kind}:${owner.key}`}>
                <td>{localize(owner.name, locale)}</td>
                <td className={numberCell}>
                  <strong>{share(shrunk)}</strong>
                </td>
                <td className={numberCell}>
                  <RateCell rate={{ n, count, value, low, high }} />
                </td>
              </tr>
            ))}
          </Table>
          <p className={classes.hint}>
            {strength === null
              ? t('noDifference', { mean: share(mean) })
              : t('shrunkHint', {
                  mean: share(mean),
                  strength: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(strength),
                })}
            {suppressed > 0 && ` ${t('suppressedCount', { count: suppressed })}`}
          </p>
        </>
      ) : (
        <p className={classes.hint}>{t('noLeaders')}</p>
      )}
    </Card>
  )
}
