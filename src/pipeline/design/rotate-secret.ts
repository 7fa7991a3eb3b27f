import { z } from 'zod'
import { defaultOverlapHours, isWebhookSecret } from '@/domain/delivery/webhook-secret'
import { type Failure, fail } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { inProgramme } from '@/store/programme/apply-programme'
import { rotateSecret as rotate } from '@/store/target/rotate-secret'

const schema = z.strictObject({
  secret: z.string().refine(isWebhookSecret, 'must be "whsec_" and 24 to 64 bytes in base64').optional(),
  /** for how long the former one signs along; 0 ends it at once, for one that has become known */
  overlapHours: z.number().min(0).max(168).default(defaultOverlapHours),
})

/** Gives a webhook another secret, one that is made where none is given; it is told this once. */
export const rotateSecret = async (
  organizationId: string,
  key: string,
  input: unknown,
  by: string,
): Promise<{ secret: string; formerUntil: Date | null } | Failure> => {
  const parsed = parse(schema, input)
  if ('errors' in parsed) return fail('invalid', undefined, parsed.errors)
  const rotated = await inProgramme(organizationId, by, (scope) => rotate(scope, key, parsed.value))
  return rotated ?? fail('not_found', `There is no webhook "${key}".`)
}
