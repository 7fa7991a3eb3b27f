import { useTranslations } from 'next-intl'
import { formatDuration } from '@/components/format/format-duration'
import { mutedCell, numberCell, Table } from '@/components/ui/table'
import type { Latency } from '@/pipeline/operate/get-latencies'

export const LatencyTable = ({ latencies, locale }: { latencies: readonly Latency[]; locale: string }) => {
  const t = useTranslations('status')
  const head = [
    { key: 'leg', label: t('leg') },
    { key: 'p50', label: 'p50', isNumber: true },
    { key: 'p95', label: 'p95', isNumber: true },
    { key: 'p99', label: 'p99', isNumber: true },
    { key: 'n', label: 'n', isNumber: true },
  ]
  const show = (milliseconds: number | null) => (milliseconds === null ? '–' : formatDuration(milliseconds, locale))
  return (
    <Table label={t('latency')} head={head}>
      {latencies.map(({ leg, n, p50, p95, p99 }) => (
        <tr key={leg}>
          <td>
            {t(`legs.${leg}`)}
            <div className={mutedCell}>{t(`legHint.${leg}`)}</div>
          </td>
          <td className={numberCell}>{show(p50)}</td>
          <td className={numberCell}>{show(p95)}</td>
          <td className={numberCell}>{show(p99)}</td>
          <td className={numberCell}>{new Intl.NumberFormat(locale).format(n)}</td>
        </tr>
      ))}
    </Table>
  )
}
