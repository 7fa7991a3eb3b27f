import { moreParts } from '../view/more-parts'
import { takePart } from './take-part'

/** The rest of an embed: everything that showing its first question can do without. Draws with the runtime's Preact (see the build). */
export const more = { parts: moreParts, css: MORE_CSS, takePart }

export type More = typeof more
