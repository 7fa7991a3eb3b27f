import { z } from 'zod'
import { stepSchema } from '@/domain/case/step'
import { clean } from '@/domain/response/clean'

const caseNumber = z.coerce.number().int().positive().max(999_999_999)
const seenSchema = z.coerce.number().int().min(0).optional().catch(undefined)

/** Fields that a step takes several of. */
const lists = ['mentions', 'responses']

const toCents = (amount: unknown): number | undefined => (amount === undefined ? undefined : Math.round(Number(amount) * 100))

/** A form's fields as the step that they stand for; empty fields count as not given. */
export const readStep = (form: FormData) => {
  const given = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' && !name.startsWith('$') ? [[name, clean(value)] as const] : [],
  )
  const { number, seen, fixed, amount, currency, other, ...step } = Object.fromEntries(
    given.filter(([name]) => !lists.includes(name)),
  )
  const several = lists.flatMap((list) => {
    const values = given.filter(([name]) => name === list).map(([, value]) => value)
    return values.length > 0 ? [[list, values] as const] : []
  })
  const otherCase = other === undefined ? {} : { [step.type === 'merge' ? 'into' : 'case']: Number(other) }
  return {
    number: caseNumber.safeParse(number),
    seen: seenSchema.parse(seen),
    step: stepSchema.safeParse({
      ...step,
      ...Object.fromEntries(several),
      ...(fixed === undefined ? {} : { fixed: fixed === 'yes' }),
      // A currency alone says nothing.
      ...(amount === undefined ? {} : { amountCents: toCents(amount), currency }),
      ...otherCase,
    }),
  }
}
