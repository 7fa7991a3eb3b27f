'use client'

import { Button, Modal, Switch } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Localized } from '@/domain/localized'
import { locales } from '@/i18n/locales'
import { LocalizedInput } from '../../../../_components/localized-input'
import classes from './editor.module.css'

type Details = { name: Localized; isShared: boolean }
type DetailsDialogProps = { details: Details; isOwn: boolean; onDone: (details: Details) => void; onClose: () => void }

/** What the dashboard is called, and who sees it. */
export const DetailsDialog = ({ details, isOwn, onDone, onClose }: DetailsDialogProps) => {
  const t = useTranslations('dashboardEdit')
  const [name, setName] = useState(details.name)
  const [isShared, setIsShared] = useState(details.isShared)
  return (
    <Modal opened onClose={onClose} title={t('details')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault()
          if (name !== '') onDone({ name, isShared })
        }}
      >
        <LocalizedInput
          label={t('name')}
          value={name}
          onChange={setName}
          locales={Object.keys(locales)}
          maxLength={80}
          autoFocus
        />
        <Switch
          label={t('share')}
          description={t(isOwn ? 'shareHint' : 'shareOwner')}
          checked={isShared}
          disabled={!isOwn}
          onChange={(event) => setIsShared(event.currentTarget.checked)}
        />
        <Button type="submit" disabled={name === ''} style={{ justifySelf: 'start' }}>
          {t('apply')}
        </Button>
      </form>
    </Modal>
  )
}
