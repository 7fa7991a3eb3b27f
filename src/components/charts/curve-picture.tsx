'use client'

import { useLocale } from 'next-intl'
import type { ChartTable } from './chart-table'
import { ExportMenu } from './export-menu'
import { type DrawnJourney, journeySvg } from './journey-svg'
import { usePictureLines } from './picture-context'

type CurvePictureProps = { title: string; lines: readonly string[]; journey: DrawnJourney; table: ChartTable }

/** Takes a journey's curve away. */
export const CurvePicture = ({ title, lines, journey, table }: CurvePictureProps) => {
  const locale = useLocale()
  const all = [...usePictureLines(), ...lines]
  return (
    <ExportMenu
      title={title}
      drawing={() => journeySvg({ title, lines: all, locale, journeys: [journey] })}
      table={() => table}
      isSmall
    />
  )
}
