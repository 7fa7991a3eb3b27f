'use client'

import { NativeSelect } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { channelLabel } from '@/components/format/channel-label'
import type { OwnNarrowing, Widget } from '@/domain/dashboard/dashboard'
import { localize } from '@/domain/localized'
import type { FilterOptions } from '@/pipeline/analyze/get-filter-options'
import { ownOf } from '../../../_widgets/narrow-widget'
import { ConditionField } from './condition-field'

type NarrowFieldsProps = {
  widget: Widget
  options: FilterOptions
  onChange: (widget: Widget) => void
  onReady: (isReady: boolean) => void
}

type Place = 'journey' | 'touchpoint' | 'survey' | 'channel'

const placesOf = ({ kind }: Widget): readonly Place[] => {
  if (kind === 'note' || kind === 'loop') return []
  if (kind === 'gap') return ['survey']
  if (kind === 'cases' || kind === 'alerts') return ['touchpoint']
  return ['journey', 'touchpoint', 'survey', 'channel']
}

/** A widget with what it is narrowed to, wherever its kind keeps it. */
const narrowed = (widget: Widget, own: OwnNarrowing): Widget => {
  switch (widget.kind) {
    case 'note':
    case 'loop':
      return widget
    case 'gap':
      return { ...widget, survey: own.survey }
    case 'cases':
    case 'alerts':
      return { ...widget, touchpoint: own.touchpoint }
    default:
      return { ...widget, only: Object.values(own).some((value) => value !== undefined) ? own : undefined }
  }
}

/** What narrows this widget beside its dashboard's own filters. */
export const NarrowFields = ({ widget, options, onChange, onReady }: NarrowFieldsProps) => {
  const t = useTranslations('dashboardEdit')
  const words = useTranslations('filters')
  const channels = useTranslations('channels')
  const locale = useLocale()
  const own = ownOf(widget)
  const set = (change: OwnNarrowing) => onChange(narrowed(widget, { ...own, ...change }))
  const choices: Record<Place, { value: string; label: string }[]> = {
    journey: options.journeys.map(({ key, name }) => ({ value: key, label: localize(name, locale) })),
    touchpoint: options.touchpoints.map(({ key, name }) => ({ value: key, label: localize(name, locale) })),
    survey: options.surveys.map(({ key, title }) => ({ value: key, label: localize(title, locale) })),
    channel: options.channels.map((value) => ({ value, label: channelLabel(channels, value) })),
  }
  return (
    <>
      {placesOf(widget).map((place) => {
        const value = own[place] ?? ''
        const isGone = value !== '' && !choices[place].some((choice) => choice.value === value)
        return (
          <NativeSelect
            key={place}
            label={words(place)}
            value={value}
            onChange={(event) => set({ [place]: event.currentTarget.value || undefined })}
            data={[
              { value: '', label: t('asDashboard') },
              ...choices[place],
              ...(isGone ? [{ value, label: t('goneChoice', { key: value }) }] : []),
            ]}
          />
        )
      })}
      {placesOf(widget).length > 1 && <ConditionField where={own.where} onChange={(where) => set({ where })} onReady={onReady} />}
    </>
  )
}
