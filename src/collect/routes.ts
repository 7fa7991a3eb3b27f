import { preflight } from './cors'
import { getDefinition } from './get-definition'
import { putResponse } from './put-response'

/** One entry of the public door. `pattern` is matched against the path; its named groups become `params`, decoded. */
export interface PublicRoute {
  method: string
  pattern: RegExp
  /** largest body in bytes; 64 KiB unless set */
  maxBodyBytes?: number
  handle(request: Request, params: Record<string, string>, peer: { address: string }): Promise<Response>
}

const response = /^\/api\/v1\/responses\/(?<id>[^/]+)$/
const definition = /^\/api\/v1\/surveys\/(?<survey>[^/]+)\/definition$/

export const routes: PublicRoute[] = [
  { method: 'PUT', pattern: response, handle: putResponse },
  { method: 'OPTIONS', pattern: response, handle: () => Promise.resolve(preflight()) },
  { method: 'GET', pattern: definition, handle: getDefinition },
  { method: 'OPTIONS', pattern: definition, handle: () => Promise.resolve(preflight()) },
]
