import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { curvePaths, curveX, curveY } from '@/components/charts/curve-path'
import { formatMetric } from '@/components/format/format-metric'
import { curveEnds } from '@/domain/analysis/curve-ends'
import { localize } from '@/domain/localized'
import type { DrawnMeasure, JourneyStage } from '@/pipeline/analyze/get-journey-map'
import classes from './curve.module.css'
import { scaleOfCurve } from './curve-scale'
import { CurveSpot } from './curve-spot'
import { measureName } from './measure-name'

/** Room above and below the curve for its labels. */
const box = { width: 1000, height: 100 }

type CurveProps = {
  stages: readonly JourneyStage[]
  measure: DrawnMeasure
  /** what the dashed line is, in words */
  against: string
  isOtherCustomers: boolean
  answersOf: (stage: JourneyStage) => string
  locale: string
}

/** The emotional curve over the stages' columns: one point a stage, a gap where nobody has answered, the other side dashed. */
export const Curve = ({ stages, measure, against, isOtherCustomers, answersOf, locale }: CurveProps) => {
  const t = useTranslations('journey')
  const metrics = useTranslations('metrics')
  const language = useLocale()
  const called = measureName(measure, metrics, language)
  const scale = scaleOfCurve(stages, measure)
  const now = curvePaths(
    stages.map(({ curve }) => curve.summary),
    scale,
    box,
  )
  const before = curvePaths(
    stages.map(({ curve }) => curve.before),
    scale,
    box,
  )
  const ends = curveEnds(stages.map(({ curve }) => curve.summary.value))
  const isAcrossZero = scale.domain[0] < 0 && scale.domain[1] > 0
  return (
    <figure className={classes.figure} aria-label={t('curveOf', { measure: called })}>
      <div className={classes.plot}>
        <svg viewBox={`0 0 ${box.width} ${box.height}`} preserveAspectRatio="none" className={classes.svg} aria-hidden="true">
          {isAcrossZero && (
            <line
              className={classes.zero}
              x1="0"
              x2={box.width}
              y1={curveY(0, scale) * box.height}
              y2={curveY(0, scale) * box.height}
              vectorEffect="non-scaling-stroke"
            />
          )}
          <path d={now.band} className={classes.band} />
          <path d={before.line} className={classes.before} vectorEffect="non-scaling-stroke" />
          <path d={now.line} className={classes.line} vectorEffect="non-scaling-stroke" />
        </svg>
        {scale.domain.map((end, at) => (
          <span key={end} className={classes.end} data-at={at === 0 ? 'low' : 'high'} aria-hidden="true">
            {formatMetric(measure.kind, end, language)}
          </span>
        ))}
        <ul className={classes.spots}>
          {stages.map((stage, index) => {
            const name = localize(stage.name, locale)
            const { value } = stage.curve.summary
            const left = `${curveX(index, stages.length) * 100}%`
            if (value === null)
              return (
                <li key={stage.key} className={classes.gap} style={{ left }}>
                  {stage.curve.summary.hidden === undefined ? (
                    <span title={t('notAskedHere', { measure: called })}>{t('notAsked')}</span>
                  ) : (
                    <span title={metrics('hiddenHint', { least: stage.curve.summary.hidden })}>{metrics('hiddenShort')}</span>
                  )}
                </li>
              )
            const height = curveY(value, scale)
            const side = index < stages.length / 3 ? 'start' : index >= (stages.length * 2) / 3 ? 'end' : 'middle'
            return (
              <li key={stage.key} className={classes.spot} style={{ left, top: `${height * 100}%` }}>
                <Link prefetch={false} href={answersOf(stage)} className={classes.link}>
                  <CurveSpot
                    {...{ name, against, isOtherCustomers, side }}
                    kind={measure.kind}
                    better={measure.better}
                    curve={stage.curve}
                    end={index === ends.highest ? 'highest' : index === ends.lowest ? 'lowest' : null}
                  />
                </Link>
              </li>
            )
          })}
        </ul>
      </div>
    </figure>
  )
}
