/**
 * What a page of another origin may read. A survey without `origins` lets every origin embed it; with them, only those.
 * No credentials ever travel, so `*` gives nothing away. Said to who names no origin too: a cache between may keep that
 * answer for a page that does.
 */
export const corsHeaders = (origin: string | null, origins: readonly string[] | undefined): Record<string, string> => {
  if (origins === undefined || origins.length === 0) return { 'access-control-allow-origin': '*' }
  const isAllowed = origin !== null && origins.includes(origin.toLowerCase())
  return isAllowed ? { 'access-control-allow-origin': origin, vary: 'Origin' } : { vary: 'Origin' }
}

/** What a page of another origin may send. Nobody is asked who they are: what the survey allows is said to the request itself. */
export const preflight = (methods = 'GET, PUT, OPTIONS', headers = 'content-type'): Response =>
  new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': methods,
      'access-control-allow-headers': headers,
      'access-control-max-age': '86400',
    },
  })
