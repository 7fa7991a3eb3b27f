import { focusOn, listen } from '../runtime/listen'
import { createSaver, sendUnsent } from '../runtime/saver'
import { lateParts } from '../view/late-parts'
import { parts } from '../view/parts'

Object.assign(parts, lateParts)

/** The rest of an embed: everything that showing its first question can do without. */
export const more = { css: MORE_CSS, createSaver, sendUnsent, listen, focusOn }

export type More = typeof more
