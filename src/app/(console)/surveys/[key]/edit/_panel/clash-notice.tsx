'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { renameKey } from '@/domain/survey/edit/rename'
import { useProblemWords } from '../_bar/use-problem-words'
import { problemsAt } from '../_store/problems-at'
import { useEditor, useEditorState } from '../_store/use-editor'
import classes from './panel.module.css'

/** Where answers of another kind or scale were given under the question's key: the way out, to be taken at once. */
export const ClashNotice = ({ questionKey }: { questionKey: string }) => {
  const t = useTranslations('editor.turn')
  const words = useProblemWords()
  const editor = useEditor()
  const place = ['question', questionKey] as const
  const clash = useEditorState(({ problems }) => problemsAt(problems, place).find(({ code }) => code === 'clash'))
  if (!clash) return null
  const to = clash.about
  return (
    <div className={classes.cost} data-name="kind">
      <p className={classes.error}>{words(clash)}</p>
      {to && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            editor.perform(renameKey(editor.get().session.draft, place, to), { focus: place, follow: ['question', to] })
          }
        >
          {t('takeKey', { key: to })}
        </Button>
      )}
    </div>
  )
}
