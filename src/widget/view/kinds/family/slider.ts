import type { Kinds } from '../kind'
import { slider } from '../slider'

export const kinds: Kinds = { slider }
