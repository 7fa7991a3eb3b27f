import { hashApiKey, isApiKeyShape } from '@/auth/api-key'
import { type ApiKeyRow, findApiKeyByHash } from '@/store/api-key/find-api-key-by-hash'

/** Whose key this is: its organization and role; undefined for an unknown, broken or revoked one. */
export const findApiKey = async (key: string): Promise<ApiKeyRow | undefined> =>
  isApiKeyShape(key) ? findApiKeyByHash(hashApiKey(key)) : undefined
