import { useTranslations } from 'next-intl'
import { formatDuration } from '@/components/format/format-duration'
import { Empty } from '@/components/ui/empty'
import { mutedCell, numberCell, Table } from '@/components/ui/table'
import { type Latency, type LatencyDay, latencyLegs } from '@/pipeline/operate/get-latencies'

const Cell = ({ latency, locale }: { latency: Latency | undefined; locale: string }) => {
  if (!latency || latency.p50 === null || latency.p95 === null) return <td className={numberCell}>–</td>
  return (
    <td className={numberCell}>
      {formatDuration(latency.p50, locale)}
      <div className={mutedCell}>{formatDuration(latency.p95, locale)}</div>
    </td>
  )
}

/** What each way took, day by day: half of the answers, and nineteen of twenty below. */
export const LatencyLedger = ({ days, locale }: { days: readonly LatencyDay[]; locale: string }) => {
  const t = useTranslations('status')
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
