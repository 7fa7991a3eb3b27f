import { isIPv6 } from 'node:net'

/**
 * Who shares a limit: an IPv4 address, or the /64 network of an IPv6 one. The other half of that a device makes up for
 * itself, as often as it likes, so a limit of single addresses would bind nobody.
 */
export const networkOf = (address: string): string => {
  const [plain = ''] = address.split('%', 1)
  // Behind ::ffff: stands an IPv4 address.
  if (!isIPv6(plain) || plain.toLowerCase().startsWith('::ffff:')) return address
  const written = new URL(`http://[${plain}]`).hostname.slice(1, -1)
  const [head = '', tail] = written.split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = tail?.split(':').filter(Boolean) ?? []
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - groups.length - rest.length }, () => '0')
  return `${[...groups, ...zeros, ...rest].slice(0, 4).join(':')}::/64`
}
