import { randomBytes } from 'node:crypto'
import { type Failure, fail } from '@/domain/errors'
import { sayUnreadableIdentity } from '@/domain/unreadable'
import { saveIdentitySecret } from '@/store/organization/identity-secret'

/**
 * The secret that an organization's own systems sign their customers' identity with, made when first asked for. After
 * `rotate` tokens signed with the old one are those of a stranger: their answers are kept, and linked to nobody. One that can't be
 * read is refused, and stays until it is rotated.
 */
export const getIdentitySecret = async (
  organizationId: string,
  { rotate = false } = {},
): Promise<{ secret: string } | Failure> => {
  const kept = await saveIdentitySecret(organizationId, randomBytes(32).toString('base64url'), rotate)
  return 'unreadable' in kept ? fail('conflict', sayUnreadableIdentity(kept.unreadable)) : { secret: kept.text }
}
