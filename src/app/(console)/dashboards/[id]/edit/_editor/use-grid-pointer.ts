'use client'

import { type PointerEvent as ReactPointerEvent, type RefObject, useState } from 'react'
import type { Widget } from '@/domain/dashboard/dashboard'
import { columns, moveTo, resizeTo } from '@/domain/dashboard/layout'
import { widgetSizes } from '@/domain/dashboard/widget-kinds'

const [rowPixels, gapPixels, dragPixels, edgePixels] = [64, 16, 5, 56]

type GridPointer = {
  grid: RefObject<HTMLDivElement | null>
  widgets: readonly Widget[]
  onDrop: (widgets: Widget[]) => void
}

/**
 * Moves and resizes widgets by pointer. The grid shows each place as it would be; only letting go changes the dashboard, and
 * escape puts everything back.
 */
export const useGridPointer = ({ grid, widgets, onDrop }: GridPointer) => {
  const [live, setLive] = useState<{ id: string; widgets: Widget[] } | null>(null)

  const begin = (how: 'move' | 'size', widget: Widget) => (event: ReactPointerEvent<HTMLElement>) => {
    const box = grid.current
    if (event.button !== 0 || !box) return
    const from = { x: event.clientX, y: event.clientY + window.scrollY }
    let latest: Widget[] | null = null
    const place = (clientX: number, clientY: number) => {
      const column = (box.getBoundingClientRect().width + gapPixels) / columns
      const across = Math.round((clientX - from.x) / column)
      const down = Math.round((clientY + window.scrollY - from.y) / (rowPixels + gapPixels))
      if (how === 'move') return moveTo(widgets, widget.id, { x: widget.x + across, y: Math.max(0, widget.y + down) })
      const size = { w: widget.w + across, h: widget.h + down }
      return resizeTo(widgets, widget.id, size, widgetSizes[widget.kind].least)
    }
    const move = ({ clientX, clientY }: PointerEvent) => {
      const isSmall = Math.hypot(clientX - from.x, clientY + window.scrollY - from.y) < dragPixels
      if (!latest && isSmall) return
      if (clientY < edgePixels) window.scrollBy(0, -16)
      if (clientY > window.innerHeight - edgePixels) window.scrollBy(0, 16)
      latest = place(clientX, clientY)
      setLive({ id: widget.id, widgets: latest })
    }
    const stop = (isDrop: boolean) => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', lost)
      window.removeEventListener('keydown', onKey)
      setLive(null)
      if (isDrop && latest && JSON.stringify(latest) !== JSON.stringify(widgets)) onDrop(latest)
    }
    const up = () => stop(true)
    const lost = () => stop(false)
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && stop(false)
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', lost)
    window.addEventListener('keydown', onKey)
  }

  return { shown: live?.widgets ?? widgets, held: live?.id, begin }
}
