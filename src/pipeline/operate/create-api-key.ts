import { makeApiKey } from '@/auth/api-key'
import { createApiKey as store } from '@/store/api-key/create-api-key'

/** Makes a key for machines. The key itself is in the answer and nowhere else. */
export const createApiKey = async (organizationId: string, name: string, role: string): Promise<{ id: string; key: string }> => {
  const { key, hash, prefix } = makeApiKey()
  return { id: await store(organizationId, { name, role, hash, prefix }), key }
}
