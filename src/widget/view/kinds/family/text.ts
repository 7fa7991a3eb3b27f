import type { Kinds } from '../kind'
import { text } from '../text'

export const kinds: Kinds = { text }
