import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectKubernetes, type Kubernetes } from '@hubfleet/cluster'
import { readKubeconfig, type FileShare } from '@hubfleet/core'
import t, { type Test } from 'tap'
import type { HubRef } from '../provider.ts'
import { kubernetesProvider } from './provider.ts'

// a volume that is in use takes seconds to go
t.setTimeout(120_000)

const file = process.env.HUBFLEET_TEST_KUBECONFIG
const skip = file ? false : 'HUBFLEET_TEST_KUBECONFIG names no kubeconfig of a test cluster'
const signal = new AbortController().signal
const GiB = 1024 ** 3

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 60_000; !(await condition()); await sleep(100)) if (Date.now() > deadline) throw new Error('the condition did not come true')
}

async function bed(t: Test) {
  const access = readKubeconfig(await readFile(file!, 'utf8'))
  const admin = await connectKubernetes({ cluster: 'test', access, guard: async () => {} })
  const handle = await kubernetesProvider({ guard: async () => {} }).open({ id: 'cluster_c', tenantId: null, name: 'test', spec: { provider: 'kubernetes' }, access })
  const id = `${Date.now().toString(36)}${process.pid.toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`
  const hub: HubRef = { id: `hub_${id}`, name: 'lab', tenantId: 'tenant_t', namespace: `hub-${id}`, release: `hub-${id}` }
  const site = handle.hub(hub)
  await site.createNamespace(signal)
  t.teardown(async () => {
    await site.sweep({ keepHomes: false }, signal)
    await handle.close()
    await admin.close()
  })
  return { admin, site, hub, id }
}

const homes: FileShare = { claim: 'homes-11111111', nfs: { server: 'files.example.org', path: '/exports/homes', mountOptions: ['vers=4.2'] }, readOnly: false }
const data: FileShare = { claim: 'shared-data-22222222', nfs: { server: 'files.example.org', path: '/exports/data' }, readOnly: true }

t.test('NFS folders become volumes of this hub alone, bound by its claims; a teardown that keeps homes takes away only what leads there', { skip }, async (t) => {
  const { admin, site, hub } = await bed(t)
  t.same(await site.fileShares(signal), [])
  await site.makeFileShares([homes, data], signal)
  await site.makeFileShares([homes, data], signal)
  await until(async () => (await site.fileShares(signal)).every(({ bound }) => bound))
  t.same((await site.fileShares(signal)).map(({ claim }) => claim).toSorted(), [homes.claim, data.claim])

  const volume = await admin.call(signal, ({ core }, options) => core.readPersistentVolume({ name: `${hub.namespace}-${homes.claim}` }, options))
  t.match(volume.spec, { persistentVolumeReclaimPolicy: 'Retain', accessModes: ['ReadWriteMany'], mountOptions: ['vers=4.2'], nfs: { server: 'files.example.org', path: '/exports/homes' } })
  const shared = await admin.call(signal, ({ core }, options) => core.readPersistentVolume({ name: `${hub.namespace}-${data.claim}` }, options))
  t.match(shared.spec, { accessModes: ['ReadOnlyMany'], nfs: { readOnly: true } })

  t.same(await site.homes(signal), [], 'neither is a home of somebody')
  t.ok((await site.remnants(signal)).filter(({ kind }) => kind.startsWith('PersistentVolume')).every(({ bills, holdsHome }) => !bills && !holdsHome))
  await until(async () => {
    await site.sweep({ keepHomes: true }, signal)
    return (await site.remnants(signal)).every(({ kind }) => kind === 'Namespace')
  })
  t.equal(await admin.find(signal, ({ core }, options) => core.readPersistentVolume({ name: `${hub.namespace}-${homes.claim}` }, options)), null)
})

t.test('a volume whose claim was taken away is made anew, since it would never be bound again', { skip }, async (t) => {
  const { admin, site, hub } = await bed(t)
  const { namespace } = hub
  await site.makeFileShares([homes], signal)
  await until(async () => (await site.fileShares(signal))[0]?.bound === true)
  await admin.call(signal, ({ core }, options) => core.deleteNamespacedPersistentVolumeClaim({ namespace, name: homes.claim }, options))
  await until(async () => {
    await site.makeFileShares([homes], signal).catch(() => {}) // while the old volume goes, its name is taken
    return (await site.fileShares(signal))[0]?.bound === true
  })
  t.pass('bound again')
})

t.test('a claim grows where its class lets it, and is left alone where it does not', { skip }, async (t) => {
  const { admin, site, hub, id } = await bed(t)
  const made = await Promise.all(([['grows', true], ['fixed', false]] as const).map(([name, grows]) => boundHome(t, admin, hub, `${name}-${id}`, grows)))
  await until(async () => (await admin.call(signal, ({ core }, options) => core.listNamespacedPersistentVolumeClaim({ namespace: hub.namespace }, options))).items.every(({ status }) => status?.phase === 'Bound'))
  const [growing, fixed] = made as [string, string]
  const claim = async (name: string) => (await site.claims(signal)).find((found) => found.name === name)
  t.match(await claim(growing), { kind: 'home', requested: GiB, actual: GiB, canGrow: true })
  t.match(await claim(fixed), { requested: GiB, canGrow: false })

  await site.growClaims([growing], '3Gi', signal)
  t.match(await claim(growing), { requested: 3 * GiB, actual: GiB }, 'asked for; the disk itself follows')
  await site.growClaims([growing], '2Gi', signal)
  t.match(await claim(growing), { requested: 3 * GiB }, 'never less')
  await t.rejects(site.growClaims([fixed], '3Gi', signal), 'Kubernetes itself refuses where we would not have asked')
  t.match(await claim(fixed), { requested: GiB })
})

/** A home as KubeSpawner makes it, of a class of its own, on a volume that is there already. */
async function boundHome(t: Test, admin: Kubernetes, { namespace }: HubRef, name: string, allowVolumeExpansion: boolean): Promise<string> {
  const spec = { accessModes: ['ReadWriteOnce'], storageClassName: name }
  await admin.call(signal, ({ storage }, options) => storage.createStorageClass({ body: { metadata: { name }, provisioner: 'example.org/none', allowVolumeExpansion } }, options))
  await admin.call(signal, ({ core }, options) => core.createPersistentVolume({ body: {
    metadata: { name }, spec: { ...spec, capacity: { storage: '1Gi' }, persistentVolumeReclaimPolicy: 'Retain', hostPath: { path: '/nowhere' }, claimRef: { namespace, name } },
  } }, options))
  await admin.call(signal, ({ core }, options) => core.createNamespacedPersistentVolumeClaim({ namespace, body: {
    metadata: { name, labels: { app: 'jupyterhub', component: 'singleuser-storage' } }, spec: { ...spec, volumeName: name, resources: { requests: { storage: '1Gi' } } },
  } }, options))
  t.teardown(async () => {
    await admin.call(signal, ({ storage }, options) => storage.deleteStorageClass({ name }, options))
    await admin.call(signal, ({ core }, options) => core.deletePersistentVolume({ name }, options))
  })
  return name
}
