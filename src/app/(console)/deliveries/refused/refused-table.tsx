import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Moment } from '@/components/ui/moment'
import { mutedCell, numberCell, Table, tightCell } from '@/components/ui/table'
import type { MarkRow } from '@/pipeline/act/find-refused'
import { SelectRow } from '../../_components/selection'
import classes from './refused.module.css'

/** Who has the address, as far as anybody here has it. */
const Whose = ({ member, customer }: Pick<MarkRow, 'member' | 'customer'>) => {
  const t = useTranslations('marks')
  if (member)
    return (
      <span>
        {member.name} <span className={mutedCell}>· {t('member')}</span>
      </span>
    )
  if (!customer) return <span className={mutedCell}>{t('nobody')}</span>
  return (
    <Link prefetch={false} href={`/customers/${customer.id}`}>
      {customer.name ?? customer.externalId ?? t('customer')}
    </Link>
  )
}

/** Addresses that take no mail: whose they are, since when and why, and what waits for them. */
export const RefusedTable = ({ marks, maySelect }: { marks: readonly MarkRow[]; maySelect: boolean }) => {
  const t = useTranslations('marks')
  const refused = useTranslations('refused')
  const columns = ['address', 'whose', 'reason', 'since', 'held'] as const
  const head = columns.map((key) => ({ key, label: t(`column.${key}`), isNumber: key === 'held' }))
  return (
    <Table label={t('title')} head={head} isList>
      {marks.map(({ address, member, customer, reason, status, since, heldBack }) => (
        <tr key={address}>
          <td>
            <div className={classes.address}>
              {maySelect && <SelectRow id={address} label={t('select', { address })} />}
              <span>{address}</span>
            </div>
          </td>
          <td>
            <Whose member={member} customer={customer} />
          </td>
          <td className={classes.reason}>{reason || (status ? refused('status', { status }) : refused('noReason'))}</td>
          <td className={tightCell}>
            <Moment at={since} as="relative" />
          </td>
          <td className={numberCell}>{heldBack > 0 ? heldBack : <span className={mutedCell}>–</span>}</td>
        </tr>
      ))}
    </Table>
  )
}
