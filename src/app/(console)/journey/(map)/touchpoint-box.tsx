import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { channelLabel } from '@/components/format/channel-label'
import { Estimate } from '@/components/ui/estimate'
import { initialsOf } from '@/components/ui/initials'
import { Standing } from '@/components/ui/standing'
import { localize } from '@/domain/localized'
import type { ScoredTouchpoint } from '@/pipeline/analyze/score-touchpoints'
import classes from './journey.module.css'

/** One touchpoint: its score against what it promises, how many answered, what is open, who answers for it. */
export const TouchpointBox = ({ touchpoint, locale }: { touchpoint: ScoredTouchpoint; locale: string }) => {
  const t = useTranslations('journey')
  const metrics = useTranslations('metrics')
  const channels = useTranslations('channels')
  const dimensions = useTranslations('dimensions')
  const { score, standing, openCases } = touchpoint
  const owner = touchpoint.ownerName ?? (touchpoint.ownerTeam ? localize(touchpoint.ownerTeam, locale) : null)
  const metric = score?.metric ?? touchpoint.standardMetric
  return (
    <article className={classes.box} data-missed={standing && !standing.isMet && standing.isCertain ? true : undefined}>
      <h5 className={classes.boxName}>
        <Link prefetch={false} href={`/responses?touchpoint=${touchpoint.key}`}>
          {localize(touchpoint.name, locale)}
        </Link>
      </h5>
      <p className={classes.kind}>
        {channelLabel(channels, touchpoint.channel)}
        {touchpoint.dimension && ` · ${dimensions(touchpoint.dimension as 'product')}`}
      </p>
      <div className={classes.score}>
        {metric && (
          <span className={classes.metric}>
            {metrics.has(`name.${metric as 'nps'}`) ? metrics(`name.${metric as 'nps'}`) : metric}
          </span>
        )}
        {score ? <Estimate kind={score.kind} summary={score.summary} /> : <span className={classes.quiet}>{t('noAnswers')}</span>}
      </div>
      {standing && (
        <div className={classes.standing}>
          <Standing standing={standing} kind={score?.kind ?? 'mean'} />
        </div>
      )}
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
        {openCases > 0 && (
          <Link prefetch={false} href={`/cases?touchpoint=${touchpoint.key}`}>
            {t('openCases', { count: openCases })}
          </Link>
        )}
      </footer>
    </article>
  )
}
