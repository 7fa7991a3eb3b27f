'use client'

import { Button, Modal } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Localized } from '@/domain/localized'
import type { JourneyInput } from '@/domain/touchpoint/schema'
import { LocalizedInput } from '../../_components/localized-input'
import { tidyName } from '../../_components/tidy-name'
import classes from './edit.module.css'

type JourneyFormProps = {
  /** undefined for a new one */
  journey: JourneyInput | undefined
  canRemove: boolean
  locales: readonly string[]
  onSave: (name: JourneyInput['name']) => void
  onRemove: () => void
  onClose: () => void
}

export const JourneyForm = ({ journey, canRemove, locales, onSave, onRemove, onClose }: JourneyFormProps) => {
  const t = useTranslations('journeyEdit')
  const [name, setName] = useState<Localized>(journey?.name ?? '')
  const [isWrong, setWrong] = useState(false)
  return (
    <Modal
      opened
      onClose={onClose}
      title={journey ? t('journey') : t('newJourney')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault()
          const tidy = tidyName(name, journey?.name)
          if (tidy === undefined) setWrong(true)
          else onSave(tidy)
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
        {!journey && <p className={classes.hint}>{t('newJourneyHint')}</p>}
        <div className={classes.buttons}>
          <Button type="submit">{journey ? t('save') : t('addJourney')}</Button>
          {journey && canRemove && (
            <Button variant="subtle" color="gray" onClick={onRemove}>
              {t('removeJourney')}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  )
}
