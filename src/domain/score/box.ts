/** Where a category stands, whatever its metric calls it. */
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

export const boxOfCategory = (category: string | null | undefined): Box | null => (category ? (boxes[category] ?? null) : null)

/** All that a box is called. */
export const categoriesOf = (box: Box): string[] => Object.keys(boxes).filter((category) => boxes[category] === box)
