'use client'

import { Checkbox } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { mostSegments } from '@/domain/dashboard/widget-kinds'
import classes from './editor.module.css'
import type { SegmentChoice } from './widget-settings'

type SegmentFieldsProps = {
  chosen: readonly SegmentChoice[]
  offered: readonly SegmentChoice[]
  onChange: (chosen: SegmentChoice[]) => void
}

const isSame = (a: SegmentChoice, b: SegmentChoice): boolean => a.where === b.where

/** Which segments stand beside one another: those that are kept, and those that the widget has already. */
export const SegmentFields = ({ chosen, offered, onChange }: SegmentFieldsProps) => {
  const t = useTranslations('dashboardEdit')
  const all = [...chosen, ...offered.filter((one) => !chosen.some((other) => isSame(one, other)))]
  return (
    <fieldset className={classes.segments} style={{ border: 0, padding: 0, margin: 0 }}>
      <legend className={classes.said}>{t('segments', { most: mostSegments })}</legend>
      {all.length === 0 && <p className={classes.said}>{t('noSegments')}</p>}
      {all.map((one) => {
        const isChosen = chosen.some((other) => isSame(one, other))
        return (
          <Checkbox
            key={one.where}
            label={one.name}
            checked={isChosen}
            disabled={!isChosen && chosen.length >= mostSegments}
            onChange={() => onChange(isChosen ? chosen.filter((other) => !isSame(one, other)) : [...chosen, one])}
          />
        )
      })}
    </fieldset>
  )
}
