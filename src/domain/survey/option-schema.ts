import { z } from 'zod'
import { conditionSchema } from '../condition/schema'
import { localizedSchema } from '../schemas'

/** Keys of questions, options, rows and columns: safe as names of form fields and of an object's members. */
export const questionKeySchema = z
  .string()
  .regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/, 'must be 1 to 64 letters, digits, "-" and "_", beginning with a letter')
  .refine((key) => !(key in {}), 'is a word that every object knows; choose another')

/** A picture's origin goes into its page's policy as it is: a host with ";" or "," in it would begin another rule there. */
const host = /^([a-z0-9_-]+\.)*[a-z0-9_-]+\.?$|^\[[0-9a-f:.]+\]$/i

export const httpUrl = z.url({ protocol: /^https?$/, hostname: host, message: 'must be an http(s) address' }).max(2000)

const option = {
  key: questionKeySchema,
  text: localizedSchema,
  showIf: conditionSchema.optional(),
  anchored: z.boolean().optional(),
}

const listOf = <Item extends z.ZodType<{ key: string }>>(item: Item, minimum: number) =>
  z
    .array(item)
    .min(minimum, minimum === 1 ? 'needs at least one option' : `needs at least ${minimum} options`)
    .max(200)
    .superRefine((list, context) => {
      const seen = new Set<string>()
      list.forEach(({ key }, index) => {
        if (seen.has(key)) context.addIssue({ code: 'custom', path: [index, 'key'], message: `"${key}" is used twice` })
        seen.add(key)
      })
    })

export const optionsSchema = listOf(z.strictObject(option), 1)
export const twoOptionsSchema = listOf(z.strictObject(option), 2)
export const exclusiveOptionsSchema = listOf(z.strictObject({ ...option, exclusive: z.boolean().optional() }), 1)
export const pictureOptionsSchema = listOf(z.strictObject({ ...option, image: httpUrl }), 1)
/** Of a matrix: nothing about a column depends on the customer. */
export const columnsSchema = listOf(z.strictObject({ key: questionKeySchema, text: localizedSchema }), 2)
