import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { Estimate } from '@/components/ui/estimate'
import { MetricTerm } from '@/components/ui/metric-term'
import { groupOf, type Lens } from '@/domain/analysis/lens'
import { isSuppressed, type Summary } from '@/domain/analysis/summarize'
import { localize } from '@/domain/localized'
import type { Journey, JourneyMap, JourneyStage } from '@/pipeline/analyze/get-journey-map'
import { Curve } from './curve'
import { CurveTable } from './curve-table'
import classes from './journey.module.css'
import type { MapLinks } from './map-links'
import { TopTopic } from './top-topic'
import { type BoxWords, TouchpointBox } from './touchpoint-box'

/** Neighbouring stages of one phase, under its heading. */
const byPhase = (stages: readonly JourneyStage[]): { phase: string; stages: JourneyStage[] }[] => {
  const phases: { phase: string; stages: JourneyStage[] }[] = []
  for (const stage of stages) {
    const last = phases.at(-1)
    if (last?.phase === stage.phase) last.stages.push(stage)
    else phases.push({ phase: stage.phase, stages: [stage] })
  }
  return phases
}

type JourneyColumnsProps = BoxWords & {
  journey: Journey
  map: JourneyMap
  lens: Lens
  pick: string | null
  /** what the dashed line is */
  against: string
  links: MapLinks
  topics: Parameters<typeof TopTopic>[0]['topics']
  locale: string
}

/** One journey from left to right: the curve over phases, stages, touchpoints. Narrow screens read the touchpoints from top to bottom. */
export const JourneyColumns = (props: JourneyColumnsProps) => {
  const { journey, map, lens, pick, against, links, topics, sides, isOtherCustomers, locale } = props
  const t = useTranslations('phases')
  const words = useTranslations('journey')
  const name = localize(journey.name, locale)
  const { stages } = journey
  const curve = { stages, measure: map.measure, against, isOtherCustomers, locale }
  const isAside = (touchpoint: JourneyStage['touchpoints'][number]) => pick !== null && groupOf(lens, touchpoint) !== pick
  return (
    <div className={classes.journey}>
      <h2 className={classes.name}>{name}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={classes.scroll} aria-label={name} tabIndex={0}>
        <div className={classes.wide} style={{ '--stages': stages.length } as CSSProperties}>
          <Curve {...curve} answersOf={links.ofStage} />
          <div className={classes.phases}>
            {byPhase(stages).map((phase) => (
              <section key={phase.stages[0]?.key} className={classes.phase} style={{ flexGrow: phase.stages.length }}>
                <h3 className={classes.phaseName}>{t(phase.phase as 'sale')}</h3>
                <div className={classes.stages}>
                  {phase.stages.map((stage) => (
                    <section key={stage.key} className={classes.stage}>
                      <h4 className={classes.stageName}>
                        {localize(stage.name, locale)}
                        <StageValue measure={map.measure} summary={stage.curve.summary} />
                      </h4>
                      {stage.touchpoints.length === 0 && <p className={classes.quiet}>{words('noTouchpoints')}</p>}
                      {stage.touchpoints.map((touchpoint) => (
                        <TouchpointBox
                          key={touchpoint.id}
                          {...{ touchpoint, locale, sides, isOtherCustomers }}
                          hrefs={links.ofTouchpoint(touchpoint.key)}
                          isAside={isAside(touchpoint)}
                          topic={<TopTopic id={touchpoint.id} topics={topics} />}
                        />
                      ))}
                    </section>
                  ))}
                </div>
              </section>
            ))}
          </div>
        </div>
      </section>
      <CurveTable {...curve} />
    </div>
  )
}

/** What the curve shows of a stage, where its columns have become a list and no longer stand under it. */
const StageValue = ({ measure, summary }: { measure: JourneyMap['measure']; summary: Summary }) => {
  if (summary.value === null && !isSuppressed(summary)) return null
  return (
    <span className={classes.stageValue}>
      <MetricTerm metric={measure.key} /> <Estimate kind={measure.kind} summary={summary} />
    </span>
  )
}
