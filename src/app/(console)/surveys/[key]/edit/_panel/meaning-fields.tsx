'use client'

import { NativeSelect } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { dimensions, modules } from '@/domain/experience'
import classes from './panel.module.css'
import { useField } from './use-field'

const roles = ['outcome', 'driver', 'reason'] as const

type MeaningFieldsProps = {
  questionKey: string
  role: string | undefined
  dimension: string | undefined
  module: string | undefined
}

/** What a question's answers are for. */
export const MeaningFields = memo(({ questionKey, role, dimension, module }: MeaningFieldsProps) => {
  const t = useTranslations('editor.panel')
  const dimensionWords = useTranslations('dimensions')
  const moduleWords = useTranslations('editor.module')
  const roleWords = useTranslations('editor.role')
  const { set } = useField(['question', questionKey])
  const none = { value: '', label: t('none') }
  return (
    <div className={classes.triple}>
      <NativeSelect
        size="sm"
        label={t('role')}
        value={role ?? ''}
        onChange={(event) => set('role')(event.currentTarget.value || undefined)}
        data={[none, ...roles.map((value) => ({ value, label: roleWords(value) }))]}
      />
      <NativeSelect
        size="sm"
        label={t('dimension')}
        value={dimension ?? ''}
        onChange={(event) => set('dimension')(event.currentTarget.value || undefined)}
        data={[none, ...dimensions.map((value) => ({ value, label: dimensionWords(value) }))]}
      />
      <NativeSelect
        size="sm"
        label={t('module')}
        value={module ?? ''}
        onChange={(event) => set('module')(event.currentTarget.value || undefined)}
        data={[none, ...modules.map((value) => ({ value, label: moduleWords(value) }))]}
      />
    </div>
  )
})
