'use client'

import type { ChartTable } from '@/components/charts/chart-table'
import { ExportMenu } from '@/components/charts/export-menu'

/** The map as a file; `href` is where its drawing is read, `table` the curve's numbers. */
export const MapExport = ({ href, title, table }: { href: string; title: string; table: ChartTable }) => {
  const drawing = async (): Promise<string> => {
    const answer = await fetch(href)
    if (!answer.ok) throw new Error(`the map answered ${answer.status}`)
    return answer.text()
  }
  return <ExportMenu title={title} drawing={drawing} table={() => table} />
}
