import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatDuration } from '@/components/format/format-duration'
import { Card } from '@/components/ui/card'
import { numberCell, Table } from '@/components/ui/table'
import type { LoopGroup } from '@/domain/case/loop'
import classes from './loop.module.css'
import { RateCell } from './rate'

type GroupsCardProps = {
  title: string
  hint?: string
  groups: readonly (LoopGroup<object> & { id: string; name: ReactNode })[]
}

const columns = ['cases', 'acknowledge', 'resolve', 'inTime', 'escalated', 'reopened', 'recovered'] as const

/** The loop of each owner, team or touchpoint. */
export const GroupsCard = ({ title, hint, groups }: GroupsCardProps) => {
  const t = useTranslations('loop')
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  const show = (minutes: number | null) => (minutes === null ? '–' : formatDuration(minutes * 60_000, locale, 'minute'))
  if (groups.length === 0) return null
  const head = [{ key: 'name', label: t('who') }, ...columns.map((key) => ({ key, label: t(`group.${key}`), isNumber: true }))]
  return (
    <Card title={title} isFlush>
      <Table label={title} head={head}>
        {groups.map(({ id, name, figures, recovery }) => (
          <tr key={id}>
            <td>{name}</td>
            {'suppressed' in figures ? (
              <td colSpan={columns.length - 1} className={numberCell}>
                <RateCell rate={figures} />
              </td>
            ) : (
              <>
                <td className={numberCell}>{number.format(figures.cases)}</td>
                <td className={numberCell}>{show(figures.acknowledgeMinutes)}</td>
                <td className={numberCell}>{show(figures.resolveMinutes)}</td>
                <td className={numberCell}>
                  <RateCell rate={figures.inTime} />
                </td>
                <td className={numberCell}>{number.format(figures.escalated)}</td>
                <td className={numberCell}>{number.format(figures.reopened)}</td>
              </>
            )}
            <td className={numberCell}>
              <RateCell rate={recovery} />
            </td>
          </tr>
        ))}
      </Table>
      {hint && <p className={classes.hint}>{hint}</p>}
    </Card>
  )
}
