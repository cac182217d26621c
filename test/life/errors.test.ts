import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import type { Operation, OperationHandle } from '../../packages/sdk/src/index.ts'
import { startBed } from '../kubernetes/bed.ts'
import { apply, getObject, kubectl } from '../kubernetes/kubectl.ts'
import { program, skipWithoutBed } from '../kubernetes/programs.ts'
import { waitFor } from '../processes/wait.ts'
import { bedPlace } from './bed-place.ts'
import { doorTo } from './door.ts'
import { startInstallation } from './installation.ts'
import { leastPrivileged } from './least-privileged.ts'
import { rowsOf } from './report.ts'
import { worldOf } from './world.ts'

const skip = skipWithoutBed()
if (skip) t.plan(0, skip)
else {
  t.setTimeout(600_000)
  await t.test('what comes up while a hub is made is told as what it is, and nothing of it is in the way of going on or of a delete', async (t) => {
    const { kubeconfig, stop } = await startBed()
    t.teardown(stop)
    const { client, tenant } = await startInstallation(t)
    const { spec } = await bedPlace(t, { kubeconfig })
    const world = worldOf(kubeconfig)
    const door = await doorTo(t, kubeconfig)
    await door.open()
    const access = await leastPrivileged(t, kubeconfig, { server: door.server })
    await client.clusters.create({ tenant }, { name: 'campus', provider: 'kubernetes', kubeconfig: access }).wait({ timeoutMs: 60_000 })

    const create = (name: string, cluster = 'campus') => client.hubs.create({ tenant }, { name, cluster, spec, confirm: ['open-login'] })
    const operation = ({ id }: OperationHandle): Promise<Operation> => client.operations.get({ tenant, operation: id })
    /** Waits until the operation tells of a problem, whether it goes on or has ended. */
    const problemOf = (handle: OperationHandle) => waitFor('a problem', 60, async () => {
      const { error, lastError } = await operation(handle)
      return error ?? lastError
    })
    const step = async (handle: OperationHandle, name: string) => (await operation(handle)).steps.find((each) => each.name === name)
    const installed = (name: string, by = client) => waitFor(`the release of ${name}`, 60, async () => (await by.hubs.get({ tenant, hub: name })).conditions.some(({ type, status }) => type === 'ReleaseInSync' && status === 'True'))
    /** The hub goes, and its cluster has nothing of it. */
    async function deleted(name: string): Promise<void> {
      const { id } = await client.hubs.get({ tenant, hub: name })
      const report = await rowsOf(await client.hubs.delete({ tenant, hub: name }, { homes: 'delete' }).wait({ timeoutMs: 90_000 }))
      t.equal(report.clean, true, `the report of ${name}`)
      t.same(await world.clusterWide(`hub-${id.slice(4)}`), [], `what is left of ${name}`)
    }

    await t.test('a cluster that does not answer: said with its address, and the work goes on by itself once it does', async (t) => {
      await door.close()
      const handle = await create('unreachable')
      const problem = await problemOf(handle)
      t.match(problem, { code: 'cluster-unreachable', retryable: true, params: { cluster: 'campus', server: door.server } })
      t.match(await operation(handle), { done: false, attempt: Number, error: null })
      await waitFor('the condition', 30, async () => (await client.hubs.get({ tenant, hub: 'unreachable' })).conditions.some(({ type, reason }) => type === 'ClusterReachable' && reason === 'ClusterUnreachable'))
      t.match(await step(handle, 'cluster'), { state: 'failed', message: problem.detail })
      t.match(await client.hubs.get({ tenant, hub: 'unreachable' }), { state: 'creating' })
      await door.open()
      await installed('unreachable')
      await deleted('unreachable')
    })

    await t.test('a permission that is missing is named, on the cluster and on the hub; renewed credentials help', async (t) => {
      const less = await leastPrivileged(t, kubeconfig, { without: ['statefulsets/scale', 'persistentvolumes'] })
      const registering = await client.clusters.create({ tenant }, { name: 'less', provider: 'kubernetes', kubeconfig: less })
      const missing = /patch.* persistentvolumes; .*statefulsets\/scale\.apps/
      t.match(await problemOf(registering), { code: 'cluster-permissions-missing', detail: missing })
      t.match(await operation(registering), { state: 'failed' })
      const creating = await create('denied', 'less')
      t.match(await problemOf(creating), { code: 'cluster-permissions-missing', detail: missing })
      t.match(await operation(creating), { state: 'failed' })
      t.match(await client.hubs.get({ tenant, hub: 'denied' }), { state: 'error' })
      await client.clusters.update({ tenant, cluster: 'less' }, { kubeconfig: access }).wait({ timeoutMs: 60_000 })
      await client.hubs.resume({ tenant, hub: 'denied' })
      await installed('denied')
      await deleted('denied')
    })

    await t.test('no default StorageClass: said before anything is made, and a resume looks again', async (t) => {
      door.disguise('/apis/storage.k8s.io/v1/storageclasses', (list) => ({ ...list, items: list.items.map((item: any) => ({ ...item, metadata: { ...item.metadata, annotations: {} } })) }))
      await client.clusters.update({ tenant, cluster: 'campus' }, { kubeconfig: access }).wait({ timeoutMs: 60_000 })
      const handle = await create('diskless')
      t.match(await problemOf(handle), { code: 'storage-class-missing', retryable: false, nextStep: /default/ })
      t.match(await client.hubs.get({ tenant, hub: 'diskless' }), { state: 'error' })
      t.same(await world.clusterWide(`hub-${handle.operation.target.id.slice(4)}`), [])
      door.disguise('/apis/storage.k8s.io/v1/storageclasses', null)
      await client.hubs.resume({ tenant, hub: 'diskless' })
      await installed('diskless')
      await deleted('diskless')
    })

    await t.test('a Kubernetes that is too old for the chart: said with both versions, and a resume looks again', async (t) => {
      door.disguise('/version', (version) => ({ ...version, major: '1', minor: '27', gitVersion: 'v1.27.16' }))
      await client.clusters.update({ tenant, cluster: 'campus' }, { kubeconfig: access }).wait({ timeoutMs: 60_000 })
      const handle = await create('old')
      t.match(await problemOf(handle), { code: 'kubernetes-too-old', detail: /campus runs Kubernetes 1\.27\.16; the chart needs 1\.\d\d/ })
      t.match(await operation(handle), { state: 'failed' })
      door.disguise('/version', null)
      await client.hubs.resume({ tenant, hub: 'old' })
      await installed('old')
      await deleted('old')
    })

    await t.test('a namespace that is somebody else\'s is left alone, by the create and by the delete', async (t) => {
      await door.close()
      const handle = await create('foreign')
      const namespace = `hub-${handle.operation.target.id.slice(4)}`
      const stranger = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace, name: 'theirs' } }
      await apply(kubeconfig, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } })
      await apply(kubeconfig, stranger)
      t.teardown(() => kubectl(kubeconfig, 'delete', 'namespace', namespace, '--wait=false'))
      await door.open()
      const problem = await waitFor('the other problem', 60, async () => (await operation(handle)).error)
      t.match(problem, { code: 'namespace-foreign', detail: new RegExp(namespace) })
      const report = await rowsOf(await client.hubs.delete({ tenant, hub: 'foreign' }, { homes: 'delete' }).wait({ timeoutMs: 90_000 }))
      t.equal(report.clean, true)
      t.same(await world.inside(namespace), ['ConfigMap/theirs'])
      t.equal((await getObject(kubeconfig, namespace, 'namespace', namespace))?.['metadata'].deletionTimestamp, undefined)
    })

    await t.test('values that the chart does not know, or the policy denies, are refused with their place before anything is stored', async (t) => {
      const before = await client.operations.list({ tenant }).all()
      const wrong = (values: object) => client.hubs.create({ tenant }, { name: 'wrong', cluster: 'campus', spec: { ...spec, values: { ...values } }, confirm: ['open-login'] })
      await t.rejects(wrong({ hubb: {} }), { code: 'unknown-value', problem: { errors: [{ pointer: '/spec/values/hubb' }] } })
      await t.rejects(wrong({ hub: { concurrentSpawnLimit: 'many' } }), { code: 'unknown-value', problem: { errors: [{ pointer: '/spec/values/hub/concurrentSpawnLimit' }] } })
      await client.tenants.update({ tenant }, { policy: {} as never })
      await t.rejects(wrong({ hub: { extraConfig: { evil: 'import os' } } }), { code: 'policy-denied', problem: { errors: [{ pointer: '/spec/values/hub/extraConfig' }] } })
      t.same(await client.operations.list({ tenant }).all(), before)
      t.same(await client.hubs.list({ tenant }).all(), [])
    })

    await t.test('a worker without helm says so, and goes on as soon as helm is there', async (t) => {
      const helm = join(t.testdir(), 'helm')
      const { client, tenant } = await startInstallation(t, { helm })
      await client.clusters.create({ tenant }, { name: 'campus', provider: 'kubernetes', kubeconfig: access }).wait({ timeoutMs: 60_000 })
      const handle = await client.hubs.create({ tenant }, { name: 'helmless', cluster: 'campus', spec, confirm: ['open-login'] })
      const last = await waitFor('a problem', 60, async () => (await client.operations.get({ tenant, operation: handle.id })).lastError)
      t.match(last, { code: 'helm-missing', retryable: true, detail: new RegExp(helm) })
      await symlink(program('helm'), helm)
      await installed('helmless', client)
      const report = await rowsOf(await client.hubs.delete({ tenant, hub: 'helmless' }, { homes: 'delete' }).wait({ timeoutMs: 90_000 }))
      t.equal(report.clean, true)
    })
  })
}
