import { getLocale, getTranslations } from 'next-intl/server'
import { formatDuration } from '@/components/format/format-duration'
import { Empty } from '@/components/ui/empty'
import { mutedCell, numberCell, Table } from '@/components/ui/table'
import { isFailure } from '@/domain/errors'
import { type Latency, latencyLegs } from '@/pipeline/operate/get-latencies'
import { getLatencyLedger } from '@/pipeline/operate/get-latencies-by-day'

const Cell = ({ latency, locale }: { latency: Latency | undefined; locale: string }) => {
  if (!latency || latency.p50 === null || latency.p95 === null) return <td className={numberCell}>–</td>
  return (
    <td className={numberCell}>
      {formatDuration(latency.p50, locale)}
      <div className={mutedCell}>{formatDuration(latency.p95, locale)}</div>
    </td>
  )
}

const ledgerDays = 14

/** What each way took, day by day: the median, and below it what nineteen of twenty took at most. It may take a while; the page doesn't wait. */
export const LatencyLedger = async ({ organizationId, now }: { organizationId: string; now: Date }) => {
  const [t, locale, days] = await Promise.all([
    getTranslations('status'),
    getLocale(),
    getLatencyLedger(organizationId, ledgerDays, now),
  ])
  if (isFailure(days)) return <Empty title={t('tooManyToCount')} />
  if (days.length === 0) return <Empty title={t('noDays')} />
  const date = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short', day: 'numeric', weekday: 'short' })
  const head = [
    { key: 'day', label: t('day') },
    ...latencyLegs.map((leg) => ({ key: leg, label: t(`legs.${leg}`), isNumber: true })),
    { key: 'n', label: 'n', isNumber: true },
  ]
  return (
    <Table label={t('byDay')} head={head}>
      {days.map(({ day, legs }) => (
        <tr key={day}>
          <td>{date.format(new Date(`${day}T00:00:00Z`))}</td>
          {legs.map((latency) => (
            <Cell key={latency.leg} latency={latency} locale={locale} />
          ))}
          <td className={numberCell}>{new Intl.NumberFormat(locale).format(legs[0]?.n ?? 0)}</td>
        </tr>
      ))}
    </Table>
  )
}
