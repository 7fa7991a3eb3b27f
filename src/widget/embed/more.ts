import type { Family } from '../view/kinds/families'
import { lateParts } from '../view/late-parts'
import { parts } from '../view/parts'
import { takePart } from './take-part'

Object.assign(parts, lateParts)

/** The rest of an embed: everything that showing its first question can do without. */
export const more = { css: MORE_CSS, takePart }

export type More = typeof more
/** A script of the build's own, which has every kind too. */
export type Every = Family & { more: More }
