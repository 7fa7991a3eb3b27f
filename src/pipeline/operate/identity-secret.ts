import { randomBytes } from 'node:crypto'
import { saveIdentitySecret } from '@/store/organization/identity-secret'

/**
 * The secret that an organization's own systems sign their customers' identity with, made when first asked for. After
 * `rotate` tokens signed with the old one are those of a stranger: their answers are kept, and linked to nobody.
 */
export const getIdentitySecret = (organizationId: string, { rotate = false } = {}): Promise<string> =>
  saveIdentitySecret(organizationId, randomBytes(32).toString('base64url'), rotate)
