import { getTranslations } from 'next-intl/server'
import { CurvePicture } from '@/components/charts/curve-picture'
import { formatMetric } from '@/components/format/format-metric'
import { isSuppressed } from '@/domain/analysis/summarize'
import { localize } from '@/domain/localized'
import type { DrawnMeasure, Journey } from '@/pipeline/analyze/get-journey-map'
import { curveRows } from '../../journey/(map)/curve-rows'
import { scaleOfCurve } from '../../journey/(map)/curve-scale'
import { measureName } from '../../journey/(map)/measure-name'
import { sureness } from '../../journey/export/summary-in-words'

type CurveExportProps = { name: string; journey: Journey; measure: DrawnMeasure; against: string; locale: string }

/** The curve as a picture of its own, without the map's cards. */
export const CurveExport = async ({ name, journey, measure, against, locale }: CurveExportProps) => {
  const [t, charts, metrics, phases] = await Promise.all([
    getTranslations('journey'),
    getTranslations('charts'),
    getTranslations('metrics'),
    getTranslations('phases'),
  ])
  const { stages } = journey
  return (
    <CurvePicture
      title={name}
      lines={[t('exportCurve', { measure: measureName(measure, metrics, locale), against })]}
      metric={measure.key}
      journey={{
        name: localize(journey.name, locale),
        domain: scaleOfCurve(stages, measure).domain,
        stages: stages.map(({ name: stage, phase, curve: { summary, before } }) => ({
          name: localize(stage, locale),
          phase: phases(phase as 'sale'),
          point: summary,
          before,
          label: isSuppressed(summary)
            ? metrics('hiddenShort')
            : summary.value === null
              ? t('notAsked')
              : formatMetric(measure.kind, summary.value, locale),
          count: summary.value === null ? '' : sureness(measure.kind, summary, locale),
          cards: [],
        })),
      }}
      table={curveRows(
        [journey],
        [
          ...[t('title'), t('stage'), measureName(measure, metrics, locale), charts('low'), charts('high'), 'n'],
          ...[t('touchpoints'), charts('before'), 'n'],
        ],
        locale,
      )}
    />
  )
}
