import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { widgetDir } from '@/config/paths'

type Part = { script: string; css: string }

/** What `npm run build` made for browsers. */
export type Manifest = {
  /** the hosted page's script and what it imports, file names under /widget/ */
  hosted: readonly string[]
  /** likewise what it adds at a kiosk, and the kiosk's service worker */
  kiosk: readonly string[]
  worker: string
  /** everything that was built */
  files: readonly string[]
  /** the style sheet of every survey, minified: the hosted page carries it inline */
  css: string
  /** by kind of question, what only surveys with it need; `pipe` is for texts that repeat an answer */
  kinds: Readonly<Record<string, Part>>
  /** all kinds at once, but for `pipe` */
  every: Part
}

let known: { manifest: Manifest; madeAt: number } | undefined

/** Read again when the build made a new one, so that a running server serves what is there. */
export const manifest = (): Manifest => {
  const file = join(widgetDir(), 'manifest.json')
  const madeAt = statSync(file).mtimeMs
  if (known?.madeAt !== madeAt) known = { madeAt, manifest: JSON.parse(readFileSync(file, 'utf8')) as Manifest }
  return known.manifest
}
