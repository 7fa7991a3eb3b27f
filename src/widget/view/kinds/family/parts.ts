import { gap } from '../gap'
import type { Kinds } from '../kind'
import { matrix } from '../matrix'
import { sum } from '../sum'

export const kinds: Kinds = { matrix, gap, constant_sum: sum }
