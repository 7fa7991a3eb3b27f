import { getIdentitySecret } from '@/pipeline/operate/identity-secret'

/** The secret that an organization's systems sign customers' identity with. */
export const identitySecretOf = async (organizationId: string, options: { rotate?: boolean } = {}): Promise<string> => {
  const found = await getIdentitySecret(organizationId, options)
  if ('error' in found) throw new Error(found.detail)
  return found.secret
}
