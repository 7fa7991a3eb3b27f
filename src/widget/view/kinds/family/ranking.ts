import type { Kinds } from '../kind'
import { ranking } from '../ranking'

export const kinds: Kinds = { ranking }
