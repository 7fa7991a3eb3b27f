import type { Kinds } from '../kind'
import { rating } from '../rating'

export const kinds: Kinds = { rating }
