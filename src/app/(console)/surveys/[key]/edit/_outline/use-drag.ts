import { type PointerEvent as ReactPointerEvent, type RefObject, useState } from 'react'
import { pageOf, pagesOf } from '@/domain/survey/edit/places'
import { useEditor } from '../_store/use-editor'
import { type Movable, useCommands } from './use-commands'
import { placeOfRow } from './use-outline-keys'

/** How far a pointer goes before it drags, in pixels: less is a click. */
const threshold = 5
/** How near an end of the outline scrolls it, in pixels. */
const edge = 40

type Drop = { row: HTMLElement; side: 'before' | 'after' }

/** Rows are dragged with a mouse anywhere, with a finger by their grip (elsewhere a finger scrolls). */
export const useDrag = (tree: RefObject<HTMLElement | null>) => {
  const editor = useEditor()
  const commands = useCommands()
  const [isDragging, setIsDragging] = useState(false)

  const dropAt = (y: number, kind: Movable[0]): Drop | undefined => {
    const rows = [...(tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])].filter((row) => {
      const [what] = placeOfRow(row)
      return what !== undefined && (kind === 'question' || what === 'page')
    })
    for (const row of rows) {
      const { top, bottom } = row.getBoundingClientRect()
      if (y < (top + bottom) / 2) return { row, side: 'before' }
    }
    const row = rows.at(-1)
    return row && { row, side: 'after' }
  }

  const drop = (place: Movable, { row, side }: Drop): void => {
    const { draft } = editor.get().session
    const target = placeOfRow(row)
    const [what, key = ''] = target
    const pages = pagesOf(draft)
    if (place[0] === 'page') {
      const others = pages.filter((page) => page.key !== place[1])
      const at = others.findIndex((page) => page.key === key)
      commands.moveTo(place, ['pages'], side === 'after' ? key : (others[at - 1]?.key ?? null))
      return
    }
    const page =
      what === 'page' ? pages[pages.findIndex((one) => one.key === key) - (side === 'before' ? 1 : 0)] : pageOf(draft, key)
    const others = page?.questions.filter((question) => question.key !== place[1]) ?? []
    const at = others.findIndex((question) => question.key === key)
    const last = others.at(-1)?.key ?? null
    const onRow = side === 'after' ? key : (others[at - 1]?.key ?? null)
    const onPage = side === 'before' ? last : null
    // Above the first page there is no place for a question: it comes first there.
    commands.moveTo(place, ['questions', page?.key ?? key], page ? (what === 'page' ? onPage : onRow) : null)
  }

  const onPointerDown = (event: ReactPointerEvent): void => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[role=treeitem]')
    const place = placeOfRow(row)
    const isGrip = (event.target as HTMLElement).closest('[data-grip]') !== null
    if (!row || place.length !== 2 || event.button !== 0 || (event.pointerType !== 'mouse' && !isGrip)) return
    const movable = place as Movable
    const from = event.clientY
    let target: Drop | undefined
    let isMoving = false
    const mark = (next: Drop | undefined): void => {
      if (target) delete target.row.dataset.drop
      target = next
      if (target) target.row.dataset.drop = target.side
    }
    const move = ({ clientY, pointerId }: PointerEvent): void => {
      if (!isMoving && Math.abs(clientY - from) < threshold) return
      if (!isMoving) {
        isMoving = true
        setIsDragging(true)
        row.dataset.dragged = 'true'
        row.setPointerCapture(pointerId)
      }
      const frame = tree.current?.getBoundingClientRect()
      if (frame && clientY < frame.top + edge) tree.current?.scrollBy(0, -8)
      if (frame && clientY > frame.bottom - edge) tree.current?.scrollBy(0, 8)
      mark(dropAt(clientY, movable[0]))
    }
    const end = (isDropped: boolean) => (): void => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', onUp)
      removeEventListener('pointercancel', onCancel)
      removeEventListener('keydown', onKey)
      const dropped = target
      mark(undefined)
      delete row.dataset.dragged
      setIsDragging(false)
      if (isMoving && isDropped && dropped && dropped.row !== row) {
        editor.select(movable)
        drop(movable, dropped)
      }
    }
    const onUp = end(true)
    const onCancel = end(false)
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') onCancel()
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', onUp)
    addEventListener('pointercancel', onCancel)
    addEventListener('keydown', onKey)
  }
  return { onPointerDown, isDragging }
}
