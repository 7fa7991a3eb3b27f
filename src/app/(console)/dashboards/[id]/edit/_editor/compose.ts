import type { Widget } from '@/domain/dashboard/dashboard'
import { type Direction, freePlace, moveStep, resizeTo, settle } from '@/domain/dashboard/layout'
import { type WidgetKind, widgetSizes } from '@/domain/dashboard/widget-kinds'

/** What a widget begins as; a note needs words at once. */
const beginning = (
  kind: WidgetKind,
  place: { id: string; x: number; y: number; w: number; h: number },
  words: string,
): Widget => {
  switch (kind) {
    case 'number':
    case 'trend':
    case 'distribution':
      return { kind, ...place, metric: 'nps' }
    case 'breakdown':
      return { kind, ...place, metric: 'nps', by: 'touchpoint' }
    case 'note':
      return { kind, ...place, text: words }
    default:
      return { kind, ...place }
  }
}

const newId = (): string => crypto.randomUUID()

export const addWidget = (widgets: readonly Widget[], kind: WidgetKind, words: string): { id: string; widgets: Widget[] } => {
  const size = widgetSizes[kind].usual
  const id = newId()
  const added = beginning(kind, { id, ...freePlace(widgets, size), ...size }, words)
  return { id, widgets: settle([...widgets, added], id) }
}

export const copyWidget = (widgets: readonly Widget[], widget: Widget): { id: string; widgets: Widget[] } => {
  const id = newId()
  return { id, widgets: settle([...widgets, { ...widget, id, ...freePlace(widgets, widget) }], id) }
}

export const removeWidget = (widgets: readonly Widget[], id: string): Widget[] => settle(widgets.filter((one) => one.id !== id))

export const changeWidget = (widgets: readonly Widget[], next: Widget): Widget[] =>
  widgets.map((one) => (one.id === next.id ? next : one))

export type Step = Direction | 'wider' | 'narrower' | 'taller' | 'shorter'
export const steps: readonly Step[] = ['left', 'right', 'up', 'down', 'wider', 'narrower', 'taller', 'shorter']

const growth: Partial<Record<Step, readonly [number, number]>> = {
  wider: [1, 0],
  narrower: [-1, 0],
  taller: [0, 1],
  shorter: [0, -1],
}

/** One step of a widget's place or size, as a key or an entry of its menu makes it. */
export const stepWidget = (widgets: readonly Widget[], id: string, step: Step): Widget[] => {
  const widget = widgets.find((one) => one.id === id)
  const [w, h] = growth[step] ?? []
  if (!widget) return [...widgets]
  if (w === undefined || h === undefined) return moveStep(widgets, id, step as Direction)
  return resizeTo(widgets, id, { w: widget.w + w, h: widget.h + h }, widgetSizes[widget.kind].least)
}

const moveKeys: Readonly<Record<string, Step>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }
const sizeKeys: Readonly<Record<string, Step>> = {
  ArrowLeft: 'narrower',
  ArrowRight: 'wider',
  ArrowUp: 'shorter',
  ArrowDown: 'taller',
}

/** What an arrow key means on the handle that moves, and on the one that resizes. */
export const stepOfKey = (handle: 'move' | 'size', key: string): Step | undefined =>
  (handle === 'move' ? moveKeys : sizeKeys)[key]
