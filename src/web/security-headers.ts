import type { ServerResponse } from 'node:http'
import { env } from '@/config/env'

const pages = "base-uri 'self'; object-src 'none'; frame-ancestors 'self'; form-action 'self'"
/** Data, and customers' files: were a browser to show one as a page, it could do nothing. The framework lets no route say so itself. */
const data = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** Set before anyone answers, so that a page with a stricter or, for embedding, a wider policy can replace them. */
export const setSecurityHeaders = (response: ServerResponse, path: string): void => {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'strict-origin-when-cross-origin')
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
  response.setHeader('content-security-policy', path.startsWith('/api/v1/') ? data : pages)
  if (env().appUrl.startsWith('https:')) response.setHeader('strict-transport-security', 'max-age=31536000')
}
