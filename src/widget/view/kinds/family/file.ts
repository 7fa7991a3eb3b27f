import { file } from '../file'
import type { Kinds } from '../kind'

export const kinds: Kinds = { file }
