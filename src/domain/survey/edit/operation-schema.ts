import { z } from 'zod'
import { questionKinds } from '../question'
import type { Operation } from './operation'

const key = z.string().max(200)

const place = z.union([
  z.tuple([]),
  z.tuple([z.enum(['page', 'question', 'quota']), key]),
  z.tuple([z.enum(['option', 'row', 'column']), key, key]),
])

const list = z.union([
  z.tuple([z.enum(['pages', 'quotas'])]),
  z.tuple([z.enum(['questions', 'options', 'rows', 'columns']), key]),
])

const item = z.looseObject({ key })
const question = z.looseObject({ key, kind: z.enum(questionKinds) })

/** What an editor sends. What the operations make of a draft is checked after they were done (`draftSchema`). */
export const operationsSchema = z
  .array(
    z.discriminatedUnion('do', [
      z.strictObject({
        do: z.literal('set'),
        at: place,
        name: z.string().min(1).max(40),
        was: z.unknown().optional(),
        to: z.unknown().optional(),
      }),
      z.strictObject({ do: z.literal('insert'), in: list, after: key.nullable(), item }),
      z.strictObject({ do: z.literal('remove'), in: list, after: key.nullable(), item }),
      z.strictObject({ do: z.literal('turn'), was: question, to: question }),
      z.strictObject({ do: z.literal('move'), key, from: list, to: list, after: key.nullable() }),
    ]),
  )
  .min(1)
  .max(5000) as unknown as z.ZodType<Operation[]>
