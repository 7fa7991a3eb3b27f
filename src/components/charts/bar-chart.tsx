'use client'

import { VisuallyHidden } from '@mantine/core'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Bar } from '@/domain/analysis/distribution'
import { useDefinitionLine } from '../ui/definition-words'
import { Mark } from '../ui/mark'
import { numberCell, Table } from '../ui/table'
import classes from './bar-chart.module.css'
import { barSvg } from './bar-svg'
import type { ChartTable } from './chart-table'
import { ChartTools } from './chart-tools'
import { usePictureLines } from './picture-context'

/** `href`: the answers behind the bar. */
export type LinkedBar = Bar & { href: string }

type BarChartProps = {
  title: string
  bars: readonly LinkedBar[]
  n: number
  /** what the three boxes are called on this metric */
  boxNames: Record<Bar['box'], string>
  /** whose definition stands in the picture */
  metric: string
}

const boxes = ['low', 'middle', 'high'] as const

/** How answers spread over their scale, a bar each; a bar opens the answers behind it. As a drawing or as a table. */
export const BarChart = ({ title, bars, n, boxNames, metric }: BarChartProps) => {
  const t = useTranslations('charts')
  const locale = useLocale()
  const [isTable, setTable] = useState(false)
  const numbers = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const shareOf = (box: Bar['box']) => bars.reduce((sum, bar) => sum + (bar.box === box ? bar.share : 0), 0)
  const head = [
    { key: 'answer', label: t('answer') },
    { key: 'count', label: t('answers'), isNumber: true },
    { key: 'share', label: t('share'), isNumber: true },
  ]
  const pictureLines = usePictureLines()
  const definition = useDefinitionLine(metric)
  const drawing = () =>
    barSvg({
      ...{ title, locale, bars },
      lines: [...pictureLines, [`n ${numbers.format(n)}`, definition].filter(Boolean).join(' · ')],
      boxes: boxes.map((box) => ({ box, said: `${boxNames[box]} ${percent.format(shareOf(box))}` })),
    })
  const table = (): ChartTable => ({
    head: head.map(({ label }) => label),
    rows: bars.map(({ value, count, share }) => [value, count, share]),
  })
  return (
    <figure className={classes.figure} aria-label={title}>
      <figcaption className={classes.legend}>
        {boxes.map((box) => (
          <span key={box}>
            <Mark box={box} size={9} /> {boxNames[box]} <strong>{percent.format(shareOf(box))}</strong>
          </span>
        ))}
        <span>
          <i>n</i> {numbers.format(n)}
        </span>
        <ChartTools title={title} {...{ isTable, setTable, drawing, table }} />
      </figcaption>
      {isTable ? (
        <Table label={title} head={head}>
          {bars.map(({ value, count, share, href }) => (
            <tr key={value}>
              <td>
                <Link prefetch={false} href={href}>
                  {value}
                </Link>
              </td>
              <td className={numberCell}>{numbers.format(count)}</td>
              <td className={numberCell}>{percent.format(share)}</td>
            </tr>
          ))}
        </Table>
      ) : (
        <ul className={classes.bars}>
          {bars.map(({ value, count, share, box, href }) => {
            const said = t('bar', { value, count, share: percent.format(share) })
            const drawn = (
              <>
                <span className={classes.count} aria-hidden="true">
                  {numbers.format(count)}
                </span>
                <span className={classes.bar} data-box={box} style={{ height: `${(count / most) * 100}%` }} />
              </>
            )
            return (
              <li key={value}>
                {count > 0 ? (
                  <Link prefetch={false} href={href} className={classes.column} title={said}>
                    {drawn}
                    <VisuallyHidden>{said}</VisuallyHidden>
                  </Link>
                ) : (
                  <span className={classes.column}>
                    {drawn}
                    <VisuallyHidden>{said}</VisuallyHidden>
                  </span>
                )}
                <span className={classes.value} aria-hidden="true">
                  {value}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </figure>
  )
}
