import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Moment } from '@/components/ui/moment'
import { mutedCell, numberCell, Table, tightCell } from '@/components/ui/table'
import { findOverBudget } from '@/pipeline/alert/find-over-budget'
import classes from './alerts.module.css'

/** Who gets more alerts than the budget allows; nothing where nobody does. */
export const OverBudget = async ({ organizationId }: { organizationId: string }) => {
  const [t, format, { days, items }] = await Promise.all([
    getTranslations('alerts.budget'),
    getFormatter(),
    findOverBudget(organizationId),
  ])
  if (items.length === 0) return null
  const now = items.filter(({ held }) => held > 0).length
  const head = [
    { key: 'name', label: t('owner') },
    { key: 'budget', label: t('perDay'), isNumber: true },
    { key: 'told', label: t('today'), isNumber: true },
    { key: 'held', label: t('held'), isNumber: true },
    { key: 'leaves', label: t('leaves') },
    { key: 'days', label: t('daysOver', { days }), isNumber: true },
  ]
  return (
    <details className={classes.over} open={now > 0}>
      <summary>{t('title', { count: now })}</summary>
      <Card isFlush>
        <Table label={t('title', { count: now })} head={head} isList>
          {items.map(({ email, name, perDay, told, held, daysOver, waiting, leavesAt }) => (
            <tr key={email}>
              <td>
                <Link prefetch={false} href={`/cases?owner=${encodeURIComponent(email)}`}>
                  {name}
                </Link>
              </td>
              <td className={numberCell}>{perDay === null ? '–' : format.number(perDay)}</td>
              <td className={numberCell}>{format.number(told)}</td>
              <td className={numberCell}>{format.number(held)}</td>
              <td className={leavesAt ? tightCell : `${tightCell} ${mutedCell}`}>
                {leavesAt ? (
                  <>
                    {t('waiting', { count: waiting })} <Moment at={leavesAt} />
                  </>
                ) : (
                  '–'
                )}
              </td>
              <td className={numberCell}>{format.number(daysOver)}</td>
            </tr>
          ))}
        </Table>
      </Card>
    </details>
  )
}
