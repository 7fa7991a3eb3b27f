import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Moment } from '@/components/ui/moment'
import type { LatencyWindow } from '@/domain/analysis/latency-window'
import { isFailure } from '@/domain/errors'
import { getLatencyWindow } from '@/pipeline/operate/get-latency-window'
import { LatencyTable } from './latency-table'
import classes from './status.module.css'

type LatencyCardProps = { organizationId: string; hours: LatencyWindow; now: Date }

/** How long answers took from station to station; where they are many, as last counted, when that was, and whether it should have been counted again since. */
export const LatencyCard = async ({ organizationId, hours, now }: LatencyCardProps) => {
  const [t, locale, counted] = await Promise.all([
    getTranslations('status'),
    getLocale(),
    getLatencyWindow(organizationId, hours, now),
  ])
  return (
    <Card title={t('latency')} aside={t('latencyAside')} isFlush>
      {isFailure(counted) ? (
        <Empty title={t('tooManyToCount')} />
      ) : (
        <>
          <LatencyTable latencies={counted.legs} locale={locale} />
          {counted.countedAt && (
            <p className={classes.counted}>
              {t('countedAt', { hours })} <Moment at={counted.countedAt} as="full" />
              {counted.gaveUpAt && (
                <>
                  {' · '}
                  {t('gaveUpAt')} <Moment at={counted.gaveUpAt} as="full" />
                </>
              )}
            </p>
          )}
        </>
      )}
    </Card>
  )
}
