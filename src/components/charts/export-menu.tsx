'use client'

import { Button, Menu, VisuallyHidden } from '@mantine/core'
import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { svgToPng } from '../qr/qr-png'
import { saveFile } from '../ui/save-file'
import type { ChartTable } from './chart-table'
import classes from './export-menu.module.css'

type ExportMenuProps = {
  /** what the chart shows; the files are named after it */
  title: string
  /** draws it as SVG, when somebody asks */
  drawing: () => string | Promise<string>
  table?: () => ChartTable
  /** beside a chart's legend rather than among a screen's tools */
  isSmall?: boolean
}

/** Twice the drawing's own width, as far as every browser's canvas goes. */
const pngWidth = (svg: string): number => Math.min(8000, 2 * Number(/ width="(\d+)"/.exec(svg)?.[1] ?? 1000))

const fileName = (title: string): string => title.replace(/[\\/:*?"<>|\s·]+/g, '-').replace(/^-+|-+$/g, '') || 'chart'

/** A chart as a file: the drawing itself, a picture that the browser makes of it, or its numbers. */
export const ExportMenu = ({ title, drawing, table, isSmall = false }: ExportMenuProps) => {
  const t = useTranslations('charts.export')
  const [state, setState] = useState<'idle' | 'busy' | 'failed' | 'copied'>('idle')
  const run = async (work: () => Promise<'idle' | 'copied'>) => {
    setState('busy')
    setState(await work().catch(() => 'failed' as const))
  }
  const name = fileName(title)
  const save = (type: 'svg' | 'png') =>
    run(async () => {
      const svg = await drawing()
      if (type === 'svg') saveFile(svg, `${name}.svg`, 'image/svg+xml')
      else saveFile(await svgToPng(svg, pngWidth(svg)), `${name}.png`)
      return 'idle'
    })
  const copy = () =>
    run(async () => {
      const { toClipboard } = await import('./chart-csv')
      if (table) await navigator.clipboard.writeText(toClipboard(table()))
      return 'copied'
    })
  const saveTable = () =>
    run(async () => {
      const { toCsv } = await import('./chart-csv')
      if (table) saveFile(toCsv(table()), `${name}.csv`, 'text/csv;charset=utf-8')
      return 'idle'
    })
  const icon = <Download size={isSmall ? 14 : 16} strokeWidth={1.5} aria-hidden />
  return (
    <span className={classes.export}>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          {isSmall ? (
            <Button variant="subtle" size="compact-sm" color="gray" className={classes.small} loading={state === 'busy'}>
              {icon}
              <VisuallyHidden>{t('titleOf', { title })}</VisuallyHidden>
            </Button>
          ) : (
            <Button variant="default" loading={state === 'busy'} leftSection={icon}>
              {t('title')}
            </Button>
          )}
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save('svg')}>{t('svg')}</Menu.Item>
          <Menu.Item onClick={() => void save('png')}>{t('png')}</Menu.Item>
          {table && <Menu.Divider />}
          {table && <Menu.Item onClick={() => void copy()}>{t('copy')}</Menu.Item>}
          {table && <Menu.Item onClick={() => void saveTable()}>{t('csv')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <span role="status" className={classes.said}>
        {state === 'idle' ? '' : t(state)}
      </span>
    </span>
  )
}
