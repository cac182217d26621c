/** What is special to AKS, by the real SDKs against a local Azure; what it has in common with other clouds is in `test/contract`. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import { newId } from '../../../packages/core/src/index.ts'
import { aksProvider, type ClusterRecord, type OpenCredential, type PoolSpec } from '../../../packages/providers/src/index.ts'
import { actions, dataActions } from '../../../packages/providers/src/aks/role.ts'
import { nudge, wanting } from '../../../packages/providers/src/testing-machines.ts'
import { lifeOf } from '../../contract/machines-life.ts'
import { azureBed, credentialOf } from './bed.ts'
import { clusterType, poolsOf, shown } from './clusters.ts'
import { aksServer, tokenOf } from './entra.ts'
import { startAzure } from './server.ts'
import { clientId, directory, subscription } from './world.ts'

const signal = new AbortController().signal
const azure = await startAzure()
t.teardown(() => azure.close())
const { world, entra } = azure
const bed = azureBed(azure)
const { machinesOf, made, removed, pools, bills } = lifeOf(bed)
const provider = () => bed.provider()
const withSpec = (record: ClusterRecord, spec: Partial<ClusterRecord['spec']>): ClusterRecord => ({ ...record, spec: { ...record.spec, ...spec } })
const withPool = (record: ClusterRecord, pool: PoolSpec): ClusterRecord => withSpec(record, { pools: [...record.spec.pools!, pool] })
const inAzure = (record: ClusterRecord) => world.get(world.idOf(`hubfleet-${record.name}`, clusterType, record.name))!
const poolInAzure = (record: ClusterRecord, name: string) => poolsOf(inAzure(record)).find((pool) => pool.name === name)!
t.beforeEach(() => {
  azure.wire.reset()
  world.limits.clear()
  world.failures.clear()
  world.locks.clear()
  world.subscriptionState = 'Enabled'
  world.permissions = [{ actions: ['*'], notActions: [], dataActions: ['*'], notDataActions: [] }]
  for (const name of world.registered.keys()) world.registered.set(name, 'Registered')
})

const federated = (claims: object): OpenCredential => ({
  type: 'azure-federation', subscription, directory, clientId, endpoints: { management: azure.address, authority: azure.address },
  identityToken: async (audience) => tokenOf({ iss: entra.trusted.issuer, sub: entra.trusted.subject, aud: audience, ...claims }),
})
const check = (credential: OpenCredential) => provider().checkCredential!(credential, signal)

t.test('a credential is known by who it is and by what it may not', async (t) => {
  t.same(await check(credentialOf(azure)), { cloud: 'azure', identity: `app ${clientId}, object object-1`, missing: [], account: 'Teaching' })
  t.match(await check(federated({})), { missing: [] })
  world.permissions = [{ actions: ['*/read', 'Microsoft.ContainerService/*'], notActions: ['Microsoft.ContainerService/managedClusters/delete'], dataActions: [], notDataActions: [] }]
  const { missing } = await check(credentialOf(azure))
  t.ok(missing.includes('Microsoft.ContainerService/managedClusters/delete'), 'what is taken away again is missing')
  t.ok(missing.includes('Microsoft.Resources/subscriptions/resourceGroups/write'))
  t.ok(missing.includes(dataActions[0]))
  t.notOk(missing.includes('Microsoft.ContainerService/managedClusters/write'))
})

t.test('each way in which Entra refuses is told with what mends it, and never with the secret', async (t) => {
  const secret = credentialOf(azure)
  const refused = async (credential: OpenCredential, reason: RegExp, fix: RegExp) => {
    const error = await check(credential).catch((thrown: unknown) => thrown) as { code: string; message: string; nextStep: string }
    t.match(error, { code: 'cloud-credential-refused', message: reason, nextStep: fix })
    t.notMatch(error.message + error.nextStep, entra.secret)
  }
  await refused({ ...secret, clientSecret: 'other' } as OpenCredential, /AADSTS7000215/, /secret's value, not its id/)
  entra.secretExpired = true
  await refused(secret, /AADSTS7000222/, /expired/)
  entra.secretExpired = false
  await refused({ ...secret, clientId: 'nobody' } as OpenCredential, /AADSTS700016/, /clientId/)
  await refused({ ...secret, directory: '00000000-0000-4000-8000-000000000000' } as OpenCredential, /AADSTS90002/, /directory/)
  entra.disabled = true
  await refused(secret, /AADSTS7000112/, /enabled/)
  entra.disabled = false
  await refused(federated({ iss: 'https://other' }), /AADSTS700211/, /issuer/)
  await refused(federated({ sub: 'tenant:t2' }), /AADSTS700213/, /subject/)
  await refused(federated({ aud: 'sts.amazonaws.com' }), /AADSTS700212/, /audience/)
  await refused({ type: 'gcp-ambient', project: 'p', identityToken: async () => '' }, /gcp-ambient/, /azure-federation/)
})

t.test('a subscription that cannot be used is told with what mends it', async (t) => {
  const credential = credentialOf(azure)
  await t.rejects(check({ ...credential, subscription: '00000000-0000-4000-8000-000000000000' } as OpenCredential), { code: 'cloud-account-unusable', message: /SubscriptionNotFound/ })
  world.subscriptionState = 'Disabled'
  await t.rejects(check(credential), { code: 'cloud-account-unusable', message: /disabled/, nextStep: /unpaid/ })
  await t.rejects(made(bed.record()), { code: 'cloud-account-unusable', message: /ReadOnlyDisabledSubscription/ })
  world.subscriptionState = 'Enabled'
  world.registered.set('Microsoft.ContainerService', 'NotRegistered')
  await t.rejects(check(credential), { code: 'cloud-account-unusable', nextStep: /az provider register --namespace Microsoft.ContainerService/ })
  await t.rejects(made(bed.record()), { code: 'cloud-account-unusable', nextStep: /az provider register --namespace Microsoft.ContainerService/ })
})

t.test('a whole life asks for nothing that the published role does not give, and for nearly all of that', async (t) => {
  world.permissions = [{ actions: [...actions], notActions: [], dataActions: [...dataActions], notDataActions: [] }]
  world.used.clear()
  await check(credentialOf(azure))
  const record = withSpec(bed.record(), { kubernetesVersion: '1.33' })
  await machinesOf(record).quota(wanting({ core: 1, user: 1 }), signal)
  await made(record, wanting({ core: 1, user: 1 }))
  await nudge(machinesOf(record), wanting({ core: 1, user: 2 }), signal)
  await machinesOf(record).pools(signal)
  await made(withSpec(record, { kubernetesVersion: '1.34' }), wanting({ core: 1, user: 2 }))
  await made(record, wanting({}, { stopped: true }))
  await made(record, wanting({ core: 1 }))
  await provider().open(record).then((handle) => handle.close())
  homeIn(record, 'pvc-home')
  await bed.plant!(record)
  await machinesOf(record).billables(signal)
  await removed(record, wanting({}, { keepHomes: true }))
  await bed.settle('the rest to go', async () => { await machinesOf(record).sweep({ keepHomes: false }, signal); return (await bills(record)).length === 0 })
  const other = bed.record()
  await nudge(machinesOf(other), wanting({ core: 1 }), signal)
  await nudge(machinesOf(other), wanting({ core: 1 }), signal)
  await removed(other)
  t.same([...world.used].filter((action) => !(actions as readonly string[]).includes(action)), [])
  // what Azure asks for on the way, of which a local one knows nothing; and what only others' things need
  const unseen = ['Microsoft.ContainerService/managedClusters/agentPools/read', 'Microsoft.ContainerService/locations/operations/read', 'Microsoft.Compute/disks/beginGetAccess/action', 'Microsoft.Compute/snapshots/read', 'Microsoft.Compute/snapshots/delete',
    'Microsoft.Compute/virtualMachineScaleSets/read', 'Microsoft.Network/loadBalancers/read', 'Microsoft.Network/publicIPAddresses/read', 'Microsoft.Network/natGateways/read', 'Microsoft.Network/natGateways/delete', 'Microsoft.ContainerService/managedClusters/agentPools/delete']
  t.same(actions.filter((action) => !world.used.has(action) && !unseen.includes(action)), [])
})

/** A disk as AKS's volume driver makes it for somebody's home. */
function homeIn(record: ClusterRecord, name: string) {
  return world.put(`hubfleet-${record.name}-nodes`, 'Microsoft.Compute/disks', name, {
    sku: { name: 'StandardSSD_LRS' }, properties: { diskSizeGB: 10, provisioningState: 'Succeeded' },
    tags: { 'kubernetes.io-created-for-pvc-name': 'claim-ada', 'kubernetes.io-created-for-pvc-namespace': 'hubfleet-hub-1', 'k8s-azure-created-by': 'kubernetes-azure-dd' },
  })
}

t.test('a cluster is made so that hubs can run in it: policies, autoscaling, identities, no local accounts', async (t) => {
  const record = withPool(withSpec(bed.record(), { zone: '1' }), { name: 'cheap-ones-for-all', purpose: 'user', machineType: 'Standard_E4s_v5', min: 0, max: 2, spot: true, diskGiB: 200, maxPods: 50 })
  await made(record)
  t.match(shown(inAzure(record)), {
    sku: { tier: 'Standard' }, tags: { 'hubfleet-cluster': record.id, 'hubfleet-tenant': 'tenant_test' }, identity: { type: 'SystemAssigned' },
    properties: {
      networkProfile: { networkPolicy: 'cilium', networkDataplane: 'cilium', networkPluginMode: 'overlay' }, aadProfile: { managed: true, enableAzureRBAC: true }, disableLocalAccounts: true, oidcIssuerProfile: { enabled: true },
      autoUpgradeProfile: { upgradeChannel: 'none', nodeOSUpgradeChannel: 'None' }, autoScalerProfile: { 'scale-down-unneeded-time': '10m' }, nodeResourceGroup: `hubfleet-${record.name}-nodes`,
    },
  })
  t.match(poolInAzure(record, 'core'), { mode: 'System', minCount: 1, maxCount: 2, availabilityZones: ['1'], nodeLabels: { 'hub.jupyter.org/node-purpose': 'core' }, nodeTaints: [] })
  t.match(poolInAzure(record, 'user'), { mode: 'User', minCount: 0, maxCount: 3, count: 0, maxPods: 110, osDiskSizeGB: 100, nodeLabels: { 'hub.jupyter.org/node-purpose': 'user' }, nodeTaints: ['hub.jupyter.org/dedicated=user:NoSchedule'] })
  const cheap = poolsOf(inAzure(record)).find(({ name }) => name.startsWith('cheapone'))!
  t.match(cheap.name, /^[a-z0-9]{12}$/, 'AKS takes twelve letters and digits')
  t.match(cheap, { scaleSetPriority: 'Spot', spotMaxPrice: -1, osDiskSizeGB: 200, maxPods: 50, nodeTaints: ['hub.jupyter.org/dedicated=user:NoSchedule', 'kubernetes.azure.com/scalesetpriority=spot:NoSchedule'] })
  t.ok((await pools(record))['cheap-ones-for-all'], 'and is known by its own name')
  await removed(record)
})

t.test('nodes that the autoscaler added stay when a floor moves; a pool may have none at all', async (t) => {
  const record = bed.record()
  await made(record, wanting({ core: 1, user: 1 }))
  Object.assign(poolInAzure(record, 'user'), { count: 3, inUse: true })
  await made(record, wanting({ core: 1, user: 2 }))
  t.match(poolInAzure(record, 'user'), { count: 3, minCount: 2, maxCount: 3 })
  await made(record, wanting({ core: 1, user: 0 }))
  t.match(poolInAzure(record, 'user'), { count: 3, minCount: 0 }, 'nobody on them is pushed out')
  const none = withSpec(record, { pools: record.spec.pools!.map((pool) => (pool.name === 'user' ? { ...pool, max: 0 } : pool)) })
  await made(none)
  t.match(poolInAzure(none, 'user'), { count: 0, enableAutoScaling: false })
  await removed(record)
})

t.test('the system pool is replaced by one beside it', async (t) => {
  const record = bed.record()
  await made(record)
  const larger = withSpec(record, { pools: record.spec.pools!.map((pool) => (pool.name === 'core' ? { ...pool, machineType: 'Standard_D4s_v5' } : pool)) })
  await made(larger)
  t.match(poolsOf(inAzure(record)).filter(({ mode }) => mode === 'System').map(({ vmSize, name }) => ({ vmSize, name })), [{ vmSize: 'Standard_D4s_v5', name: /^core[0-9a-f]{4}$/ }])
  await made(record)
  t.same(poolsOf(inAzure(record)).filter(({ mode }) => mode === 'System').map(({ name }) => name), ['core'], 'and back')
  await removed(record)
})

t.test('an upgrade leaves out no minor version, and nodes follow; a downgrade is none', async (t) => {
  const record = withSpec(bed.record(), { kubernetesVersion: '1.32' })
  await made(record)
  await made(withSpec(record, { kubernetesVersion: '1.34.1' }))
  t.match(inAzure(record).properties, { currentKubernetesVersion: '1.34.1' })
  t.same(poolsOf(inAzure(record)).map((pool) => pool['currentOrchestratorVersion']), ['1.34.1', '1.34.1'])
  azure.wire.reset()
  await made(record)
  t.same(azure.wire.calls.filter(({ changes }) => changes), [])
  await t.rejects(made(withSpec(record, { kubernetesVersion: '1.99' })), { code: 'cloud-choice-unknown' })
  await t.rejects(made(withSpec(bed.record(), { kubernetesVersion: '1.31' })), { code: 'cloud-choice-unknown', message: /1\.32/ })
  await removed(record)
})

t.test('channel and support change in place', async (t) => {
  const record = bed.record()
  await made(record)
  for (const [channel, upgradeChannel, tier] of [['rapid', 'rapid', 'Standard'], ['extended', 'patch', 'Premium'], ['stable', 'stable', 'Standard']] as const) {
    await made(withSpec(record, { channel }))
    t.match(inAzure(record), { sku: { tier }, properties: { autoUpgradeProfile: { upgradeChannel } } }, channel)
  }
  await removed(record)
})

t.test('what a region does not have is told with the nearest before anything of it is made', async (t) => {
  await t.rejects(made(withSpec(bed.record(), { region: 'westeurop' })), { code: 'cloud-choice-unknown', params: { nearest: 'westeurope' } })
  const pooled = (change: Partial<PoolSpec>, spec: Partial<ClusterRecord['spec']> = {}) => withSpec(bed.record(), { pools: [{ name: 'core', purpose: 'core', machineType: 'Standard_D2s_v5', min: 1, max: 2, ...change }], ...spec })
  await t.rejects(made(pooled({ machineType: 'Standard_D2_v5' })), { code: 'cloud-choice-unknown', params: { nearest: 'Standard_D2s_v5' } })
  await t.rejects(made(pooled({ machineType: 'Standard_NC24ads_A100_v4' })), { code: 'cloud-failed', message: /NotAvailableForSubscription/ })
  await t.rejects(made(pooled({ machineType: 'Standard_E4s_v5' }, { zone: '3' })), { code: 'cloud-failed', message: /zones 1, 2 do/ })
  await t.rejects(made(pooled({ purpose: 'user' })), { code: 'cloud-failed', message: /purpose core/ })
  await t.rejects(made(pooled({ spot: true })), { code: 'cloud-failed', message: /system pool/ })
  t.same([...world.resources.values()].filter(({ type }) => type === clusterType).map(({ name }) => name), [])
})

t.test('a cluster that Azure fails to make is told why, and is tried again after a while', async (t) => {
  const record = bed.record()
  world.failures.set('Creating', { code: 'RequestDisallowedByPolicy', message: "Resource 'aks-core-vmss' was disallowed by policy." })
  await t.rejects(made(record), { code: 'cloud-policy-denied', message: /disallowed by policy/ })
  await t.rejects(made(record), { code: 'cloud-policy-denied' }, 'the same answer at once')
  world.failures.clear()
  world.advance(11 * 60)
  await made(record)
  world.failures.set('pool', { code: 'ErrCode_InsufficientVCPUQuota', message: 'Insufficient vcpu quota requested 8, remaining 4 for family standardESv5Family for region westeurope.' })
  world.limits.set('standardESv5Family', 1000)
  await nudge(machinesOf(record), wanting({ core: 1, user: 2 }), signal)
  world.advance(300)
  world.limits.set('standardESv5Family', 4)
  await t.rejects(made(record, wanting({ core: 1, user: 3 })), { code: 'quota-exceeded' })
  world.failures.clear()
  world.limits.clear()
  await made(record, wanting({ core: 1, user: 2 }))
  t.match(await pools(record), { user: { ready: 2 } })
  await removed(record)
})

t.test('homes that are to stay are copied out before AKS deletes them, and cost until they are swept', async (t) => {
  const record = bed.record()
  await made(record)
  homeIn(record, 'pvc-home')
  Object.assign(homeIn(record, 'pvc-db').tags!, { 'kubernetes.io-created-for-pvc-name': 'hub-db-dir' })
  await removed(record, wanting({}, { keepHomes: true }))
  const left = await machinesOf(record).billables(signal)
  t.match(left, [{ kind: 'disk', name: 'pvc-home', ours: true, holdsHome: true, sizeGiB: 10, diskType: 'standard-ssd', known: /claim-ada/ }])
  t.equal(left.length, 1)
  t.same(await machinesOf(record).sweep({ keepHomes: true }, signal), [])
  await bed.settle('the homes to go', async () => { await machinesOf(record).sweep({ keepHomes: false }, signal); return !world.groups.has(`hubfleet-${record.name}-homes`) })
})

t.test('a resource group with something else in it stays, and is not ours any more', async (t) => {
  const record = bed.record()
  await made(record)
  const theirs = world.put(`hubfleet-${record.name}`, 'Microsoft.Storage/storageAccounts', 'theirs', { tags: {} })
  await removed(record)
  t.ok(world.get(theirs.id))
  t.same(world.group(`hubfleet-${record.name}`).tags, {})
})

t.test('a lock is in nobody\'s way but told', async (t) => {
  const record = bed.record()
  await made(record)
  world.locks.add(`hubfleet-${record.name}-nodes`)
  await t.rejects(removed(record), { code: 'cloud-policy-denied', message: /lock/ })
  world.locks.clear()
  await removed(record)
})

t.test('a cluster is reached with tokens of Entra for AKS\'s own server', async (t) => {
  const record = bed.record()
  await made(record)
  const seen: (string | undefined)[] = []
  const { cert, key } = await certificateOf()
  const server = createServer({ cert, key }, (request, response) => {
    seen.push(request.headers.authorization)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"kind":"PersistentVolumeClaimList","apiVersion":"v1","items":[],"metadata":{}}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => { server.closeAllConnections(); server.close() })
  azure.kubernetes = { server: `https://localhost:${(server.address() as AddressInfo).port}`, certificateAuthorityData: Buffer.from(cert).toString('base64') }
  const handle = await provider().open(record)
  t.same(await handle.heldInCloud({ keepHomes: false }, signal), [])
  await handle.close()
  t.ok(seen.length > 0)
  for (const header of seen) t.equal(JSON.parse(Buffer.from(header!.split('.')[1]!, 'base64url').toString()).aud, aksServer)
  await made(record, wanting({}, { stopped: true }))
  await t.rejects(provider().open(record), { code: 'cluster-unreachable', message: /stopped/ })
  azure.kubernetes = null
  await removed(record)
})

t.test('what is asked of an address of one\'s own is asked of the guard first; without a credential nothing is', async (t) => {
  const hosts: string[] = []
  const guarded = aksProvider({ guard: async (host) => { hosts.push(host); throw new Error('refused') }, certificateAuthority: azure.certificate })
  await t.rejects(guarded.machines!(bed.record()).pools(signal), /refused/)
  t.same([...new Set(hosts)], ['localhost'])
  const { credential: _credential, ...without } = { ...bed.record(), id: newId('cluster') }
  await t.rejects(guarded.machines!(without).pools(signal), { code: 'credential-missing' })
})

async function certificateOf() {
  const { generate } = await import('selfsigned')
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec', algorithm: 'sha256', extensions: [{ name: 'basicConstraints', cA: true, critical: true }, { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  })
  return { cert, key }
}

t.test('the role in the docs is the one that a credential is checked against', async (t) => {
  const page = await readFile(join(import.meta.dirname, '../../../docs/how-to/aks.md'), 'utf8')
  const role = JSON.parse(/^\{\n {2}"Name".*?^\}/ms.exec(page)![0]) as { Actions: string[]; DataActions: string[] }
  t.same(role.Actions, actions)
  t.same(role.DataActions, dataActions)
})
