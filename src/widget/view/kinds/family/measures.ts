import { date } from '../date'
import type { Kinds } from '../kind'
import { number } from '../number'

export const kinds: Kinds = { number, date }
