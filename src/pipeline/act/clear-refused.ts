import { type Failure, fail } from '@/domain/errors'
import { emailSchema } from '@/domain/schemas'
import { clearRefused } from '@/store/delivery/refused-address'

/** Somebody has looked into it: mail goes to this address again. */
export const clearRefusedAddress = async (organizationId: string, address: string): Promise<{ address: string } | Failure> => {
  const parsed = emailSchema.safeParse(address)
  if (parsed.success && (await clearRefused(organizationId, parsed.data))) return { address: parsed.data }
  return fail('not_found', 'No mail is refused for this address.')
}
