const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Unauthorized',
  404: 'Not found',
  408: 'Request timeout',
  413: 'Content too large',
  500: 'Internal error',
  503: 'Unavailable',
}

/** An error answer as RFC 9457 describes it. */
export const problem = (status: number, detail: string, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title: TITLES[status] ?? 'Error', status, detail }), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  })
