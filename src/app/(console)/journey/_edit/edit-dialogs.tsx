'use client'

import { useLocale, useTranslations } from 'next-intl'
import { localize } from '@/domain/localized'
import type { Arrangement } from '@/domain/touchpoint/arrange'
import type { JourneyDesign } from '@/pipeline/design/get-journey-design'
import { type EditResult, saveEdit } from '../actions'
import { addJourney, putJourney, putStage, putTouchpoints, removeStage } from './journey-changes'
import { JourneyForm } from './journey-form'
import { StageForm } from './stage-form'
import { TouchpointPanel } from './touchpoint-panel'
import type { RunEdit } from './use-edits'

/** What is open beside the map; without a key it is a new one. */
export type Open = { kind: 'touchpoint'; key: string } | { kind: 'stage'; key?: string } | { kind: 'journey'; key?: string }

type EditDialogsProps = {
  open: Open
  design: JourneyDesign
  journey: string | undefined
  arrangement: Arrangement
  isPending: boolean
  run: RunEdit
  remove: (kind: 'journeys' | 'touchpoints', key: string) => Promise<EditResult>
  onClose: () => void
  onGo: (href: string) => void
}

export const EditDialogs = ({ open, design, journey, arrangement, isPending, run, remove, onClose, onGo }: EditDialogsProps) => {
  const t = useTranslations('journeyEdit')
  const locale = useLocale()
  /** A form stays open when what it says was refused. */
  const closeIfDone = (result: EditResult) => 'applyId' in result && onClose()

  if (open.kind === 'touchpoint') {
    const touchpoint = design.touchpoints[open.key]
    if (!touchpoint) return null
    const name = localize(touchpoint.name, locale)
    const save = (done: string, changed: typeof touchpoint) =>
      run(done, () => saveEdit(putTouchpoints(design, { [open.key]: changed })), closeIfDone)
    return (
      <TouchpointPanel
        // What somebody else has changed meanwhile is shown anew, not overwritten by what was typed over the old.
        key={JSON.stringify(touchpoint)}
        id={open.key}
        touchpoint={touchpoint}
        design={design}
        isPending={isPending}
        onSave={(changed) => save(t('done.saved', { name: localize(changed.name, locale) }), changed)}
        onArchive={() => save(t('done.archived', { name }), { ...touchpoint, archived: true })}
        onRemove={() => run(t('done.removed', { name }), () => remove('touchpoints', open.key), closeIfDone)}
        onClose={onClose}
      />
    )
  }

  if (open.kind === 'stage') {
    if (journey === undefined) return null
    const stages = design.journeys[journey]?.stages ?? []
    const stage = stages.find(({ key }) => key === open.key)
    const count = stage ? stages.length : stages.length + 1
    const isUsed = stage !== undefined && (arrangement[stage.key]?.length ?? 0) > 0
    return (
      <StageForm
        stage={stage}
        index={stage ? stages.indexOf(stage) : count - 1}
        count={count}
        kept={isUsed ? 'used' : stages.length === 1 ? 'last' : undefined}
        locales={design.locales}
        onSave={(changed, index) => {
          const edit = putStage(design, journey, { ...(stage ? { key: stage.key } : {}), ...changed }, index)
          if (edit) run(t('done.saved', { name: localize(changed.name, locale) }), () => saveEdit(edit), closeIfDone)
        }}
        onRemove={() => {
          const edit = stage && removeStage(design, journey, stage.key)
          if (edit) run(t('done.removed', { name: localize(stage.name, locale) }), () => saveEdit(edit), closeIfDone)
        }}
        onClose={onClose}
      />
    )
  }

  const edited = open.key === undefined ? undefined : design.journeys[open.key]
  return (
    <JourneyForm
      journey={edited}
      canRemove={!Object.values(design.touchpoints).some((one) => one.journey === open.key)}
      locales={design.locales}
      onSave={(name) => {
        const text = localize(name, locale)
        if (open.key !== undefined && edited) {
          const edit = putJourney(design, open.key, { ...edited, name })
          run(t('done.saved', { name: text }), () => saveEdit(edit), closeIfDone)
          return
        }
        const made = addJourney(design, name)
        run(
          t('done.added', { name: text }),
          () => saveEdit(made.edit),
          (result) => {
            closeIfDone(result)
            if ('applyId' in result) onGo(`/journey?edit=1&journey=${made.key}`)
          },
        )
      }}
      onRemove={() =>
        run(
          t('done.removed', { name: localize(edited?.name ?? '', locale) }),
          () => remove('journeys', open.key ?? ''),
          (result) => {
            closeIfDone(result)
            if ('applyId' in result) onGo('/journey?edit=1')
          },
        )
      }
      onClose={onClose}
    />
  )
}
