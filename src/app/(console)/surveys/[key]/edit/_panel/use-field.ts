import { useMemo } from 'react'
import type { Place } from '@/domain/survey/edit/operation'
import { useProblemWords } from '../_bar/use-problem-words'
import { problemsAt } from '../_store/problems-at'
import { useEditor, useEditorState } from '../_store/use-editor'

type Write = (value: unknown) => void

/** The same function for the same name, so that a field whose value hasn't changed needn't be drawn again. */
const byName = (make: (name: string) => Write) => {
  const made = new Map<string, Write>()
  return (name: string): Write => {
    const write = made.get(name) ?? make(name)
    made.set(name, write)
    return write
  }
}

/** Reads and writes the members of one place. */
export const useField = (place: Place) => {
  const editor = useEditor()
  const words = useProblemWords()
  const own = useEditorState((state) => problemsAt(state.problems, place))
  const id = place.join('/')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `id` is the place
  const writes = useMemo(
    () => ({
      /** typing in one member is one step */
      type: byName((name) => (value) => void editor.set(place, name, value, `${id}.${name}`)),
      set: byName((name) => (value) => void editor.set(place, name, value)),
    }),
    [editor, id],
  )
  return {
    ...writes,
    /** what is wrong with a member, in words */
    error: (name: string): string | undefined => {
      const problem = own.find((one) => one.name === name)
      return problem && words(problem)
    },
  }
}
