import { dropdown } from '../dropdown'
import type { Kinds } from '../kind'

export const kinds: Kinds = { dropdown }
