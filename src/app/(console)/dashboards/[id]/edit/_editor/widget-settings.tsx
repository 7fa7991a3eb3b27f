'use client'

import { Button, Modal, NativeSelect } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useMetricChoices } from '@/components/ui/use-metric-choices'
import type { Widget } from '@/domain/dashboard/dashboard'
import { breakdownGroups } from '@/domain/dashboard/widget-kinds'
import { locales } from '@/i18n/locales'
import type { FilterOptions } from '@/pipeline/analyze/get-filter-options'
import { LocalizedInput } from '../../../../_components/localized-input'
import classes from './editor.module.css'
import { NarrowFields } from './narrow-fields'
import { SegmentFields } from './segment-fields'

export type SegmentChoice = { name: string; where: string }
type WidgetSettingsProps = {
  widget: Widget
  name: string
  options: FilterOptions
  segments: readonly SegmentChoice[]
  /** metrics of one's own whose answers can be drawn as a distribution */
  spread: readonly string[]
  onDone: (widget: Widget) => void
  onClose: () => void
}

/** What a widget shows, of whom, and under which title. */
export const WidgetSettings = ({ widget, name, options, segments, spread, onDone, onClose }: WidgetSettingsProps) => {
  const t = useTranslations('dashboardEdit')
  const choices = useMetricChoices(t('ownMetrics'))
  const [draft, setDraft] = useState(widget)
  const [isReady, setIsReady] = useState(true)
  const consoleLocales = Object.keys(locales)
  const isEmptyNote = draft.kind === 'note' && draft.text === ''
  return (
    <Modal opened onClose={onClose} size="lg" title={t('settingsOf', { name })} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !isEmptyNote) onDone(draft)
        }}
      >
        {draft.kind === 'note' && (
          <LocalizedInput
            label={t('text')}
            value={draft.text}
            onChange={(text) => setDraft({ ...draft, text })}
            locales={consoleLocales}
            maxLength={2000}
            isLong
          />
        )}
        {'metric' in draft && (
          <NativeSelect
            label={t('metric')}
            value={draft.metric}
            onChange={(event) => setDraft({ ...draft, metric: event.currentTarget.value as 'nps' })}
            data={
              draft.kind === 'distribution'
                ? choices.among([...spread, widget.kind === 'distribution' ? widget.metric : ''])
                : choices.all
            }
          />
        )}
        {draft.kind === 'breakdown' && (
          <NativeSelect
            label={t('by')}
            value={draft.by}
            onChange={(event) => setDraft({ ...draft, by: event.currentTarget.value as 'channel' })}
            data={breakdownGroups.map((value) => ({ value, label: t(`group.${value}`) }))}
          />
        )}
        {draft.kind === 'breakdown' && draft.by === 'segment' && (
          <SegmentFields
            chosen={draft.segments ?? []}
            offered={segments}
            onChange={(chosen) => setDraft({ ...draft, segments: chosen })}
          />
        )}
        <NarrowFields widget={draft} options={options} onChange={setDraft} onReady={setIsReady} />
        <LocalizedInput
          label={t('titleField')}
          value={draft.title ?? ''}
          onChange={(title) => setDraft({ ...draft, title: title === '' ? undefined : title })}
          locales={consoleLocales}
          maxLength={80}
        />
        <Button type="submit" disabled={!isReady || isEmptyNote} style={{ justifySelf: 'start' }}>
          {t('apply')}
        </Button>
      </form>
    </Modal>
  )
}
