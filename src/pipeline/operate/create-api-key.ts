import { makeApiKey } from '@/auth/api-key'
import { type Failure, fail } from '@/domain/errors'
import { roleSchema } from '@/domain/schemas'
import { createApiKey as store } from '@/store/api-key/create-api-key'

/** Makes a key for machines. The key itself is in the answer and nowhere else. */
export const createApiKey = async (
  organizationId: string,
  name: string,
  role: string,
): Promise<{ id: string; key: string } | Failure> => {
  const known = roleSchema.safeParse(role)
  if (!known.success)
    return fail('invalid', `role is ${JSON.stringify(role)}, but one of ${roleSchema.options.join(', ')} is wanted`)
  const { key, hash, prefix } = makeApiKey()
  return { id: await store(organizationId, { name, role: known.data, hash, prefix }), key }
}
