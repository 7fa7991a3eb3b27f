import { z } from 'zod'
import { clean } from './clean'

/** A tag of one line, as people write it. */
export const tagNameSchema = z
  .string()
  .transform((name) => clean(name).replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'needs a name').max(40, 'takes at most 40 characters'))

/** Under what a tag is one tag: "VIP" and "ｖｉｐ" are the same. */
export const foldTag = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** A tag on a response: who put it there, and when. */
export type ResponseTag = { name: string; by: string; at: string }
