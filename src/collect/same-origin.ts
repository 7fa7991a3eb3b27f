import { env } from '@/config/env'

/**
 * Whether a form was posted by a page of ours. Browsers say where a request comes from; what says nothing is no browser
 * and has nobody's trust to abuse. A page reached under another name than APP_URL counts by its Host.
 */
export const isSameOrigin = (headers: Headers): boolean => {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  if (origin === null) return true
  const url = URL.canParse(origin) ? new URL(origin) : undefined
  return url !== undefined && (url.origin === new URL(env().appUrl).origin || url.host === headers.get('host'))
}
