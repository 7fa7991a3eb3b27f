import type { Condition, Leaf } from '../../condition/condition'
import { leavesOf } from '../../condition/condition'
import type { Localized } from '../../localized'
import type { Problem } from './problem'

export const mostText = 5000

export type Note = (code: Problem['code'], name: string, about?: string | number) => void

/** A text that has to be there (`isNeeded`), and where it is there has words in it. */
export const checkText = (note: Note, name: string, text: Localized | undefined, isNeeded = false): void => {
  if (text === undefined) {
    if (isNeeded) note('text_missing', name)
    return
  }
  const texts = typeof text === 'string' ? [text] : Object.values(text)
  if (texts.length === 0 || texts.some((one) => one.trim() === '')) note('text_missing', name)
  else if (texts.some((one) => one.trim().length > mostText)) note('text_long', name, mostText)
}

const isUnfinished = ({ field, op, value }: Leaf): boolean =>
  field.endsWith('.') ||
  (op !== 'exists' && op !== 'not_exists' && (value === undefined || (Array.isArray(value) && value.length === 0)))

export const checkCondition = (note: Note, name: string, condition: Condition | undefined): void => {
  if (condition && leavesOf(condition).some(isUnfinished)) note('condition_unfinished', name)
}

export const isAddress = (text: string): boolean => {
  if (text.length > 2000 || !/^https?:\/\//i.test(text)) return false
  try {
    const { hostname } = new URL(text)
    return /^([a-z0-9_-]+\.)*[a-z0-9_-]+\.?$|^\[[0-9a-f:.]+\]$/i.test(hostname)
  } catch {
    return false
  }
}
