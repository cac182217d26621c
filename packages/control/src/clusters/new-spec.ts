import { Type, type Static, type TObject, type TProperties } from 'typebox'
import { cloudOfProvider, cloudProviders, isRegistered, registeredProviders, defaultPools, locate, nearest, PoolSchema, Problem, refuse, releaseChannels, type Cloud, type ClusterSpec, type ProblemField } from '@hubfleet/core'
import { catalogueOf } from '@hubfleet/pricing'
import { and, asc, credentials, eq, type CredentialRow, type TenantRow, type Transaction } from '@hubfleet/database'
import { requireCredential } from '../credentials/credential.ts'
import type { Context } from '../verb.ts'
import { KubernetesVersionSchema } from './cluster.ts'
import { checkPools } from './pools.ts'

export const providers = ['sandbox', ...registeredProviders, ...cloudProviders] as const

/** What says where and of what a cluster is made. */
export const madeOf = {
  provider: Type.Unsafe<(typeof providers)[number]>({
    type: 'string', enum: [...providers],
    description: 'gke, aks, eks: made by Hubfleet in a cloud; sandbox: made too, and simulated; kubernetes: any that exists, and openshift: any OpenShift, ROSA and ARO too, registered by its kubeconfig',
  }),
  credential: Type.Optional(Type.String({ minLength: 1, maxLength: 63, description: 'Id or name of the credential for the cloud. Without it the only one that the tenant has for it' })),
  region: Type.Optional(Type.String({ minLength: 1, maxLength: 63 })),
  zone: Type.Optional(Type.String({ minLength: 1, maxLength: 63, description: 'All nodes and disks are in this one zone: cheaper, and no server waits for a disk in another. Default: several of the region' })),
  kubernetesVersion: Type.Optional(KubernetesVersionSchema),
  channel: Type.Optional(Type.Unsafe<(typeof releaseChannels)[number]>({ type: 'string', enum: [...releaseChannels], description: 'How soon the provider brings new versions by itself' })),
  pools: Type.Optional(Type.Array(PoolSchema, { minItems: 1, maxItems: 20, description: 'Of a managed cluster. Default: a small core pool, and one for people that is empty while nobody is there' })),
} satisfies TProperties
type MadeOf = Static<TObject<typeof madeOf>>

/** The spec of a cluster that Hubfleet makes, with what is not known of it in words; of a registered one it refuses what only a managed one has. */
export async function newClusterSpec({ tx, tenant }: Pick<Context, 'tx' | 'tenant'>, name: string, input: MadeOf): Promise<{ spec: ClusterSpec; warnings: string[] }> {
  const { provider, credential, kubernetesVersion, channel, pools } = input
  const cloud = cloudOfProvider(provider)
  if (!cloud) refuse((provider === 'sandbox' ? ['channel'] as const : ['credential', 'channel'] as const).filter((field) => input[field] !== undefined).map((field) => ({ pointer: `/${field}`, code: 'not-used', detail: `a cluster of the provider ${provider} has none` })))
  if (isRegistered(provider)) {
    if (pools) throw new Problem('managed-only', { what: 'A list of pools', cluster: 'a cluster that is registered by its kubeconfig' })
    refuse((['zone', 'kubernetesVersion'] as const).filter((field) => input[field] !== undefined).map((field) => ({ pointer: `/${field}`, code: 'not-used', detail: 'a registered cluster has its own' })))
    return { spec: { provider, ...(input.region && { region: input.region }) }, warnings: [] }
  }
  if (provider === 'sandbox' && !tenant.sandbox && tenant.name !== 'platform') throw new Problem('sandbox-only', { what: 'A sandbox cluster' })
  const made = pools ?? defaultPools(provider)
  checkPools(made, cloud ?? provider)
  const place = locate(provider, input)
  // a sandbox cluster needs none, and may have one to try on it what becomes of a cluster
  const found = cloud ? await credentialFor(tx, tenant, credential, cloud, name) : credential === undefined ? null : await requireCredential(tx, tenant, credential, 'sandbox')
  refuse(nameErrors(provider, name))
  return {
    spec: { provider, ...(found && { credential: found.id }), ...place, ...(kubernetesVersion && { kubernetesVersion }), ...(channel && { channel }), pools: made },
    warnings: [...(found ? refusedWords(found) : []), ...(cloud ? unpriced(cloud, place.region!, made.map(({ machineType }) => machineType)) : [])],
  }
}

/** The one that is named, or the only one that there is. */
async function credentialFor(tx: Transaction, tenant: TenantRow, ref: string | undefined, cloud: Cloud, cluster: string): Promise<CredentialRow> {
  if (ref !== undefined) return requireCredential(tx, tenant, ref, cloud)
  const all = await tx.select({ id: credentials.id, name: credentials.name }).from(credentials).where(and(eq(credentials.tenantId, tenant.id), eq(credentials.cloud, cloud))).orderBy(asc(credentials.name)).limit(10)
  if (all.length === 0) throw new Problem('credential-missing', { cluster, cloud })
  if (all.length > 1) refuse([{ pointer: '/credential', code: 'required', detail: `there are several for ${cloud}: ${all.map(({ name }) => name).join(', ')}` }])
  return requireCredential(tx, tenant, all[0]!.id, cloud)
}

/** The cloud's name of a cluster is its name here. */
const nameErrors = (provider: string, name: string): ProblemField[] =>
  (provider === 'gke' && name.length > 40 ? [{ pointer: '/name', code: 'maxLength', detail: 'has more than the 40 characters that GKE takes' }] : [])

/** It may be mended while the cluster waits. */
const refusedWords = ({ state, name, conditions }: CredentialRow): string[] =>
  (state === 'refused' ? [`The credential ${name} was refused when it was looked at last: ${conditions.find(({ type }) => type === 'CredentialReady')?.message ?? 'look at it with `hubfleet credential get`'}`] : [])

/** What the price catalogue does not have may be there all the same: the cloud itself decides, when the cluster is made. */
function unpriced(cloud: string, region: string, machineTypes: readonly string[]): string[] {
  const { regions = [], machines = {} } = catalogueOf(cloud) ?? {}
  const near = (name: string, known: readonly string[]) => (nearest(name, known) ? `; did you mean ${nearest(name, known)}?` : '')
  return [
    ...(regions.includes(region) ? [] : [`No prices are known of the region ${region}${near(region, regions)}`]),
    ...[...new Set(machineTypes)].filter((type) => !Object.hasOwn(machines, type)).map((type) => `No price is known of the machine type ${type}${near(type, Object.keys(machines))}`),
  ]
}
