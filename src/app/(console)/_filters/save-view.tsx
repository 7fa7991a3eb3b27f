'use client'

import { Button, Modal, Switch, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { type ViewKind, viewParameters } from '@/domain/analysis/view-kinds'
import classes from './filters.module.css'
import { keepView, type ViewProblem } from './saved-view-actions'

type SaveViewProps = { kind: ViewKind; current: Readonly<Record<string, string>>; onClose: () => void }

/** Gives what the address says now a name. */
export const SaveView = ({ kind, current, onClose }: SaveViewProps) => {
  const t = useTranslations('filters.saved')
  const [name, setName] = useState('')
  const [isShared, setIsShared] = useState(false)
  const [problem, setProblem] = useState<ViewProblem['problem']>()
  const [isSaving, startSaving] = useTransition()
  const names = kind === 'segment' ? (['where'] as const) : viewParameters
  const parameters = Object.fromEntries(names.flatMap((one) => (current[one] ? [[one, current[one]]] : [])))
  const save = () =>
    startSaving(async () => {
      const answer = await keepView({ kind, name, isShared, parameters })
      if ('problem' in answer) setProblem(answer.problem)
      else onClose()
    })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(kind === 'segment' ? 'newSegment' : 'newView')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={classes.panel}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextInput
          data-autofocus
          label={t('name')}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
          error={problem && t(`problem.${problem}`)}
        />
        <Switch
          label={t('share')}
          description={t('shareHint')}
          checked={isShared}
          onChange={(event) => setIsShared(event.currentTarget.checked)}
        />
        <div className={classes.actions}>
          <Button type="submit" loading={isSaving} disabled={name.trim() === ''}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
