import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { MetricName } from '@/components/ui/metric-name'
import { Moment } from '@/components/ui/moment'
import { mutedCell, Table, tightCell } from '@/components/ui/table'
import { localize } from '@/domain/localized'
import type { TroubledRule } from '@/pipeline/alert/find-troubled-rules'

/** Rules that could not be judged, or not at every touchpoint: which, what took too long, and since when. Nothing where all is well. */
export const TroubledRules = ({ rules, locale }: { rules: readonly TroubledRule[]; locale: string }) => {
  const t = useTranslations('status')
  if (rules.length === 0) return null
  const head = [
    { key: 'rule', label: t('rule') },
    { key: 'trouble', label: t('trouble') },
    { key: 'since', label: t('since') },
  ]
  return (
    <Card title={t('troubled')} aside={t('troubledAside')} isFlush>
      <Table label={t('troubled')} head={head} isList>
        {rules.map(({ key, name, trouble, touchpoints }) => (
          <tr key={key}>
            <td>
              <Link prefetch={false} href={`/alerts/rules/${key}`}>
                {localize(name, locale)}
              </Link>
            </td>
            <td>
              {trouble.slow.length === 0
                ? t('lookFailed')
                : trouble.slow.map(({ touchpoint, metric }) => (
                    <div key={touchpoint}>
                      {localize(touchpoints[touchpoint] ?? touchpoint, locale)}
                      <span className={mutedCell}>
                        {' '}
                        · <MetricName metric={metric} /> · {t('countedTooSlowly')}
                      </span>
                    </div>
                  ))}
            </td>
            <td className={tightCell}>
              <Moment at={trouble.since} as="relative" />
            </td>
          </tr>
        ))}
      </Table>
    </Card>
  )
}
