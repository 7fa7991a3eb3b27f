import type { ClearedMarks, Marks } from '@/domain/delivery/clear-marks'
import { type Failure, fail } from '@/domain/errors'
import { emailSchema } from '@/domain/schemas'
import { clearMarks, countHeldBack } from '@/store/delivery/clear-marks'

/** Somebody has looked into it: mail goes to this address again. */
export const clearRefusedAddress = async (organizationId: string, address: string): Promise<{ address: string } | Failure> => {
  const parsed = emailSchema.safeParse(address)
  const [cleared] = parsed.success ? await clearMarks(organizationId, { addresses: [parsed.data] }) : []
  return cleared === undefined ? fail('not_found', 'No mail is refused for this address.') : { address: cleared }
}

/** The same of many at once. What wasn't sent to them stays unsent until somebody sends it: it may be long out of date. */
export const clearRefusedAddresses = async (organizationId: string, marks: Marks): Promise<ClearedMarks> => {
  const cleared = await clearMarks(organizationId, marks)
  return { cleared: cleared.length, waiting: await countHeldBack(organizationId, cleared) }
}
