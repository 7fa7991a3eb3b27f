/**
 * What a page of another origin may read. A survey without `origins` lets every origin embed it; with them, only those.
 * No credentials ever travel, so `*` gives nothing away.
 */
export const corsHeaders = (origin: string | null, origins: readonly string[] | undefined): Record<string, string> => {
  if (origin === null) return {}
  if (origins === undefined || origins.length === 0) return { 'access-control-allow-origin': '*' }
  return origins.includes(origin.toLowerCase()) ? { 'access-control-allow-origin': origin, vary: 'Origin' } : { vary: 'Origin' }
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
