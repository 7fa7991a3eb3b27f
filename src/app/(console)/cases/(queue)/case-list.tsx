import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { CaseStatusTag } from '@/components/ui/case-status'
import { Moment } from '@/components/ui/moment'
import rows from '@/components/ui/rows.module.css'
import { ScoreBadge } from '@/components/ui/score-badge'
import { SeverityTag } from '@/components/ui/severity'
import { SlaClock } from '@/components/ui/sla-clock'
import { isOpenStatus } from '@/domain/case/case'
import { localize } from '@/domain/localized'
import type { CaseRow } from '@/pipeline/act/find-cases'
import { SelectRow } from '../../_components/selection'
import classes from './case-list.module.css'

type RowProps = { one: CaseRow; locale: string }

const Row = ({ one, locale }: RowProps) => {
  const t = useTranslations('cases')
  const owner = one.ownerName ?? (one.ownerTeam ? localize(one.ownerTeam, locale) : null)
  return (
    <Link prefetch={false} href={`/cases/${one.number}`} className={rows.link} data-row={one.number}>
      <span className={classes.number}>#{one.number}</span>
      <span className={rows.body}>
        <span className={classes.head}>
          <SeverityTag severity={one.severity} />
          <CaseStatusTag status={one.status} />
          <ScoreBadge score={one.score} most={one.rated?.most} />
        </span>
        <span className={rows.words} data-empty={!one.comment || undefined}>
          {one.comment ?? t('noComment')}
        </span>
        <span className={rows.meta}>
          {one.rated && <span>{localize(one.rated.text, locale)}</span>}
          <span>{localize(one.touchpointName, locale)}</span>
          <span>{one.customerName ?? t('anonymous')}</span>
          <span>{owner ?? t('noOwner')}</span>
          {one.responses > 1 && <span>{t('responses', { count: one.responses })}</span>}
        </span>
      </span>
      <span className={rows.tail}>
        {isOpenStatus(one.status) ? (
          <SlaClock openedAt={one.openedAt} dueAt={one.dueAt} remainingMinutes={one.remainingMinutes} />
        ) : null}
        <Moment at={one.openedAt} as="relative" />
      </span>
    </Link>
  )
}

type CaseListProps = { cases: readonly CaseRow[]; locale: string; mayAct: boolean }

/** One case a row: what happened, to whom, how long there is, who has it; to be selected by who may act. */
export const CaseList = ({ cases, locale, mayAct }: CaseListProps) => {
  const t = useTranslations('cases')
  return (
    <ul className={rows.list}>
      {cases.map((one) => (
        <li key={one.number} className={mayAct ? `${rows.row} ${classes.selectable}` : rows.row}>
          {mayAct && (
            <SelectRow
              id={String(one.number)}
              label={t('select', { number: String(one.number) })}
              className={classes.selectRow}
            />
          )}
          <Row one={one} locale={locale} />
        </li>
      ))}
    </ul>
  )
}
