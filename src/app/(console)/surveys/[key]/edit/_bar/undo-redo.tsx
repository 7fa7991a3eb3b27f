'use client'

import { ActionIcon } from '@mantine/core'
import { Redo2, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEditor, useEditorState } from '../_store/use-editor'

/** One step back, one step on. */
export const UndoRedo = () => {
  const t = useTranslations('editor.bar')
  const editor = useEditor()
  const canUndo = useEditorState(({ session }) => session.undo.length > 0)
  const canRedo = useEditorState(({ session }) => session.redo.length > 0)
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('undo')} disabled={!canUndo} onClick={editor.undo}>
        <Undo2 size={17} strokeWidth={1.5} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('redo')} disabled={!canRedo} onClick={editor.redo}>
        <Redo2 size={17} strokeWidth={1.5} />
      </ActionIcon>
    </>
  )
}
