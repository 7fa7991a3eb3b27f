import { contact } from '../contact'
import type { Kinds } from '../kind'

export const kinds: Kinds = { contact }
