import type { Hubfleet, Plan, Tenant } from '@hubfleet/sdk'
import { changes, etag, found, type Change, type PlanOptions } from './change.ts'
import { FilesError } from './faults.ts'
import { platformName } from './kinds.ts'
import type { FileDocument } from './read-files.ts'

/** The defaults of the platform: hubs that are there stay as they are. */
export async function planPlatform(client: Hubfleet, document: FileDocument, { managedBy }: PlanOptions): Promise<Change | null> {
  const body = { hubDefaults: document.input['hubDefaults'] ?? null, managedBy }
  return update(client, await client.tenants.get({ tenant: platformName }), { document, kind: 'Platform', body })
}

export async function planTenant(client: Hubfleet, document: FileDocument, { managedBy }: PlanOptions): Promise<Change | null> {
  const { name, input } = document
  if (name === platformName) throw new FilesError([`${document.where('/name')}: the tenant ${platformName} is there always; its defaults are a document of the kind Platform`])
  const before = await found(client.tenants.get({ tenant: name }))
  if (!before) {
    const body = { ...input, managedBy }
    return { action: 'create', kind: 'Tenant', name, document, input: body, plan: await client.tenants.create(body as never, { validateOnly: true }) as unknown as Plan }
  }
  const { displayName = name, sandbox = false, policy = {} } = input
  if (sandbox !== before.sandbox) throw new FilesError([`${document.where('/sandbox')}: Tenant ${name} is ${before.sandbox ? 'for the sandbox' : 'not for the sandbox'}, which never changes`])
  return update(client, before, { document, kind: 'Tenant', body: { displayName, policy, managedBy } })
}

async function update(client: Hubfleet, { name, generation }: Tenant, { document, kind, body }: { document?: FileDocument; kind: 'Platform' | 'Tenant'; body: Record<string, unknown> }): Promise<Change | null> {
  const plan = await client.tenants.update({ tenant: name }, body as never, { validateOnly: true }) as unknown as Plan
  return changes(plan) ? { action: 'update', kind, name, input: body, plan, ifMatch: etag(generation), ...(document && { document }) } : null
}

/** The tenants that these files made and name no more, and the platform's defaults where the files had set them. The server refuses a tenant that still has hubs or clusters. */
export async function pruneTenants(client: Hubfleet, documents: FileDocument[], { managedBy }: PlanOptions): Promise<Change[]> {
  const gone: Change[] = []
  for await (const tenant of client.tenants.list({ managedBy })) {
    if (tenant.name === platformName) {
      const reset = documents.some(({ kind }) => kind === 'Platform') ? null : await update(client, tenant, { kind: 'Platform', body: { hubDefaults: null, managedBy } })
      if (reset) gone.push(reset)
    } else if (!documents.some(({ kind, name }) => kind === 'Tenant' && name === tenant.name)) {
      const plan = await client.tenants.delete({ tenant: tenant.name }, { validateOnly: true }) as unknown as Plan
      gone.push({ action: 'delete', kind: 'Tenant', name: tenant.name, plan, input: {}, ifMatch: etag(tenant.generation) })
    }
  }
  return gone
}
