import { consent } from '../consent'
import type { Kinds } from '../kind'

export const kinds: Kinds = { consent }
