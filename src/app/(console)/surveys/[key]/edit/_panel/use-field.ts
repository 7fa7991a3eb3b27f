import { useMemo } from 'react'
import type { Place } from '@/domain/survey/edit/operation'
import { isSamePlace } from '@/domain/survey/edit/same-place'
import { useProblemWords } from '../_bar/use-problem-words'
import { useEditor, useEditorState } from '../_store/use-editor'

/** Reads and writes the members of one place. */
export const useField = (place: Place) => {
  const editor = useEditor()
  const words = useProblemWords()
  const problems = useEditorState((state) => state.problems)
  const own = useMemo(() => problems.filter((problem) => isSamePlace(problem.place, place)), [problems, place])
  return {
    /** typing in one member is one step */
    type: (name: string) => (value: unknown) => void editor.set(place, name, value, `${place.join('/')}.${name}`),
    set: (name: string) => (value: unknown) => void editor.set(place, name, value),
    /** what is wrong with a member, in words */
    error: (name: string): string | undefined => {
      const problem = own.find((one) => one.name === name)
      return problem && words(problem)
    },
  }
}
