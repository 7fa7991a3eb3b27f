import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { CaseStatusTag } from '@/components/ui/case-status'
import { SeverityTag } from '@/components/ui/severity'
import type { CaseStatus } from '@/domain/case/case'
import { localize } from '@/domain/localized'
import type { Severity } from '@/domain/schemas'
import type { ResponseDetail } from '@/pipeline/analyze/get-response'
import classes from './response.module.css'

/** What the answer set off: alerts, and the case that follows it up. */
export const ConsequencesCard = ({ alerts, cases, locale }: Pick<ResponseDetail, 'alerts' | 'cases'> & { locale: string }) => {
  const t = useTranslations('response')
  return (
    <Card title={t('consequences')}>
      {alerts.length + cases.length === 0 && <p className={classes.quiet}>{t('noConsequences')}</p>}
      {cases.map((one) => (
        <div key={one.number} className={classes.consequence}>
          <Link prefetch={false} href={`/cases/${one.number}`}>
            {t('case', { number: one.number })}
          </Link>
          <CaseStatusTag status={one.status as CaseStatus} />
        </div>
      ))}
      {alerts.map((alert) => (
        <div key={alert.id} className={classes.consequence}>
          <span>{localize(alert.ruleName, locale)}</span>
          <SeverityTag severity={alert.severity as Severity} />
        </div>
      ))}
    </Card>
  )
}
