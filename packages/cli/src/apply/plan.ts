import { ProblemError, type Cluster, type Hub, type Hubfleet, type Plan, type Template } from '@hubfleet/sdk'
import { changes, etag, found, type Change, type PlanOptions } from './change.ts'
import { FilesError } from './faults.ts'
import { platformKinds, platformName, type Kind } from './kinds.ts'
import { planPlatform, planTenant, pruneTenants } from './plan-tenants.ts'
import type { FileDocument } from './read-files.ts'

/** What would make the documents true; what is so already is not in it. Throws FilesError for everything that the server refuses. */
export async function planChanges(client: Hubfleet, documents: FileDocument[], options: PlanOptions): Promise<Change[]> {
  const { id: tenantId, name: tenantName } = await client.tenants.get({ tenant: options.tenant })
  const faults: FilesError[] = []
  const of = (kind: Kind, plan: (document: FileDocument) => Promise<Change | null>) => settled(documents.filter((document) => document.kind === kind), plan, faults)
  for (const { kind, name, where } of documents) {
    if (platformKinds.includes(kind) && tenantName !== platformName) faults.push(new FilesError([`${where('/kind')}: ${kind} ${name} belongs to the platform, and this is the tenant ${tenantName}: apply it with --tenant ${platformName} and the key of a platform admin`]))
  }
  if (faults.length > 0) throw new FilesError(faults.flatMap((error) => error.faults))
  const platform = await of('Platform', (document) => planPlatform(client, document, options))
  const tenants = await of('Tenant', (document) => planTenant(client, document, options))
  const clusters = await of('Cluster', (document) => planCluster(client, document, options, tenantId))
  const templates = await of('Template', (document) => planTemplate(client, document, options, tenantId))
  const unknown = new Set(faults.length > 0 ? documents.filter(({ kind }) => kind !== 'Hub').map(({ name }) => name) : [])
  const made = new Set(clusters.flatMap((change) => (change?.action === 'create' ? [change.name] : [])))
  const drafts = new Map(templates.flatMap((change) => (change && (change.action === 'create' || change.plan!.diff.some(({ path }) => path !== '/description')) ? [[change.name, change] as const] : [])))
  // of a hub on something that is refused itself nothing can be said
  const hubs = await of('Hub', (document) => (standsOn(document).some((name) => unknown.has(name)) ? Promise.resolve(null) : planHub(client, document, options, made, drafts)))
  if (faults.length > 0) throw new FilesError(faults.flatMap((error) => error.faults), { cause: faults.find(({ cause }) => cause !== undefined)?.cause })
  const pruned = options.prune ? [...await planPrune(client, documents, options), ...(tenantName === platformName ? await pruneTenants(client, documents, options) : [])] : []
  return [...platform, ...tenants, ...clusters, ...templates, ...hubs].filter((change) => change !== null).concat(pruned)
}

const standsOn = ({ input: { cluster, template } }: FileDocument): string[] => [cluster, (template as { name?: unknown } | undefined)?.name].filter((name) => typeof name === 'string')

/** All of them, a few at a time; what is wrong with one is no reason not to look at the next. */
async function settled(documents: FileDocument[], plan: (document: FileDocument) => Promise<Change | null>, faults: FilesError[]): Promise<(Change | null)[]> {
  const changes: (Change | null)[] = []
  for (let at = 0; at < documents.length; at += 6) {
    const some = documents.slice(at, at + 6)
    for (const [index, outcome] of (await Promise.allSettled(some.map(plan))).entries()) {
      if (outcome.status === 'fulfilled') { changes.push(outcome.value); continue }
      const told = inFile(some[index]!, outcome.reason)
      if (!told) throw outcome.reason
      faults.push(told)
    }
  }
  return changes
}

/** What the server refuses of a document, with its file, line and field; undefined for what has nothing to do with it. */
export function inFile({ kind, name, where }: FileDocument, error: unknown): FilesError | undefined {
  if (error instanceof FilesError) return error
  if (!(error instanceof ProblemError) || error.status === 401) return undefined
  const { errors, detail, nextStep, code } = error.problem
  const of = `${kind} ${name}`
  const told = errors.length > 0 ? errors.map((field) => `${where(field.pointer)}: ${of}: ${field.pointer.slice(1).replaceAll('/', '.') || 'all of it'}: ${field.detail}`) : [`${where('/name')}: ${of}: ${detail}`]
  return new FilesError([...told, `  (${code}) Next step: ${nextStep}`], { cause: error })
}

async function planCluster(client: Hubfleet, document: FileDocument, { tenant, managedBy }: PlanOptions, tenantId: string): Promise<Change | null> {
  const { name, input } = document
  const before: Cluster | null = await found(client.clusters.get({ tenant, cluster: name }))
  if (!before || before.tenantId !== tenantId) {
    const body = { ...input, managedBy }
    return { action: 'create', kind: 'Cluster', name, document, input: body, plan: await client.clusters.create({ tenant }, body as never, { validateOnly: true }) }
  }
  for (const field of ['provider', 'region'] as const) {
    if (input[field] !== undefined && input[field] !== before[field]) throw new FilesError([`${document.where(`/${field}`)}: Cluster ${name} has the ${field} ${before[field] ?? '-'}, which never changes`])
  }
  const body = { ...(input['pools'] !== undefined && { pools: input['pools'] }), hubDefaults: input['hubDefaults'] ?? null, managedBy }
  const plan = await client.clusters.update({ tenant, cluster: name }, body as never, { validateOnly: true })
  return changes(plan) ? { action: 'update', kind: 'Cluster', name, document, input: body, plan, ifMatch: etag(before.generation) } : null
}

async function planTemplate(client: Hubfleet, document: FileDocument, { tenant, managedBy }: PlanOptions, tenantId: string): Promise<Change | null> {
  const { name, input } = document
  const before: Template | null = await found(client.templates.get({ tenant, template: name }))
  if (!before || before.tenantId !== tenantId) {
    const body = { ...input, managedBy }
    return { action: 'create', kind: 'Template', name, document, input: body, plan: await client.templates.create({ tenant }, body as never, { validateOnly: true }) as unknown as Plan }
  }
  const { description = '', parameters = [], spec } = input
  const body = { description, parameters, spec, managedBy }
  const plan = await client.templates.update({ tenant, template: name }, body as never, { validateOnly: true }) as unknown as Plan
  return changes(plan) ? { action: 'update', kind: 'Template', name, document, input: body, plan, ifMatch: etag(before.newestVersion) } : null
}

async function planHub(client: Hubfleet, document: FileDocument, { tenant, managedBy, confirm }: PlanOptions, madeClusters: Set<string>, drafts: Map<string, Change>): Promise<Change | null> {
  const { name, input: { cluster, confirm: said = [], template, ...given } } = document
  const confirmed = [...said as string[], ...confirm]
  const reference = template as { name?: string; version?: number } | undefined
  const draft = reference?.name !== undefined && reference.version === undefined ? drafts.get(reference.name)?.input : undefined
  const body = { spec: {}, ...given, ...(reference && { template: reference }), managedBy, ...(confirmed.length > 0 && { confirm: confirmed }) }
  const asked = draft ? { ...body, template: { ...reference, draft: { parameters: draft['parameters'] ?? [], spec: draft['spec'] } } } : body
  const before: Hub | null = await found(client.hubs.get({ tenant, hub: name }))
  if (!before) {
    const planned = madeClusters.has(cluster as string) ? null : await client.hubs.create({ tenant }, { ...asked, cluster } as never, { validateOnly: true })
    return { action: 'create', kind: 'Hub', name, document, input: { ...body, cluster }, plan: planned }
  }
  const home = await found(client.clusters.get({ tenant, cluster: before.clusterId }))
  if (cluster !== undefined && home && cluster !== home.name && cluster !== home.id) throw new FilesError([`${document.where('/cluster')}: Hub ${name} is in the cluster ${home.name}, and a hub never moves: give the new one another name`])
  const { name: _name, ...change } = asked as Record<string, unknown>
  const plan = await client.hubs.update({ tenant, hub: name }, change as never, { validateOnly: true })
  const { name: _same, ...sent } = body as Record<string, unknown>
  return changes(plan) ? { action: 'update', kind: 'Hub', name, document, input: sent, plan, ifMatch: etag(before.generation) } : null
}

/** What these files made once and name no more. */
async function planPrune(client: Hubfleet, documents: FileDocument[], { tenant, managedBy, homes }: PlanOptions): Promise<Change[]> {
  const named = (kind: Kind, name: string) => documents.some((document) => document.kind === kind && document.name === name)
  const gone: Change[] = []
  for await (const { name, state, generation } of client.hubs.list({ tenant }, { managedBy })) {
    if (named('Hub', name) || state === 'deleting') continue
    const plan = homes ? await client.hubs.delete({ tenant, hub: name }, { homes }, { validateOnly: true }) : null
    gone.push({ action: 'delete', kind: 'Hub', name, plan: plan && { ...plan, cost: await costOfDelete(client, tenant, name) }, input: {}, ifMatch: etag(generation) })
  }
  for await (const { name, version } of client.templates.list({ tenant }, { managedBy })) if (!named('Template', name)) gone.push({ action: 'delete', kind: 'Template', name, plan: null, input: {}, ifMatch: etag(version) })
  for await (const { name, state, generation } of client.clusters.list({ tenant }, { managedBy })) if (!named('Cluster', name) && state !== 'deleting') gone.push({ action: 'delete', kind: 'Cluster', name, plan: null, input: {}, ifMatch: etag(generation) })
  return gone
}

async function costOfDelete(client: Hubfleet, tenant: string, hub: string): Promise<Plan['cost']> {
  const { estimate } = await client.hubs.cost({ tenant, hub })
  if (!estimate) return null
  const { amount, currency } = estimate.monthly.expected
  const nothing = { amount: '0.0000', currency }
  return { before: { amount, currency }, after: nothing, difference: /^0*\.?0*$/.test(amount) ? nothing : { amount: `-${amount}`, currency }, incomplete: [] }
}

