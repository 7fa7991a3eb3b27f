import { BlockList, isIP, isIPv4 } from 'node:net'

/** Address ranges that lead nowhere, or into somebody's own network (IANA's registries of special-purpose addresses). */
const privateV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const

/** Of IPv6 only what is given out to the world is public, without what wraps IPv4 addresses or is for documents. */
const privateV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const inside = new BlockList()
for (const [net, prefix] of privateV4) inside.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of privateV6) inside.addSubnet(net, prefix, 'ipv6')
const worldV6 = new BlockList()
worldV6.addSubnet('2000::', 3, 'ipv6')

/** Whether an address is somewhere out in the world. */
export const isPublicAddress = (address: string): boolean => {
  if (isIPv4(address)) return !inside.check(address, 'ipv4')
  return isIP(address) === 6 && worldV6.check(address, 'ipv6') && !inside.check(address, 'ipv6')
}

export type Reachable = {
  /** the address as such, whatever it is called */
  address: (host: string, address: string) => boolean
  /** the host of a URL, as far as it can be told without asking for its addresses: true or false, else undefined */
  host: (host: string) => boolean | undefined
  isNamed: (host: string) => boolean
}

const bare = (host: string): string => host.toLowerCase().replace(/^\[|\]$/g, '')

/** Names that stay in the house by what they are. */
const isLocalName = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost')

/** What may be reached: the world, and what the operator names (hosts by name, addresses, networks). */
export const reachable = (allowed: readonly string[]): Reachable => {
  const names = new Set(allowed.filter((entry) => !entry.includes('/') && isIP(entry) === 0))
  const nets = new BlockList()
  for (const entry of allowed) {
    const [net = '', prefix] = entry.split('/')
    const family = isIP(net)
    if (family === 0) continue
    const type = family === 4 ? 'ipv4' : 'ipv6'
    if (prefix === undefined) nets.addAddress(net, type)
    else nets.addSubnet(net, Number(prefix), type)
  }
  const isNamedAddress = (address: string) => isIP(address) !== 0 && nets.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
  const isNamed = (host: string) => names.has(bare(host)) || isNamedAddress(bare(host))
  return {
    isNamed,
    address: (host, address) => isPublicAddress(address) || isNamedAddress(address) || names.has(bare(host)),
    host: (host) => {
      if (isNamed(host)) return true
      if (isIP(bare(host)) !== 0) return isPublicAddress(bare(host))
      return isLocalName(bare(host)) ? false : undefined
    },
  }
}
