import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Moment } from '@/components/ui/moment'
import { SeverityTag } from '@/components/ui/severity'
import { mutedCell, Table, tightCell } from '@/components/ui/table'
import { findingPath } from '@/domain/alert/finding'
import { localize } from '@/domain/localized'
import type { AlertRow } from '@/pipeline/alert/find-alerts'

const statuses = ['raised', 'acknowledged', 'muted'] as const

/** What the alert is about: what was found, or the response. */
const hrefOf = ({ finding, touchpointKey, responseId }: AlertRow): string | undefined =>
  finding ? findingPath(finding, touchpointKey) : responseId ? `/responses/${responseId}` : undefined

export const AlertList = ({ alerts, locale }: { alerts: readonly AlertRow[]; locale: string }) => {
  const t = useTranslations('alerts')
  const head = ['severity', 'rule', 'touchpoint', 'customer', 'status', 'case', 'raised'].map((key) => ({
    key,
    label: t(`column.${key as 'rule'}`),
  }))
  return (
    <Table label={t('fired')} head={head} isList>
      {alerts.map((alert) => (
        <tr key={alert.id}>
          <td>
            <SeverityTag severity={alert.severity} />
          </td>
          <td>
            {hrefOf(alert) ? (
              <Link prefetch={false} href={hrefOf(alert) ?? ''}>
                {localize(alert.ruleName, locale)}
              </Link>
            ) : (
              localize(alert.ruleName, locale)
            )}
          </td>
          <td className={alert.touchpointName ? undefined : mutedCell}>
            {alert.touchpointName ? localize(alert.touchpointName, locale) : t('everywhere')}
          </td>
          <td className={alert.customerName ? undefined : mutedCell}>
            {alert.customerName ?? (alert.finding && alert.finding.kind !== 'no_answer' ? '–' : t('anonymous'))}
          </td>
          <td className={tightCell} title={alert.mutedReason ?? alert.acknowledgedBy ?? undefined}>
            {statuses.some((status) => status === alert.status) ? t(`is.${alert.status as 'raised'}`) : alert.status}
            {alert.isPast && <span className={mutedCell}> · {t('past')}</span>}
            {alert.isInDigest && <span className={mutedCell}> · {t('inDigest')}</span>}
            {alert.undelivered > 0 && <span className={mutedCell}> · {t('undelivered', { count: alert.undelivered })}</span>}
          </td>
          <td>
            {alert.caseNumber ? (
              <Link prefetch={false} href={`/cases/${alert.caseNumber}`}>
                #{alert.caseNumber}
              </Link>
            ) : (
              <span className={mutedCell}>–</span>
            )}
          </td>
          <td className={tightCell}>
            <Moment at={alert.raisedAt} as="relative" />
          </td>
        </tr>
      ))}
    </Table>
  )
}
