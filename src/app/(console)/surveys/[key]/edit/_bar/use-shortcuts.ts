import { useEffect } from 'react'
import { useEditor } from '../_store/use-editor'

/** Ctrl/Cmd+Z undoes everywhere in the editor, fields included: what is typed is part of the same history. */
export const useShortcuts = (): void => {
  const editor = useEditor()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      // A dialog in front has its own fields.
      if ((event.target as HTMLElement | null)?.closest?.('[role=dialog]')) return
      const work =
        key === 'z'
          ? event.shiftKey
            ? editor.redo
            : editor.undo
          : key === 'y'
            ? editor.redo
            : key === 's'
              ? editor.flush
              : undefined
      if (!work) return
      event.preventDefault()
      void work()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [editor])
}
