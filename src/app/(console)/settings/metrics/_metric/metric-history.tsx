import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DefinitionWords } from '@/components/ui/definition-words'
import { Moment } from '@/components/ui/moment'
import type { MetricVersion } from '@/pipeline/design/get-metric-versions'
import classes from './metric.module.css'

type MetricHistoryProps = { metric: string; versions: readonly MetricVersion[] }

/** Every version: who, when, why, what it counted, and the way to the number that it gave. */
export const MetricHistory = ({ metric, versions }: MetricHistoryProps) => {
  const t = useTranslations('metricEditor')
  return (
    <Card title={t('history')}>
      <ol className={classes.history}>
        {versions.map(({ version, definition, at, by, byName }) => (
          <li key={version}>
            <p className={classes.who}>
              {at ? (
                <>
                  {byName ?? by} · <Moment at={at} as="relative" />
                </>
              ) : (
                t('delivered')
              )}
            </p>
            {definition?.reason && <p>“{definition.reason}”</p>}
            {definition ? (
              <DefinitionWords defined={{ key: metric, version, since: at, definition }} isShort />
            ) : (
              <p>{t('removed')}</p>
            )}
            {definition && (
              <Link
                prefetch={false}
                href={`/analysis/metrics/${metric}?asOf=${encodeURIComponent((at ?? new Date(0)).toISOString())}`}
              >
                {t('byIt')}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}
