import { matchPublicRoute } from '@/web/public-door'

export const origin = 'http://localhost:3000'

type Knock = { headers?: Record<string, string>; body?: string; address?: string }

let visitors = 0

/** Asks the public door as the server does, each time from another address; throws where it has no such route. */
export const knock = (method: string, path: string, { headers = {}, body, address }: Knock = {}): Promise<Response> => {
  const url = new URL(path, origin)
  const match = matchPublicRoute(method, url.pathname)
  if (!match) throw new Error(`the public door has no ${method} ${url.pathname}`)
  visitors += 1
  const request = new Request(url, { method, headers, ...(body === undefined ? {} : { body }) })
  return match.route.handle(request, match.params, { address: address ?? `198.51.${visitors >> 8}.${visitors & 255}` })
}

/** `PUT /api/v1/responses/{id}`, its status and what it answers. */
export const put = async (
  id: string,
  body: Record<string, unknown>,
  { headers = {}, address }: Omit<Knock, 'body'> = {},
): Promise<{ status: number; body: Record<string, unknown> }> => {
  const answer = await knock('PUT', `/api/v1/responses/${id}`, {
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ revision: 1, ...body }),
    ...(address ? { address } : {}),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
