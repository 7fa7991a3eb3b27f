import { z } from 'zod'
import { type Condition, type Operator, operators } from './condition'

const scalar = z.union([z.string().max(1000), z.number(), z.boolean()])

const fieldSchema = z
  .string()
  .regex(
    /^(answer\.[\w.-]{1,80}|score\.[\w-]{1,64}|text\.(sentiment|topics|language|label)|(customer|event|context)\.[^\s]{1,64}|response\.(channel|locale|source|status)|touchpoint\.key)$/,
    'must be answer.KEY, score.METRIC, text.sentiment, text.topics, customer.ATTRIBUTE, event.ATTRIBUTE, context.KEY, response.channel, response.locale, response.source, response.status or touchpoint.key',
  )

const listOperators: readonly Operator[] = ['in', 'not_in']
const orderOperators: readonly Operator[] = ['lt', 'lte', 'gt', 'gte']
const existenceOperators: readonly Operator[] = ['exists', 'not_exists']

const leafSchema = z
  .strictObject({ field: fieldSchema, op: z.enum(operators), value: z.union([scalar, z.array(scalar).max(500)]).optional() })
  .superRefine(({ op, value }, context) => {
    const wrong = (message: string) => context.addIssue({ code: 'custom', path: ['value'], message })
    if (existenceOperators.includes(op)) {
      if (value !== undefined) wrong(`"${op}" takes no value`)
    } else if (value === undefined) wrong(`"${op}" needs a value`)
    else if (listOperators.includes(op) && !Array.isArray(value)) wrong(`"${op}" needs a list of values`)
    else if (orderOperators.includes(op) && (Array.isArray(value) || typeof value === 'boolean'))
      wrong(`"${op}" needs one number or text`)
    else if (op === 'starts_with' && typeof value !== 'string') wrong('"starts_with" needs a text')
  })

const depthOf = (condition: Condition): number => {
  if ('all' in condition) return 1 + Math.max(0, ...condition.all.map(depthOf))
  if ('any' in condition) return 1 + Math.max(0, ...condition.any.map(depthOf))
  return 'not' in condition ? 1 + depthOf(condition.not) : 1
}

const anyCondition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    leafSchema,
    z.strictObject({ all: z.array(anyCondition).max(100) }),
    z.strictObject({ any: z.array(anyCondition).max(100) }),
    z.strictObject({ not: anyCondition }),
  ]),
) as z.ZodType<Condition>

/** A condition as people write it. At most 20 levels deep, so that no input exhausts the stack. */
export const conditionSchema = anyCondition.refine((condition) => depthOf(condition) <= 20, 'must not nest deeper than 20 levels')
