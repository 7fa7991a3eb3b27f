'use client'

import { Check, CloudOff, LoaderCircle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEditorState } from '../_store/use-editor'
import classes from './bar.module.css'

/** Always there: whether what one sees is safe. */
export const SaveState = () => {
  const t = useTranslations('editor.saving')
  const saving = useEditorState((state) => state.saving)
  const problem = useEditorState((state) => state.saveProblem)
  const isOff = saving === 'failed' || saving === 'refused'
  const isSafe = saving === 'saved'
  const Icon = isOff ? CloudOff : isSafe ? Check : LoaderCircle
  return (
    <p className={classes.saving} data-saving={saving} role={isOff ? 'alert' : undefined}>
      <Icon size={15} strokeWidth={1.5} aria-hidden />
      <span>{isOff ? t(problem === undefined ? 'broken' : problem) : isSafe ? t('saved') : t('saving')}</span>
    </p>
  )
}
