import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

const privateNetworks = new BlockList()
for (const [network, prefix] of [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  privateNetworks.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  privateNetworks.addSubnet(network, prefix, 'ipv6')

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/, '')

export const isPrivateAddress = (address: string): boolean => {
  const kind = isIP(address)
  return kind !== 0 && privateNetworks.check(address, kind === 6 ? 'ipv6' : 'ipv4')
}

/**
 * The address a request comes from. Behind a reverse proxy (a peer on a private network) it is the last address in
 * X-Forwarded-For that is not such a proxy itself: earlier entries are the client's own claim.
 */
export const clientAddress = (request: IncomingMessage): string => {
  const peer = plain(request.socket.remoteAddress ?? '')
  const forwarded = request.headers['x-forwarded-for']
  if (!forwarded || !isPrivateAddress(peer)) return peer
  const hops = String(forwarded)
    .split(',')
    .map((hop) => plain(hop.trim()))
    .filter((hop) => isIP(hop) !== 0)
  return hops.findLast((hop) => !isPrivateAddress(hop)) ?? hops[0] ?? peer
}
