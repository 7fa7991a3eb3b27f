import { z } from 'zod'
import type { Condition } from './condition'
import { readCondition } from './read-condition'

/** A condition in an address's parameter, as `readCondition` reads it. */
export const whereSchema = z.string().transform((text, context): Condition => {
  const read = readCondition(text, '')
  if ('value' in read) return read.value
  for (const { path, message } of read.errors)
    context.addIssue({ code: 'custom', message: path === '' ? message : `${path.replace(/^\./, '')}: ${message}` })
  return z.NEVER
})
