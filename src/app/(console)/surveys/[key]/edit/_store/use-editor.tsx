'use client'

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { Draft, Place } from '@/domain/survey/edit/operation'
import { findAt } from '@/domain/survey/edit/places'
import { createEditor, type Editor } from './create-editor'
import type { EditorSetup, EditorState } from './editor-state'

const EditorContext = createContext<Editor | undefined>(undefined)

export const EditorProvider = ({ setup, children }: { setup: EditorSetup; children: ReactNode }) => {
  const [editor] = useState(() => createEditor(setup))
  useEffect(() => editor.begin(), [editor])
  return <EditorContext value={editor}>{children}</EditorContext>
}

export const useEditor = (): Editor => {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('there is no editor around this component')
  return editor
}

/** Part of what the editor shows; a component is drawn again only when that very part is another. */
export const useEditorState = <T,>(select: (state: EditorState) => T): T => {
  const editor = useEditor()
  const get = () => select(editor.get())
  return useSyncExternalStore(editor.subscribe, get, get)
}

export const useDraft = (): Draft => useEditorState(({ session }) => session.draft)

/** What stands at a place, as members by name; undefined while it is gone. */
export const useAt = <T extends object>(place: Place): T | undefined =>
  useEditorState(({ session }) => findAt(session.draft, place)) as T | undefined
