import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { DefinitionWords } from '@/components/ui/definition-words'
import { Estimate } from '@/components/ui/estimate'
import { Table } from '@/components/ui/table'
import type { Defined } from '@/domain/metric/definition'
import type { MetricView } from '@/domain/metric/metric-view'
import { nameOf } from '@/domain/metric/tell-definition'
import classes from './metric.module.css'

type MetricTableProps = { label: string; rows: readonly { defined: Defined; view: MetricView | null }[] }

/** Metrics with their number and what it counts; a number that takes too long is left out. */
export const MetricTable = ({ label, rows }: MetricTableProps) => {
  const t = useTranslations('metricEditor')
  const locale = useLocale()
  const head = (['name', 'number', 'definition'] as const).map((key) => ({ key, label: t(key) }))
  return (
    <Table label={label} head={head} isList>
      {rows.map(({ defined, view }) => (
        <tr key={defined.key}>
          <td>
            <Link prefetch={false} href={`/settings/metrics/${defined.key}`}>
              {nameOf(defined.key, defined.definition, locale)}
            </Link>
          </td>
          <td className={classes.number}>{view && <Estimate kind={view.shownAs} summary={view.summary} />}</td>
          <td className={classes.definition}>
            <DefinitionWords defined={defined} isShort />
          </td>
        </tr>
      ))}
    </Table>
  )
}
