'use client'

import type { ChartTable } from './chart-table'
import { ExportMenu } from './export-menu'
import classes from './export-menu.module.css'
import { TableToggle } from './table-toggle'

type ChartToolsProps = {
  title: string
  isTable: boolean
  setTable: (isTable: boolean) => void
  drawing: () => string
  table: () => ChartTable
}

/** What every chart lets a reader do: see it as a table, and take it away as a picture or as numbers. */
export const ChartTools = ({ title, isTable, setTable, drawing, table }: ChartToolsProps) => (
  <span className={classes.tools}>
    <TableToggle isTable={isTable} setTable={setTable} />
    <ExportMenu title={title} drawing={drawing} table={table} isSmall />
  </span>
)
