import type { ServerResponse } from 'node:http'
import { env } from '@/config/env'

/** Set before anyone answers, so that a page with a stricter or, for embedding, a wider policy can replace them. */
export const setSecurityHeaders = (response: ServerResponse): void => {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'strict-origin-when-cross-origin')
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
  response.setHeader('content-security-policy', "base-uri 'self'; object-src 'none'; frame-ancestors 'self'; form-action 'self'")
  if (env().appUrl.startsWith('https:')) response.setHeader('strict-transport-security', 'max-age=31536000')
}
