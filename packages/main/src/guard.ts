import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isAllowed, judgeAddress, Problem } from '@hubfleet/core'

/** The one guard for every address that a user gives: none of the addresses that its name has may lead inside. */
export function outgoingGuard(allowNetworks: readonly string[]): (host: string, options?: { unencrypted?: boolean }) => Promise<void> {
  return async (host, { unencrypted = false } = {}) => {
    const bare = host.replace(/^\[|\]$/g, '')
    const addresses = isIP(bare) ? [bare] : await resolveHost(host)
    for (const address of addresses) {
      const reason = judgeAddress(address, allowNetworks) ?? (unencrypted && !isAllowed(address, allowNetworks) ? 'to be asked without TLS, which only allowed networks are' : null)
      if (reason) throw new Problem('address-refused', { address: host, reason: isIP(bare) ? reason : `${address}, ${reason}` })
    }
  }
}

async function resolveHost(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address)
  } catch (cause) {
    throw new Problem('address-refused', { address: host, reason: 'not known to the DNS' }, { cause })
  }
}
