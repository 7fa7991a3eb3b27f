'use client'

import { useLocale } from 'next-intl'
import { useDefinitionLine } from '../ui/definition-words'
import type { ChartTable } from './chart-table'
import { ExportMenu } from './export-menu'
import { usePictureLines } from './picture-context'
import { type DrawnRange, rangeSvg } from './range-svg'

type RangeExportProps = {
  title: string
  /** how its numbers are to be read, or the metric whose definition says so */
  note?: string
  metric?: string
  rows: readonly DrawnRange[]
  domain: readonly [number, number]
  table: ChartTable
}

/** Takes values on a scale away, which the server has drawn into a list or a table. */
export const RangeExport = ({ title, note, metric = '', rows, domain, table }: RangeExportProps) => {
  const locale = useLocale()
  const definition = useDefinitionLine(metric)
  const lines = [...usePictureLines(), note ?? definition ?? ''].filter(Boolean)
  return <ExportMenu title={title} drawing={() => rangeSvg({ title, lines, locale, rows, domain })} table={() => table} isSmall />
}
