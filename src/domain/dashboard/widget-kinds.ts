import type { Size } from './layout'

/** What a dashboard can be made of, in the order in which it is offered. */
export const widgetKinds = [
  'number',
  'trend',
  'breakdown',
  'distribution',
  'changes',
  'rates',
  'journey',
  'gap',
  'newest',
  'cases',
  'alerts',
  'loop',
  'note',
] as const
export type WidgetKind = (typeof widgetKinds)[number]

/** How large one begins, and how small it can still be read. */
export const widgetSizes: Record<WidgetKind, { usual: Size; least: Size }> = {
  number: { usual: { w: 3, h: 3 }, least: { w: 2, h: 2 } },
  trend: { usual: { w: 8, h: 5 }, least: { w: 4, h: 4 } },
  breakdown: { usual: { w: 6, h: 5 }, least: { w: 4, h: 3 } },
  distribution: { usual: { w: 6, h: 4 }, least: { w: 4, h: 4 } },
  changes: { usual: { w: 4, h: 5 }, least: { w: 3, h: 2 } },
  rates: { usual: { w: 4, h: 5 }, least: { w: 3, h: 2 } },
  journey: { usual: { w: 12, h: 4 }, least: { w: 6, h: 4 } },
  gap: { usual: { w: 6, h: 5 }, least: { w: 4, h: 3 } },
  newest: { usual: { w: 4, h: 5 }, least: { w: 3, h: 2 } },
  cases: { usual: { w: 4, h: 5 }, least: { w: 3, h: 2 } },
  alerts: { usual: { w: 4, h: 5 }, least: { w: 3, h: 2 } },
  loop: { usual: { w: 3, h: 3 }, least: { w: 3, h: 2 } },
  note: { usual: { w: 4, h: 2 }, least: { w: 2, h: 1 } },
}

export const breakdownGroups = ['touchpoint', 'channel', 'segment'] as const
export type BreakdownGroup = (typeof breakdownGroups)[number]

export const mostWidgets = 24
export const mostSegments = 6
