import { cloudOfCredential, isAmbient, isFederation, pointerOf, Problem, type CloudCredential, type CloudCredentialPatch, type CredentialCloud, type CredentialType } from '@hubfleet/core'
import { platformTenantId, type TenantRow } from '@hubfleet/database'
import { at } from '../at.ts'
import type { Control } from '../control.ts'

/** The kind with a secret of its own. */
const withSecret = { gcp: 'gcp-key', azure: 'azure-secret', aws: 'aws-key', sandbox: 'sandbox' } as const satisfies Record<CredentialCloud, CredentialType>

/** Whether a tenant may have a credential of a kind, and this installation can use it. Throws `credential-denied`, `federation-unset` and `sandbox-only`. */
export function requireUsable({ publicUrl }: Pick<Control, 'publicUrl'>, tenant: Pick<TenantRow, 'id' | 'name' | 'sandbox'>, type: CredentialType): void {
  const instead = withSecret[cloudOfCredential({ type })]
  const errors = (code: string) => ({ errors: [{ pointer: '/spec/type', code, detail: `This cannot be ${type} here.` }] })
  if (type === 'sandbox' && !tenant.sandbox && tenant.id !== platformTenantId) throw new Problem('sandbox-only', { what: 'A credential of the sandbox' }, errors('sandbox-only'))
  if (isAmbient({ type }) && tenant.id !== platformTenantId) throw new Problem('credential-denied', { type, tenant: tenant.name, instead: publicUrl ? `${type.replace('-ambient', '-federation')}` : instead }, errors('credential-denied'))
  if (isFederation({ type }) && !publicUrl) throw new Problem('federation-unset', { type, instead }, errors('federation-unset'))
}

/** The outgoing guard judges every address of a credential. Throws `address-refused`. */
export async function guardEndpoints(control: Pick<Control, 'guard'>, { endpoints }: Pick<CloudCredential | CloudCredentialPatch, 'endpoints'>): Promise<void> {
  for (const [service, address] of Object.entries(endpoints ?? {})) {
    const url = address === null ? null : URL.parse(address)
    if (url) await at(pointerOf(['spec', 'endpoints', service]), () => control.guard(url.hostname, { unencrypted: url.protocol !== 'https:' }))
  }
}
