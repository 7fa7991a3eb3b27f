import { manyChoices, oneChoice } from '../choices'
import type { Kinds } from '../kind'

export const kinds: Kinds = { single_choice: oneChoice, image_choice: oneChoice, multi_choice: manyChoices }
