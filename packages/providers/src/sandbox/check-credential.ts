import { Problem } from '@hubfleet/core'
import type { CredentialFinding, OpenCredential } from '../machines.ts'

/** What a cluster needs of the simulated cloud. */
const permissions = ['clusters.create', 'clusters.delete', 'pools.resize'] as const

/** Takes every secret of every account, but those that are named in `misbehaviour.ts`. */
export async function checkCredential(credential: OpenCredential): Promise<CredentialFinding> {
  if (credential.type !== 'sandbox') throw new Problem('provider-failed', { provider: 'sandbox', reason: `it knows no credentials of the type ${credential.type}` })
  const { account, secret } = credential
  const cloud = 'sandbox'
  if (secret === 'sandbox-revoked') throw new Problem('cloud-credential-refused', { cloud, reason: 'the secret is not known (any more)', fix: 'Give it another secret with `hubfleet credential update`.' })
  if (account === 'sandbox-account-closed') throw new Problem('cloud-account-unusable', { cloud, account, reason: 'billing is off', fix: 'Have billing turned on for the account; then `hubfleet credential check` looks again.' })
  return { cloud, identity: `hubfleet@${account}`, account, missing: account === 'sandbox-permissions-missing' ? permissions.slice(0, 2) : [] }
}
