import ipaddr from 'ipaddr.js'

/** Azure's platform address: public by its number, yet only ever reached from inside a machine. */
const azurePlatform = '168.63.129.16'

const reasons: Record<string, string> = {
  unspecified: 'the unspecified address', broadcast: 'a broadcast address', multicast: 'a multicast address', loopback: 'a loopback address',
  linkLocal: 'link-local, where clouds keep their metadata and credentials',
  private: 'a private address', uniqueLocal: 'a private address', carrierGradeNat: 'a shared carrier address',
}

/**
 * Why an outgoing connection to an address is refused, or null when it is allowed. Judge the address that was resolved and connect to
 * exactly that one: a name can resolve differently the next time.
 * @param allowedNetworks what the operator allowed on purpose, in CIDR notation; it wins over every refusal
 */
export function judgeAddress(address: string, allowedNetworks: readonly string[]): string | null {
  const bare = address.replace(/^\[(.*)\]$/, '$1')
  if (!ipaddr.isValid(bare)) return 'not an IP address'
  // an IPv4 address inside an IPv6 one is judged as the IPv4 address that it reaches
  const ip = ipaddr.process(bare)
  if (allowedNetworks.some((network) => contains(network, ip))) return null
  if (ip.toString() === azurePlatform) return 'the metadata address of a cloud'
  const range = ip.range()
  return range === 'unicast' ? null : reasons[range] ?? `a reserved address (${range})`
}

/** Whether an address is of a network that the operator allowed on purpose. */
export function isAllowed(address: string, allowedNetworks: readonly string[]): boolean {
  const bare = address.replace(/^\[(.*)\]$/, '$1')
  return ipaddr.isValid(bare) && allowedNetworks.some((network) => contains(network, ipaddr.process(bare)))
}

function contains(network: string, ip: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  const [base, bits] = ipaddr.parseCIDR(network)
  return base.kind() === ip.kind() && ip.match(base, bits)
}
