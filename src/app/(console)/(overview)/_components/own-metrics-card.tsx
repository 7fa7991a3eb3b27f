import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Estimate } from '@/components/ui/estimate'
import { MetricNames } from '@/components/ui/metric-name'
import { MetricTerm } from '@/components/ui/metric-term'
import { betterOf } from '@/domain/metric/better'
import type { MetricView } from '@/domain/metric/metric-view'
import { nameOf } from '@/domain/metric/tell-definition'
import { ChangeLine } from './change-line'
import classes from './overview.module.css'
import type { Judged } from './read-overview'

/** Nobody has answered it, which is another thing than answers that are kept back. */
export const isSilent = ({ summary }: Pick<MetricView, 'summary'>): boolean => summary.n === 0 && summary.hidden === undefined

type OwnMetricsCardProps = {
  judged: Promise<Judged>
  /** the address of one metric's trend, narrowed as the screen is */
  hrefOf: (key: string) => string
  /** the answers behind its number */
  answersOf: (key: string) => string
  /** whether they stand in the place of the headline metrics */
  isHeadline?: boolean
}

/** The organization's own metrics, each with its change; a click shows its trend. They come after the rest: some are counted answer by answer. */
export const OwnMetricsCard = async ({ judged, hrefOf, answersOf, isHeadline = false }: OwnMetricsCardProps) => {
  const [t, words, locale, found] = await Promise.all([
    getTranslations('ownMetrics'),
    getTranslations('charts'),
    getLocale(),
    judged,
  ])
  const silent = found.own.views.filter(isSilent).map(({ key }) => key)
  const heard = found.own.views.filter((view) => !isSilent(view))
  return (
    <Card title={t('title')}>
      <div className={classes.ownMetrics}>
        {heard.map(({ key, defined, shownAs, summary, previous }) => (
          <section key={key}>
            <h3>
              <MetricTerm metric={key} defined={defined}>
                {nameOf(key, defined.definition, locale)}
              </MetricTerm>
            </h3>
            <Link prefetch={false} href={answersOf(key)} className={classes.toAnswers}>
              <Estimate kind={shownAs} summary={summary} size={isHeadline ? 'headline' : 'line'} />
            </Link>
            <ChangeLine
              {...{ kind: shownAs, better: betterOf(defined.definition), summary, previous }}
              comparison={found.comparisons[key] ?? null}
            />
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
      {silent.length > 0 && (
        <p className={classes.nothing}>
          {t('silent')} <MetricNames metrics={silent} />
        </p>
      )}
      {found.own.late.length > 0 && (
        <p className={classes.nothing}>
          {t('late')} <MetricNames metrics={found.own.late} />
        </p>
      )}
    </Card>
  )
}
