import type { KeyboardEvent, RefObject } from 'react'
import type { Place } from '@/domain/survey/edit/operation'
import { useEditor } from '../_store/use-editor'
import { type Movable, useCommands } from './use-commands'

export const placeOfRow = (row: HTMLElement | null): Place => {
  const [kind, key] = (row?.dataset.place ?? '').split(/:(.*)/s)
  return key !== undefined && (kind === 'page' || kind === 'question') ? [kind, key] : []
}

/** The outline by keyboard: arrows select, with Alt they move, Enter opens, Delete removes, Ctrl+D doubles. */
export const useOutlineKeys = (tree: RefObject<HTMLElement | null>) => {
  const editor = useEditor()
  const commands = useCommands()
  const rows = (): HTMLElement[] => [...(tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])]
  const focusSelected = (): void => {
    requestAnimationFrame(() => tree.current?.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus())
  }
  const go = (row: HTMLElement | undefined): void => {
    if (!row) return
    editor.select(placeOfRow(row))
    row.focus()
  }
  return (event: KeyboardEvent): void => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[role=treeitem]')
    if (!row) return
    const place = placeOfRow(row)
    const movable = place.length === 2 ? (place as Movable) : undefined
    const all = rows()
    const at = all.indexOf(row)
    const handle = (work: () => void): void => {
      event.preventDefault()
      work()
    }
    const isCommand = event.ctrlKey || event.metaKey
    if (event.altKey && movable && (event.key === 'ArrowUp' || event.key === 'ArrowDown'))
      handle(() => {
        commands.step(movable, event.key === 'ArrowUp' ? -1 : 1)
        focusSelected()
      })
    else if (event.altKey) return
    else if (isCommand && event.key.toLowerCase() === 'd' && movable)
      handle(() => {
        commands.duplicate(movable)
        focusSelected()
      })
    else if (isCommand) return
    else if (event.key === 'ArrowDown') handle(() => go(all[at + 1]))
    else if (event.key === 'ArrowUp') handle(() => go(all[at - 1]))
    else if (event.key === 'Home') handle(() => go(all[0]))
    else if (event.key === 'End') handle(() => go(all.at(-1)))
    else if (event.key === 'Enter') handle(() => editor.open(place))
    else if ((event.key === 'Delete' || event.key === 'Backspace') && movable)
      handle(() => {
        commands.remove(movable)
        focusSelected()
      })
  }
}
