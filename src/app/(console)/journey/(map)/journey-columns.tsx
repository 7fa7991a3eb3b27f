import { useTranslations } from 'next-intl'
import { localize } from '@/domain/localized'
import type { JourneyMap, JourneyStage } from '@/pipeline/analyze/get-journey-map'
import classes from './journey.module.css'
import { TouchpointBox } from './touchpoint-box'

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

/** One journey from left to right: phases, stages, touchpoints. Narrow screens read it from top to bottom. */
export const JourneyColumns = ({ journey, name, locale }: { journey: JourneyMap; name: string; locale: string }) => {
  const t = useTranslations('phases')
  const words = useTranslations('journey')
  return (
    <div className={classes.journey}>
      <h2 className={classes.name}>{name}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={classes.scroll} aria-label={name} tabIndex={0}>
        {byPhase(journey.stages).map(({ phase, stages }) => (
          <section key={phase} className={classes.phase} style={{ flexGrow: stages.length }}>
            <h3 className={classes.phaseName}>{t(phase as 'sale')}</h3>
            <div className={classes.stages}>
              {stages.map((stage) => (
                <section key={stage.key} className={classes.stage}>
                  <h4 className={classes.stageName}>{localize(stage.name, locale)}</h4>
                  {stage.touchpoints.length === 0 && <p className={classes.quiet}>{words('noTouchpoints')}</p>}
                  {stage.touchpoints.map((touchpoint) => (
                    <TouchpointBox key={touchpoint.id} touchpoint={touchpoint} locale={locale} />
                  ))}
                </section>
              ))}
            </div>
          </section>
        ))}
      </section>
    </div>
  )
}
