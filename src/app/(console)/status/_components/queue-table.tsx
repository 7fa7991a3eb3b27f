import { useTranslations } from 'next-intl'
import { Empty } from '@/components/ui/empty'
import { numberCell, Table } from '@/components/ui/table'
import type { SystemStatus } from '@/pipeline/operate/get-system-status'

export const QueueTable = ({ queues, locale }: { queues: SystemStatus['queues']; locale: string }) => {
  const t = useTranslations('status')
  if (!queues) return <Empty title={t('queueAway')}>{t('queueAwayHint')}</Empty>
  const columns = ['waiting', 'active', 'delayed', 'failed'] as const
  const head = [{ key: 'queue', label: t('queue') }, ...columns.map((key) => ({ key, label: t(key), isNumber: true }))]
  const number = new Intl.NumberFormat(locale)
  return (
    <Table label={t('queues')} head={head}>
      {queues.map((counts) => (
        <tr key={counts.queue}>
          <td>{t.has(`jobs.${counts.queue}`) ? t(`jobs.${counts.queue}`) : counts.queue}</td>
          {columns.map((key) => (
            <td key={key} className={numberCell}>
              {number.format(counts[key])}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  )
}
