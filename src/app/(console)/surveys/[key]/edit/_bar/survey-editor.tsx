'use client'

import { useState } from 'react'
import type { Localized } from '@/domain/localized'
import type { PublishedVersion } from '@/domain/survey/clashes'
import type { Draft } from '@/domain/survey/edit/operation'
import type { EditorSetup } from '../_store/editor-state'
import { EditorProvider } from '../_store/use-editor'
import { lookForDraft, saveEdits } from '../actions'
import { Workbench } from './workbench'

type SurveyEditorProps = {
  surveyKey: string
  scope: string
  draft: Draft
  revision: number
  versions: readonly PublishedVersion[]
  touchpoints: readonly { key: string; name: Localized }[]
  reader: string
  styles: string
}

/** The survey's editor with all that it needs of the server. */
export const SurveyEditor = ({ versions, touchpoints, reader, styles, draft, ...rest }: SurveyEditorProps) => {
  const [setup] = useState(
    (): EditorSetup => ({
      ...rest,
      draft,
      published: versions,
      locale: draft.locales.includes(reader) ? reader : (draft.locales[0] ?? 'en'),
      save: saveEdits,
      look: lookForDraft,
    }),
  )
  return (
    <EditorProvider setup={setup}>
      <Workbench touchpoints={touchpoints} styles={styles} />
    </EditorProvider>
  )
}
