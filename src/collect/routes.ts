/** One entry of the public door. `pattern` is matched against the path; its named groups become `params`, decoded. */
export interface PublicRoute {
  method: string
  pattern: RegExp
  /** largest body in bytes; 64 KiB unless set */
  maxBodyBytes?: number
  handle(request: Request, params: Record<string, string>, peer: { address: string }): Promise<Response>
}

export const routes: PublicRoute[] = []
