import { BlockList, isIP } from 'node:net'

/**
 * The proxy that the machine's environment names for an https address (`HTTPS_PROXY`, `NO_PROXY`), by the rules that helm goes by, so that
 * both go the same way; null for none.
 */
export function environmentProxy(server: string, env: NodeJS.ProcessEnv = process.env): string | null {
  const url = new URL(server)
  const proxy = url.protocol === 'https:' ? env['HTTPS_PROXY'] || env['https_proxy'] : env['HTTP_PROXY'] || env['http_proxy']
  if (!proxy) return null
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase()
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  if (host === 'localhost' || isLoopback(host)) return null
  const exempt = (env['NO_PROXY'] || env['no_proxy'] || '').split(',').map((entry) => entry.trim().toLowerCase()).filter(Boolean)
  if (exempt.some((entry) => exempts(entry, host, port))) return null
  return proxy.includes('://') ? proxy : `http://${proxy}`
}

/** `*`, a network, an address or a name, each perhaps with a port; a name stands for what is below it too, one with a dot before it for that alone. */
function exempts(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true
  const network = /^([0-9a-f.:]+)\/(\d+)$/.exec(entry)
  if (network) return isWithin(host, network[1]!, Number(network[2]))
  const [, bracketed, name, wantedPort] = /^(?:\[([^\]]+)\]|([^:]+|[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:.]*))(?::(\d+))?$/.exec(entry) ?? []
  const wanted = bracketed ?? name
  if (wanted === undefined || (wantedPort !== undefined && wantedPort !== port)) return false
  if (isIP(wanted)) return isWithin(host, wanted, isIP(wanted) === 4 ? 32 : 128)
  const suffix = wanted.replace(/^\*(?=\.)/, '')
  return suffix.startsWith('.') ? host.endsWith(suffix) : host === suffix || host.endsWith(`.${suffix}`)
}

function isWithin(host: string, network: string, prefix: number): boolean {
  const [family, of] = [isIP(host), isIP(network)]
  if (!family || family !== of || prefix > (of === 4 ? 32 : 128)) return false
  const list = new BlockList()
  list.addSubnet(network, prefix, of === 4 ? 'ipv4' : 'ipv6')
  return list.check(host, family === 4 ? 'ipv4' : 'ipv6')
}

const isLoopback = (host: string): boolean => isWithin(host, '127.0.0.0', 8) || isWithin(host, '::1', 128)
