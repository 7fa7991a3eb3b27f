'use client'

import { NativeSelect } from '@mantine/core'
import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { languageName } from '@/components/format/language-name'
import { localize } from '@/domain/localized'
import { useEditor, useEditorState } from '../_store/use-editor'
import classes from './bar.module.css'
import { Problems } from './problems'
import { PublishButton } from './publish-button'
import { SaveState } from './save-state'
import { UndoRedo } from './undo-redo'

/** Where one is, whether it is saved, and what concerns the survey as a whole. */
export const Bar = () => {
  const t = useTranslations('editor.bar')
  const reader = useLocale()
  const editor = useEditor()
  const { surveyKey } = editor.setup
  const title = useEditorState(({ session }) => session.draft.title)
  const locales = useEditorState(({ session }) => session.draft.locales)
  const locale = useEditorState((state) => state.locale)
  return (
    <header className={classes.bar}>
      <Link prefetch={false} href={`/surveys/${surveyKey}`} className={classes.back} aria-label={t('back')}>
        <ChevronLeft size={18} strokeWidth={1.5} aria-hidden />
      </Link>
      <h1 className={classes.title}>{localize(title, locale, reader) || t('untitled')}</h1>
      <SaveState />
      <div className={classes.tools}>
        <UndoRedo />
        {locales.length > 1 && (
          <NativeSelect
            size="xs"
            aria-label={t('language')}
            value={locale}
            onChange={(event) => editor.speak(event.currentTarget.value)}
            data={locales.map((value) => ({ value, label: languageName(value, reader) }))}
          />
        )}
        <Problems />
        <PublishButton />
      </div>
    </header>
  )
}
