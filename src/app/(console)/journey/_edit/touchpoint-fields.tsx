'use client'

import { Autocomplete, Checkbox, NativeSelect } from '@mantine/core'
import { useLocale, useMessages, useTranslations } from 'next-intl'
import { dimensions, modules } from '@/domain/experience'
import { localize } from '@/domain/localized'
import type { JourneyInput } from '@/domain/touchpoint/schema'
import type { JourneyDesign } from '@/pipeline/design/get-journey-design'
import { LocalizedInput } from '../../_components/localized-input'
import { StandardFields } from './standard-fields'
import type { DraftFault, TouchpointDraft } from './touchpoint-draft'

type TouchpointFieldsProps = {
  draft: TouchpointDraft
  onChange: (draft: TouchpointDraft) => void
  fault: DraftFault | undefined
  stages: JourneyInput['stages']
  design: JourneyDesign
  surveys: JourneyDesign['surveys']
}

export const TouchpointFields = ({ draft, onChange, fault, stages, design, surveys }: TouchpointFieldsProps) => {
  const t = useTranslations('journeyEdit')
  const dimensionNames = useTranslations('dimensions')
  const moduleNames = useTranslations('modules')
  const channels = useMessages().channels ?? {}
  const locale = useLocale()
  const set = (part: Partial<TouchpointDraft>) => onChange({ ...draft, ...part })
  const owners = design.owners.map(({ value, name, isTeam }) => ({ value, label: localize(name, locale), isTeam }))
  const isOwnerGone = !owners.some(({ value }) => value === draft.owner)
  const group = (isTeam: boolean) => ({
    group: isTeam ? t('teams') : t('members'),
    items: owners.filter((one) => one.isTeam === isTeam).map(({ value, label }) => ({ value, label })),
  })
  return (
    <>
      <LocalizedInput
        label={t('name')}
        locales={design.locales}
        value={draft.name}
        onChange={(name) => set({ name })}
        autoFocus
        error={fault === 'name' ? t('nameMissing') : undefined}
      />
      <NativeSelect
        label={t('stage')}
        value={draft.stage}
        onChange={(event) => set({ stage: event.currentTarget.value })}
        data={stages.map(({ key, name }) => ({ value: key, label: localize(name, locale) }))}
      />
      <Autocomplete
        label={t('channel')}
        description={t('channelHint')}
        value={draft.channel}
        onChange={(channel) => set({ channel: channel.toLowerCase() })}
        data={Object.keys(channels)}
        renderOption={({ option }) => `${option.value} · ${String((channels as Record<string, string>)[option.value] ?? '')}`}
        maxLength={32}
      />
      <NativeSelect
        label={t('owner')}
        value={draft.owner}
        onChange={(event) => set({ owner: event.currentTarget.value })}
        data={[
          ...(isOwnerGone ? [{ value: draft.owner, label: t('ownerGone', { owner: draft.owner }) }] : []),
          group(false),
          group(true),
        ].filter((one) => !('items' in one) || one.items.length > 0)}
      />
      <NativeSelect
        label={t('dimension')}
        value={draft.dimension}
        onChange={(event) => set({ dimension: dimensions.find((one) => one === event.currentTarget.value) ?? '' })}
        data={[{ value: '', label: t('none') }, ...dimensions.map((value) => ({ value, label: dimensionNames(value) }))]}
      />
      <NativeSelect
        label={t('module')}
        value={draft.module}
        onChange={(event) => set({ module: modules.find((one) => one === event.currentTarget.value) ?? '' })}
        data={[{ value: '', label: t('none') }, ...modules.map((value) => ({ value, label: moduleNames(value) }))]}
      />
      <Checkbox
        label={t('momentOfTruth')}
        description={t('momentOfTruthHint')}
        checked={draft.isMomentOfTruth}
        onChange={(event) => set({ isMomentOfTruth: event.currentTarget.checked })}
      />
      <StandardFields
        value={draft.standard}
        onChange={(standard) => set({ standard })}
        surveys={surveys}
        isTargetMissing={fault === 'target'}
      />
    </>
  )
}
