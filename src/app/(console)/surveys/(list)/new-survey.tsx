'use client'

import { Button, Modal, NativeSelect, TextInput } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { create } from './actions'
import classes from './new-survey.module.css'

/** A name and a touchpoint, and the editor opens. */
export const NewSurvey = ({ touchpoints }: { touchpoints: readonly { key: string; name: string }[] }) => {
  const t = useTranslations('editor.create')
  const [isOpen, setIsOpen] = useState(false)
  const [problem, submit, isPending] = useActionState(create, null)
  return (
    <>
      <Button size="compact-md" leftSection={<Plus size={16} strokeWidth={1.5} />} onClick={() => setIsOpen(true)}>
        {t('open')}
      </Button>
      <Modal opened={isOpen} onClose={() => setIsOpen(false)} title={t('title')} closeButtonProps={{ 'aria-label': t('close') }}>
        {touchpoints.length === 0 ? (
          <p>{t('noTouchpoints')}</p>
        ) : (
          <form action={submit} className={classes.form}>
            <TextInput name="title" label={t('name')} required maxLength={200} data-autofocus autoComplete="off" />
            <NativeSelect
              name="touchpoint"
              label={t('touchpoint')}
              data={touchpoints.map(({ key, name }) => ({ value: key, label: name }))}
            />
            {problem && <p role="alert">{t(`problem.${problem}`)}</p>}
            <Button type="submit" loading={isPending}>
              {t('submit')}
            </Button>
          </form>
        )}
      </Modal>
    </>
  )
}
