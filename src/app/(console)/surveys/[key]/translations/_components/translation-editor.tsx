'use client'

import { useState } from 'react'
import { Conflicts } from '../../edit/_bar/conflicts'
import { Notices } from '../../edit/_bar/notices'
import { useShortcuts } from '../../edit/_bar/use-shortcuts'
import type { EditorSetup } from '../../edit/_store/editor-state'
import { EditorProvider } from '../../edit/_store/use-editor'
import { lookForDraft, saveEdits } from '../../edit/actions'
import { TranslationTable } from './translation-table'

const Table = () => {
  useShortcuts()
  return (
    <>
      <Conflicts />
      <TranslationTable />
      <Notices />
    </>
  )
}

/** A survey's texts in all its languages, edited and saved as in the editor itself. */
export const TranslationEditor = (given: Omit<EditorSetup, 'save' | 'look'>) => {
  const [setup] = useState((): EditorSetup => ({ ...given, save: saveEdits, look: lookForDraft }))
  return (
    <EditorProvider setup={setup}>
      <Table />
    </EditorProvider>
  )
}
