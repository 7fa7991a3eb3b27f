import { useTranslations } from 'next-intl'
import { Moment } from '@/components/ui/moment'
import { mutedCell, numberCell, Table } from '@/components/ui/table'
import type { ExportOf } from '@/pipeline/analyze/request-export'

/** Who exported what, everybody's: it stays when the files are gone. */
export const ExportRecord = ({ records, locale }: { records: readonly ExportOf[]; locale: string }) => {
  const t = useTranslations('exports')
  const number = new Intl.NumberFormat(locale)
  const head = [
    { key: 'by', label: t('by') },
    { key: 'at', label: t('at') },
    { key: 'format', label: t('format') },
    { key: 'rows', label: t('rows'), isNumber: true },
    { key: 'downloads', label: t('downloads'), isNumber: true },
    { key: 'customers', label: t('customers') },
  ]
  return (
    <Table label={t('record')} head={head} isList>
      {records.map(({ id, by, createdAt, format, state, total, downloads, hasCustomers }) => (
        <tr key={id}>
          <td>{by}</td>
          <td>
            <Moment at={createdAt} />
          </td>
          <td>
            {t(`formats.${format}`)} <span className={mutedCell}>{t(`states.${state}`)}</span>
          </td>
          <td className={numberCell}>{total === null ? '–' : number.format(total)}</td>
          <td className={numberCell}>{number.format(downloads)}</td>
          <td>{hasCustomers ? t('withCustomers') : t('withoutCustomers')}</td>
        </tr>
      ))}
    </Table>
  )
}
