import { VisuallyHidden } from '@mantine/core'
import { Gem } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, Suspense } from 'react'
import { SparkLine } from '@/components/charts/spark-line'
import { StandardBar } from '@/components/charts/standard-bar'
import { channelLabel } from '@/components/format/channel-label'
import { Estimate } from '@/components/ui/estimate'
import { initialsOf } from '@/components/ui/initials'
import { MetricTerm } from '@/components/ui/metric-term'
import { Standing } from '@/components/ui/standing'
import { localize } from '@/domain/localized'
import type { MappedTouchpoint } from '@/pipeline/analyze/get-journey-map'
import { ChangeWords } from './change-words'
import classes from './journey.module.css'

export type BoxWords = {
  /** the two sides, where they stand side by side */
  sides: { now: string; against: string } | null
  isOtherCustomers: boolean
}

type TouchpointBoxProps = BoxWords & {
  touchpoint: MappedTouchpoint
  locale: string
  hrefs: { overview: string; answers: string; cases: string }
  /** not of the group that is picked out: its name and score alone */
  isAside: boolean
  topic: ReactNode
}

/** One touchpoint: its score against what it promises and against the other side, what is open, who answers for it. */
export const TouchpointBox = ({ touchpoint, locale, hrefs, sides, isOtherCustomers, isAside, topic }: TouchpointBoxProps) => {
  const t = useTranslations('journey')
  const channels = useTranslations('channels')
  const dimensions = useTranslations('dimensions')
  const modules = useTranslations('modules')
  const { score, standing, before, change, points } = touchpoint
  const metric = score?.metric ?? touchpoint.standardMetric
  const kind = [
    channelLabel(channels, touchpoint.channel),
    touchpoint.dimension && dimensions(touchpoint.dimension as 'product'),
    touchpoint.module && modules(touchpoint.module as 'sense'),
  ]
  const isTwofold = sides !== null && (score !== null || before !== null)
  const estimate = score ? (
    <Estimate kind={score.kind} summary={score.summary} />
  ) : (
    <span className={classes.quiet}>{t('noScore')}</span>
  )
  return (
    <article
      className={classes.box}
      data-missed={standing && !standing.isMet && standing.isCertain ? true : undefined}
      data-aside={isAside || undefined}
    >
      <h5 className={classes.boxName}>
        <Link prefetch={false} href={hrefs.overview}>
          {localize(touchpoint.name, locale)}
        </Link>
        {touchpoint.isMomentOfTruth && (
          <span className={classes.moment} title={t('momentOfTruth')}>
            <Gem size={14} strokeWidth={1.5} aria-hidden />
            <VisuallyHidden>{t('momentOfTruth')}</VisuallyHidden>
          </span>
        )}
      </h5>
      {!isAside && <p className={classes.kind}>{kind.filter(Boolean).join(' · ')}</p>}
      <div className={classes.score}>
        {metric && (
          <span className={classes.metric}>
            <MetricTerm metric={metric} />
          </span>
        )}
        {!isTwofold && estimate}
      </div>
      {sides && isTwofold && (
        <dl className={classes.sides}>
          <dt>{sides.now}</dt>
          <dd>{estimate}</dd>
          <dt data-against>{sides.against}</dt>
          <dd>
            {score && before ? (
              <Estimate kind={score.kind} summary={before} />
            ) : (
              <span className={classes.quiet}>{t('noScore')}</span>
            )}
          </dd>
        </dl>
      )}
      {!isAside && score && (
        <>
          {standing && (
            <div className={classes.standing}>
              <StandardBar
                limits={score.limits && [score.limits.from, score.limits.to]}
                summary={score.summary}
                target={standing.target}
              />
              <Standing standing={standing} kind={score.kind} better={score.better} />
            </div>
          )}
          <ChangeWords
            kind={score.kind}
            better={score.better}
            summary={score.summary}
            {...{ before, change, isOtherCustomers }}
          />
          {points.length > 1 && <SparkLine points={points} />}
          <Suspense fallback={<p className={classes.topic} />}>{topic}</Suspense>
        </>
      )}
      {!isAside && <BoxFoot {...{ touchpoint, locale, hrefs }} />}
    </article>
  )
}

const BoxFoot = ({ touchpoint, locale, hrefs }: Pick<TouchpointBoxProps, 'touchpoint' | 'locale' | 'hrefs'>) => {
  const t = useTranslations('journey')
  const owner = touchpoint.ownerName ?? (touchpoint.ownerTeam ? localize(touchpoint.ownerTeam, locale) : null)
  return (
    <footer className={classes.foot}>
      {owner ? (
        <span className={classes.owner} title={t('owner', { owner })}>
          <span className={classes.face} aria-hidden>
            {initialsOf(owner)}
          </span>
          {owner}
        </span>
      ) : (
        <span className={classes.quiet}>{t('noOwner')}</span>
      )}
      <span className={classes.ways}>
        {touchpoint.openCases > 0 && (
          <Link prefetch={false} href={hrefs.cases}>
            {t('openCases', { count: touchpoint.openCases })}
          </Link>
        )}
        {touchpoint.score && (
          <Link prefetch={false} href={hrefs.answers}>
            {t('answers')}
          </Link>
        )}
      </span>
    </footer>
  )
}
