import { env } from '@/config/env'
import { reachable } from './reachable'

/**
 * What speaks against sending to an address, as far as it can be said before its name is looked up; undefined if nothing
 * does. Customers' words go out in the clear only to hosts that the operator names.
 */
export const refuseAddress = (url: string): string | undefined => {
  const { protocol, hostname } = new URL(url)
  const { host, isNamed } = reachable(env().allowedTargets)
  if (host(hostname) === false)
    return 'leads into this machine or its own network; the operator can allow it by EARSHOT_ALLOWED_TARGETS'
  if (protocol === 'http:' && !isNamed(hostname)) return 'must begin with https:'
  return undefined
}
