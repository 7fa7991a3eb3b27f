import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Moment } from '@/components/ui/moment'
import { ScoreBadge } from '@/components/ui/score-badge'
import { mutedCell, numberCell, Table, tightCell } from '@/components/ui/table'
import type { CustomerWithHealth } from '@/pipeline/analyze/find-customers'
import { HealthReasons, HealthTag } from '../_components/health'
import classes from './customers.module.css'

const columns = ['name', 'health', 'lastAnswer', 'openCases', 'value', 'lastActive'] as const

/** One customer a row: who, how they stand and why, what they are worth. */
export const CustomerTable = ({ customers }: { customers: readonly CustomerWithHealth[] }) => {
  const t = useTranslations('customers')
  const words = useTranslations('customer')
  const locale = useLocale()
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const head = columns.map((key) => ({
    key,
    label: t(`column.${key}`),
    isNumber: key === 'openCases' || key === 'value',
  }))
  return (
    <Table label={t('title')} head={head} isList>
      {customers.map((customer) => (
        <tr key={customer.id}>
          <td>
            <Link prefetch={false} href={`/customers/${customer.id}`} className={classes.name}>
              {customer.name ?? customer.externalId ?? words('unnamed')}
            </Link>
            {customer.name && customer.externalId && <div className={classes.known}>{customer.externalId}</div>}
            {customer.email && <div className={classes.known}>{customer.email}</div>}
          </td>
          <td className={classes.health}>
            <HealthTag level={customer.health.level} />
            <HealthReasons health={customer.health} most={2} />
          </td>
          <td className={tightCell}>
            <ScoreBadge score={customer.lastScore} />
            {customer.lastAnswerAt && (
              <div className={mutedCell}>
                <Moment at={customer.lastAnswerAt} as="relative" />
              </div>
            )}
          </td>
          <td className={numberCell}>{customer.openCases}</td>
          <td className={numberCell}>{customer.value === null ? '–' : whole.format(customer.value)}</td>
          <td className={tightCell}>
            <Moment at={customer.lastActiveAt} as="relative" />
          </td>
        </tr>
      ))}
    </Table>
  )
}
