'use client'

import { Button, Modal, NativeSelect } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { phases } from '@/domain/experience'
import type { Localized } from '@/domain/localized'
import type { JourneyInput } from '@/domain/touchpoint/schema'
import { LocalizedInput } from '../../_components/localized-input'
import { tidyName } from '../../_components/tidy-name'
import classes from './edit.module.css'

type Stage = JourneyInput['stages'][number]

type StageFormProps = {
  /** undefined for a new one */
  stage: Stage | undefined
  index: number
  count: number
  /** why it can't go */
  kept: 'used' | 'last' | undefined
  locales: readonly string[]
  onSave: (stage: Pick<Stage, 'name' | 'phase'>, index: number) => void
  onRemove: () => void
  onClose: () => void
}

/** A stage's name, phase and place; the way to take it away. */
export const StageForm = ({ stage, index, count, kept, locales, onSave, onRemove, onClose }: StageFormProps) => {
  const t = useTranslations('journeyEdit')
  const phaseNames = useTranslations('phases')
  const [name, setName] = useState<Localized>(stage?.name ?? '')
  const [phase, setPhase] = useState<Stage['phase']>(stage?.phase ?? 'after-sale')
  const [place, setPlace] = useState(index)
  const [isWrong, setWrong] = useState(false)
  return (
    <Modal opened onClose={onClose} title={stage ? t('stage') : t('newStage')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault()
          const tidy = tidyName(name, stage?.name)
          if (tidy === undefined) setWrong(true)
          else onSave({ name: tidy, phase }, place)
        }}
      >
        <LocalizedInput
          label={t('name')}
          locales={locales}
          value={name}
          onChange={setName}
          autoFocus
          error={isWrong ? t('nameMissing') : undefined}
        />
        <NativeSelect
          label={t('phase')}
          value={phase}
          onChange={(event) => setPhase(phases.find((one) => one === event.currentTarget.value) ?? phase)}
          data={phases.map((value) => ({ value, label: phaseNames(value) }))}
        />
        <NativeSelect
          label={t('placeInJourney')}
          value={String(place)}
          onChange={(event) => setPlace(Number(event.currentTarget.value))}
          data={Array.from({ length: count }, (_, at) => ({ value: String(at), label: t('placeOf', { place: at + 1, count }) }))}
        />
        <div className={classes.buttons}>
          <Button type="submit">{stage ? t('save') : t('addStage')}</Button>
          {stage && (
            <Button variant="subtle" color="gray" disabled={kept !== undefined} onClick={onRemove}>
              {t('removeStage')}
            </Button>
          )}
        </div>
        {stage && kept && <p className={classes.hint}>{t(`kept.${kept}`)}</p>}
      </form>
    </Modal>
  )
}
