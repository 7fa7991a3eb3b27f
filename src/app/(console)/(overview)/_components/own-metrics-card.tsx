import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Estimate } from '@/components/ui/estimate'
import { MetricTerm } from '@/components/ui/metric-term'
import { type Failure, isFailure } from '@/domain/errors'
import { nameOf } from '@/domain/metric/tell-definition'
import type { MetricView } from '@/pipeline/analyze/get-metric'
import { ChangeLine } from './change-line'
import classes from './overview.module.css'

type OwnMetricsCardProps = {
  views: Promise<MetricView[] | Failure>
  /** the address of one metric's trend, narrowed as the screen is */
  hrefOf: (key: string) => string
}

/** The organization's own metrics, each with its change; a click shows its trend. They come after the rest: some are counted answer by answer. */
export const OwnMetricsCard = async ({ views, hrefOf }: OwnMetricsCardProps) => {
  const [t, words, locale, found] = await Promise.all([
    getTranslations('ownMetrics'),
    getTranslations('charts'),
    getLocale(),
    views,
  ])
  if (isFailure(found))
    return (
      <Card title={t('title')}>
        <p className={classes.nothing}>{t('tooSlow')}</p>
      </Card>
    )
  return (
    <Card title={t('title')}>
      <div className={classes.ownMetrics}>
        {found.map(({ key, defined, shownAs, summary, previous, comparison }) => (
          <section key={key}>
            <h3>
              <MetricTerm metric={key} defined={defined}>
                {nameOf(key, defined.definition, locale)}
              </MetricTerm>
            </h3>
            <Estimate kind={shownAs} summary={summary} />
            <ChangeLine kind={shownAs} summary={summary} previous={previous} comparison={comparison} />
            <Link
              prefetch={false}
              href={hrefOf(key)}
              aria-label={words('trendOf', { metric: nameOf(key, defined.definition, locale) })}
            >
              {t('toTrend')}
            </Link>
          </section>
        ))}
      </div>
    </Card>
  )
}
