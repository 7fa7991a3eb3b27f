export type Box = 'high' | 'middle' | 'low'

const boxes: Readonly<Record<string, Box>> = {
  promoter: 'high',
  satisfied: 'high',
  positive: 'high',
  passive: 'middle',
  neutral: 'middle',
  detractor: 'low',
  dissatisfied: 'low',
  negative: 'low',
}

/** Where a category stands: what shape and colour it gets. */
export const boxOfCategory = (category: string | null | undefined): Box | null => (category ? (boxes[category] ?? null) : null)
