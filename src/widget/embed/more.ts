import { focusOn, listen } from '../runtime/listen'
import { createSaver, sendUnsent } from '../runtime/saver'
import { moreChecks, moreParts } from '../view/more-parts'

/** The rest of an embed: everything that showing its first question can do without. Draws with the runtime's Preact (see the build). */
export const more = { parts: moreParts, checks: moreChecks, css: MORE_CSS, createSaver, sendUnsent, listen, focusOn }

export type More = typeof more
