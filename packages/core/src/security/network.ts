import ipaddr from 'ipaddr.js'
import { isObject, pointerOf, valueAt, type JsonObject } from '../json.ts'
import { decided, type PostureInput, type PostureItem } from './item.ts'

/** The NetworkPolicies of the chart by the component that each is around. */
const policies = { 'users\' servers': 'singleuser', 'the hub': 'hub', 'the proxy': 'proxy.chp', 'the https proxy': 'proxy.traefik' } as const
const metadataAddress = '169.254.169.254'

export const networkItems = (input: PostureInput): PostureItem[] => [networkPolicies(input), enforcement(input), privateNetworks(input), cloudMetadata(input)]

/** Each part of a hub takes what it needs, from whom it needs it. */
function networkPolicies(input: PostureInput): PostureItem {
  const item = { code: 'network-policies', why: 'Without it anything in the cluster, one person\'s server too, can connect to everybody\'s notebooks and to the hub\'s own API.' }
  for (const [who, of] of Object.entries(policies)) {
    const enabled = decided(input, `${of}.networkPolicy.enabled`)
    if (enabled.value === false) return { ...item, state: 'deviation', what: `There is no NetworkPolicy around ${who}.`, mend: `Take away ${enabled.field.replace('/values/', 'values/')}, which switches it off.`, field: enabled.field }
    const opened = openings(input, of)
    if (opened) return { ...item, state: 'deviation', what: `The NetworkPolicy lets others in to ${who}.`, mend: 'Take it away, or name in it who may come.', field: opened }
  }
  return { ...item, state: 'ok', what: 'NetworkPolicies let only the parts of the hub reach one another.', mend: null, field: null }
}

function openings(input: PostureInput, of: string): string | null {
  const across = decided(input, `${of}.networkPolicy.interNamespaceAccessLabels`)
  if (across.value === 'accept') return across.field
  const { value: rules, field } = decided(input, `${of}.networkPolicy.ingress`)
  // a rule without sources is one for everybody
  if (Array.isArray(rules) && rules.some((rule) => isObject(rule) && (!Array.isArray(rule.from) || rule.from.length === 0 || rule.from.some((source) => isObject(source) && isWide(source))))) return field
  const ports = decided(input, `${of}.networkPolicy.allowedIngressPorts`)
  // the proxies are there to be reached, by their own two ports
  const usual = of.startsWith('proxy') ? ['http', 'https'] : []
  return Array.isArray(ports.value) && ports.value.some((port) => !usual.includes(String(port))) ? ports.field : null
}

const isWide = ({ ipBlock, namespaceSelector }: JsonObject): boolean => (isObject(ipBlock) && /\/0$/.test(String(ipBlock.cidr))) || (isObject(namespaceSelector) && Object.keys(namespaceSelector).length === 0)

/** Kubernetes takes NetworkPolicies whether or not anybody enforces them. */
function enforcement({ cluster }: PostureInput): PostureItem {
  const item = { code: 'network-policies-enforced', why: 'A cluster without a network plugin that enforces them takes NetworkPolicies and ignores them.', field: null }
  switch (cluster.networkPolicies) {
    case 'enforced': return { ...item, state: 'ok', what: 'The cluster has a network plugin that enforces NetworkPolicies.', mend: null }
    case 'not-enforced': return { ...item, state: 'deviation', what: 'The cluster\'s network plugin enforces no NetworkPolicies.', mend: 'Have one that does, such as Calico or Cilium, put into the cluster.' }
    default: return { ...item, state: 'unknown', what: 'Nothing tells whether the cluster enforces NetworkPolicies.', mend: 'Ask who runs the cluster; Calico, Cilium, Antrea and OVN are recognized.' }
  }
}

/** From a server people reach the internet, and of the networks around it the hub and the DNS. */
function privateNetworks(input: PostureInput): PostureItem {
  const item = { code: 'private-networks', why: 'Databases, file servers and admin pages of the network around the cluster would be within reach of whatever runs in a notebook.' }
  if (decided(input, 'singleuser.networkPolicy.enabled').value === false) return { ...item, state: 'deviation', what: 'Servers of users reach all private addresses, since no NetworkPolicy is around them.', mend: 'Switch it on again.', field: '/values/singleuser/networkPolicy/enabled' }
  const allowed = decided(input, 'singleuser.networkPolicy.egressAllowRules.privateIPs')
  if (allowed.value === true) return { ...item, state: 'deviation', what: 'Servers of users may reach all private addresses.', mend: 'Name in singleuser.networkPolicy.egress the addresses that they need, and leave privateIPs false.', field: allowed.field }
  const { value: rules, field } = decided(input, 'singleuser.networkPolicy.egress')
  if (Array.isArray(rules) && rules.some((rule) => isObject(rule) && reachesPrivate(rule))) {
    return { ...item, state: 'deviation', what: 'A rule lets servers of users reach a whole private network or more.', mend: 'Name the single addresses that they need.', field }
  }
  return { ...item, state: 'ok', what: 'Servers of users reach no private address but the hub and the DNS.', mend: null, field: null }
}

/** More than a /24 of the private networks, or everything. */
function reachesPrivate(rule: JsonObject): boolean {
  const to = Array.isArray(rule.to) ? rule.to.filter(isObject) : []
  if (to.length === 0) return true
  return to.some(({ ipBlock, namespaceSelector, podSelector }) => (isObject(ipBlock) ? isLargePrivate(String(ipBlock.cidr), textsOf(ipBlock.except)) : isObject(namespaceSelector) && Object.keys(namespaceSelector).length === 0 && !isObject(podSelector)))
}

const privateBlocks = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']

function isLargePrivate(cidr: string, except: readonly string[]): boolean {
  if (!ipaddr.isValidCIDR(cidr)) return false
  const [address, bits] = ipaddr.parseCIDR(cidr)
  if (address.kind() === 'ipv6') return bits === 0
  // two networks overlap when they are the same as far as the larger one goes
  return bits < 24 && privateBlocks.some((block) => {
    const [start, blockBits] = ipaddr.IPv4.parseCIDR(block)
    return !except.includes(block) && (address as ipaddr.IPv4).match([start, Math.min(bits, blockBits)])
  })
}

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** A node's credentials are served to whoever asks from it. */
function cloudMetadata(input: PostureInput): PostureItem {
  const { spec, values, cluster } = input
  const item = { code: 'cloud-metadata', why: 'Clouds serve the credentials of a node to whatever asks from it: with them a person could act as the node, in the cloud and in the cluster.' }
  const address = String(decided(input, 'singleuser.cloudMetadata.ip').value ?? metadataAddress)
  const blocked = decided(input, 'singleuser.cloudMetadata.blockWithIptables', '/security/cloudMetadata')
  if (address !== metadataAddress) {
    return { ...item, state: 'unknown', what: `Not ${metadataAddress} is blocked but ${address}.`, mend: 'Leave it as it is if that is where your cloud serves its metadata.', field: '/values/singleuser/cloudMetadata/ip' }
  }
  if (blocked.value !== false) return { ...item, state: 'ok', what: 'Each server blocks the cloud\'s metadata with iptables before it starts.', mend: null, field: blocked.field }
  const why = policyLets(values)
  if (why) return { ...item, state: 'deviation', confirm: 'open-metadata', what: `Servers of users reach the cloud's metadata: ${why}.`, mend: 'Set security.cloudMetadata to iptables, or take away the raw value.', field: whereOpened(input) ?? blocked.field }
  if (cluster.networkPolicies === 'enforced') return { ...item, state: 'ok', what: 'A NetworkPolicy keeps servers of users from the cloud\'s metadata.', mend: null, field: blocked.field }
  const mend = `Set security.cloudMetadata to iptables${spec.security.cloudMetadata === 'iptables' ? ' and take away the raw value' : ''}, or enforce NetworkPolicies in the cluster.`
  if (cluster.networkPolicies === 'not-enforced') return { ...item, state: 'deviation', what: 'Servers of users reach the cloud\'s metadata: the NetworkPolicy that forbids it is not enforced.', mend, field: blocked.field }
  return { ...item, state: 'unknown', what: 'A NetworkPolicy forbids the cloud\'s metadata to servers of users; whether the cluster enforces it is not known.', mend, field: blocked.field }
}

/** How a NetworkPolicy that is enforced lets servers reach the metadata after all. */
function policyLets(values: JsonObject): string | null {
  const policy = valueAt(values, ['singleuser', 'networkPolicy'])
  if (!isObject(policy)) return null
  if (policy.enabled === false) return 'no NetworkPolicy is around them'
  if (valueAt(policy, ['egressAllowRules', 'cloudMetadataServer']) === true) return 'egressAllowRules.cloudMetadataServer allows it'
  const rules = Array.isArray(policy.egress) ? policy.egress.filter(isObject) : []
  return rules.some(letsMetadata) ? 'a rule of egress allows it' : null
}

function letsMetadata(rule: JsonObject): boolean {
  const to = Array.isArray(rule.to) ? rule.to.filter(isObject) : []
  if (to.length === 0) return true
  return to.some(({ ipBlock }) => isObject(ipBlock) && contains(String(ipBlock.cidr)) && !textsOf(ipBlock.except).some(contains))
}

function contains(cidr: string): boolean {
  if (!ipaddr.isValidCIDR(cidr)) return false
  const [address, bits] = ipaddr.parseCIDR(cidr)
  return address.kind() === 'ipv4' && ipaddr.IPv4.parse(metadataAddress).match([address as ipaddr.IPv4, bits])
}

/** The raw value that opens the way, where one does. */
function whereOpened({ spec }: PostureInput): string | null {
  const places = [['enabled'], ['egressAllowRules', 'cloudMetadataServer'], ['egress']].map((place) => ['singleuser', 'networkPolicy', ...place])
  const found = places.find((place) => valueAt(spec.values, place) !== undefined)
  return found ? pointerOf(['values', ...found]) : null
}
