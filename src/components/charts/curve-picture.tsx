'use client'

import { useLocale } from 'next-intl'
import { useDefinitionLine } from '../ui/definition-words'
import type { ChartTable } from './chart-table'
import { ExportMenu } from './export-menu'
import { type DrawnJourney, journeySvg } from './journey-svg'
import { usePictureLines } from './picture-context'

type CurvePictureProps = { title: string; lines: readonly string[]; journey: DrawnJourney; metric: string; table: ChartTable }

/** Takes a journey's curve away, with how its metric is counted. */
export const CurvePicture = ({ title, lines, journey, metric, table }: CurvePictureProps) => {
  const locale = useLocale()
  const definition = useDefinitionLine(metric)
  const all = [...usePictureLines(), ...lines, ...(definition ? [definition] : [])]
  return (
    <ExportMenu
      title={title}
      drawing={() => journeySvg({ title, lines: all, locale, journeys: [journey] })}
      table={() => table}
      isSmall
    />
  )
}
