import { createRequire } from 'node:module'
import type { Jieba } from '@node-rs/jieba'
import { segmentByIntl } from '@/domain/text/segment-by-intl'

const require = createRequire(import.meta.url)
let jieba: Jieba | null | undefined

/** jieba takes 0.3 s to read its dictionary, so it loads with the first Chinese text; null where the platform has no build of it. */
function load(): Jieba | null {
  try {
    const native: typeof import('@node-rs/jieba') = require('@node-rs/jieba')
    const { dict }: typeof import('@node-rs/jieba/dict.js') = require('@node-rs/jieba/dict.js')
    return native.Jieba.withDict(dict)
  } catch {
    return null
  }
}

const loaded = (): Jieba | null => {
  if (jieba === undefined) jieba = load()
  return jieba
}

/** Which segmenter this machine has; `intl` costs Chinese sentiment a few points of accuracy. */
export const segmenterKind = (): 'jieba' | 'intl' => (loaded() ? 'jieba' : 'intl')

/** Splits Chinese text into words; `Intl.Segmenter` stands in where jieba's native part cannot be loaded. */
export const segmentText = (text: string): string[] => loaded()?.cut(text, true) ?? segmentByIntl(text)
