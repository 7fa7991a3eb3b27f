'use client'

import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react'
import type { Widget } from '@/domain/dashboard/dashboard'
import { previewWidget } from './preview-action'

/** What a widget's content depends on: not its place. A number tells less where it is low. */
const keyOf = ({ id: _id, x: _x, y: _y, w: _w, h, ...settings }: Widget): string =>
  JSON.stringify(settings.kind === 'number' ? [settings, h >= 3] : settings)

type Given = { saved: readonly Widget[]; contents: Readonly<Record<string, ReactNode>>; search: Readonly<Record<string, string>> }

/** The contents of widgets as they are set now; those that the page didn't bring are asked for. Undefined while one is on its way. */
export const usePreviews = (widgets: readonly Widget[], { saved, contents, search }: Given) => {
  const [drawn, setDrawn] = useState<ReadonlyMap<string, ReactNode>>(
    () => new Map(saved.map((widget) => [keyOf(widget), contents[widget.id]])),
  )
  const asked = useRef(new Set(saved.map(keyOf)))
  useEffect(() => {
    for (const widget of widgets) {
      const key = keyOf(widget)
      if (asked.current.has(key)) continue
      asked.current.add(key)
      // What is drawn may still load its scripts; outside of a transition the whole page would be hidden until they are there, and lose the focus.
      const put = (node: ReactNode) => startTransition(() => setDrawn((now) => new Map(now).set(key, node)))
      previewWidget(widget, search).then(put, () => {
        // Asked again at the next change.
        asked.current.delete(key)
        put(null)
      })
    }
  }, [widgets, search])
  return (widget: Widget): ReactNode => drawn.get(keyOf(widget))
}
