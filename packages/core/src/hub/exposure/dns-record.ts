import { isIP } from 'node:net'

export interface DnsRecord { name: string; type: 'A' | 'AAAA' | 'CNAME'; value: string }

/** The record that leads people to a hub; null where there is nothing to be made. */
export function dnsRecordOf(host: string | undefined, address: string): DnsRecord | null {
  if (!host || host === address || address.endsWith('.cluster.local')) return null
  return { name: host, type: isIP(address) === 4 ? 'A' : isIP(address) === 6 ? 'AAAA' : 'CNAME', value: address }
}
