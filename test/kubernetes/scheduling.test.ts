import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { completeHubSpec, renderValues, type HubSpecInput } from '../../packages/core/src/index.ts'
import { startGuarded } from '../processes/guarded.ts'
import { waitFor } from '../processes/wait.ts'
import { startBed, type Bed } from './bed.ts'
import { apply, getObject, kubectl } from './kubectl.ts'
import { program, skipWithoutBed } from './programs.ts'

t.setTimeout(120_000)

const execute = promisify(execFile)
const chart = process.env.HUBFLEET_TEST_CHART ?? join(import.meta.dirname, '../../packages/cluster/chart/jupyterhub')
const namespace = 'seats'
const release = 'seats-hub'

function valuesOf(spec: HubSpecInput): Record<string, unknown> {
  const secrets = { cookieSecret: 'c0'.repeat(32), proxyToken: 'p', cryptKey: 'k', apiToken: 'a', fields: {} }
  return renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec: completeHubSpec(spec), secrets }).values
}

/** What the chart makes of a spec, by kind and name. */
async function manifests(bed: Bed, spec: HubSpecInput): Promise<Record<string, any>> {
  const file = join(bed.dir, 'values.json')
  await writeFile(file, JSON.stringify(valuesOf(spec)))
  const { stdout } = await execute(bed.helm, ['template', release, chart, `--namespace=${namespace}`, `--values=${file}`], { maxBuffer: 64 << 20 })
  await writeFile(join(bed.dir, 'manifests.yaml'), stdout)
  const printed = await kubectl(bed.kubeconfig, 'create', '--dry-run=client', `--filename=${join(bed.dir, 'manifests.yaml')}`, '--output=json')
  const objects = JSON.parse(`[${printed.replaceAll('\n}\n{', '\n},\n{')}]`) as any[]
  return Object.fromEntries(objects.map((object) => [`${object.kind}/${object.metadata.name}`, object]))
}

/** A pod as KubeSpawner makes it for a user of such a hub. */
const serverPod = (name: string, spec: object, memory = '1Gi') => ({
  apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace, labels: { component: 'singleuser-server' } },
  spec: { automountServiceAccountToken: false, containers: [{ name: 'notebook', image: 'x', resources: { requests: { memory } } }], ...spec },
})

const purpose = (value: string) => ({ requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'hub.jupyter.org/node-purpose', operator: 'In', values: [value] }] }] } })
const courseHub: HubSpecInput = {
  capacity: { seats: 3 },
  scheduling: { userScheduler: false, userPods: { matchNodePurpose: 'require' }, corePods: { matchNodePurpose: 'require' } },
  profiles: [
    { slug: 'course', displayName: 'Course', default: true, memory: { guarantee: '1G' }, nodeSelector: { pool: 'course' }, tolerations: [{ key: 'pool', operator: 'Equal', value: 'course', effect: 'NoSchedule' }] },
    { slug: 'large', displayName: 'Large', memory: { guarantee: '4G' } },
  ],
}

t.test('where servers and seats go', { skip: skipWithoutBed() }, async (t) => {
  const dedicated = [{ key: 'pool', value: 'course', effect: 'NoSchedule' as const }, { key: 'hub.jupyter.org/dedicated', value: 'user', effect: 'NoSchedule' as const }]
  const user = { 'hub.jupyter.org/node-purpose': 'user' }
  const bed = await startBed({ exclusive: true, nodes: [
    { name: 'core', memory: '16Gi', labels: { 'hub.jupyter.org/node-purpose': 'core' } },
    // room for three servers of 1 GiB and no fourth
    { name: 'course', memory: '3584Mi', labels: { ...user, pool: 'course' }, taints: dedicated },
    { name: 'pack-1', memory: '16Gi', labels: { ...user, pool: 'packed' } }, { name: 'pack-2', memory: '16Gi', labels: { ...user, pool: 'packed' } }, { name: 'pack-3', memory: '16Gi', labels: { ...user, pool: 'packed' } },
  ] })
  t.teardown(() => bed.stop())
  const pods = async (selector: string): Promise<any[]> => JSON.parse(await kubectl(bed.kubeconfig, 'get', 'pods', `--namespace=${namespace}`, `--selector=${selector}`, '--output=json')).items

  await t.test('the chart gives seats the size, the place and the tolerations of the default profile, and core pods their own', async (t) => {
    const objects = await manifests(bed, courseHub)
    const seat = objects['StatefulSet/user-placeholder'].spec.template.spec
    t.match(seat, { nodeSelector: { pool: 'course' }, affinity: { nodeAffinity: purpose('user') }, priorityClassName: `${release}-user-placeholder-priority` })
    t.same(seat.tolerations.map(({ key }: { key: string }) => key), ['hub.jupyter.org/dedicated', 'hub.jupyter.org_dedicated', 'pool'])
    t.same(seat.containers[0].resources.requests, { memory: String(2 ** 30) })
    t.notOk(seat.schedulerName, 'without the packing scheduler, that of the cluster')
    t.equal(objects[`PriorityClass/${release}-user-placeholder-priority`].value, -10)
    for (const name of ['hub', 'proxy']) {
      const core = objects[`Deployment/${name}`].spec.template.spec
      t.match(core, { affinity: { nodeAffinity: purpose('core') }, priorityClassName: `${release}-default-priority` })
      t.same(core.tolerations.map(({ value }: { value: string }) => value), ['core', 'core'])
    }
    t.equal(objects[`PriorityClass/${release}-default-priority`].value, 0)
    const packed = await manifests(bed, { ...courseHub, scheduling: {} })
    t.equal(packed['StatefulSet/user-placeholder'].spec.template.spec.schedulerName, `${release}-user-scheduler`)
    t.ok(packed['StatefulSet/user-placeholder'].spec.template.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution, 'the purpose of nodes is preferred by default')
  })

  await t.test('a person takes a seat at once: the seat makes room and waits, with a priority for which an autoscaler adds a node', async (t) => {
    const file = join(bed.dir, 'values.json')
    await writeFile(file, JSON.stringify(valuesOf(courseHub)))
    await execute(bed.helm, ['install', release, chart, `--kubeconfig=${bed.kubeconfig}`, `--namespace=${namespace}`, '--create-namespace', `--values=${file}`])
    await waitFor('three seats', 30, async () => (await getObject(bed.kubeconfig, namespace, 'statefulset', 'user-placeholder'))?.status.readyReplicas === 3)
    const seats = () => pods('component=user-placeholder')
    t.same((await seats()).map(({ spec }) => spec.nodeName), ['course', 'course', 'course'])
    t.equal(await waitFor('the hub', 30, async () => (await pods('component=hub'))[0]?.spec.nodeName), 'core')

    const seat = (await getObject(bed.kubeconfig, namespace, 'statefulset', 'user-placeholder'))!.spec.template.spec
    await apply(bed.kubeconfig, serverPod('jupyter-ada', { priorityClassName: `${release}-default-priority`, nodeSelector: seat.nodeSelector, tolerations: seat.tolerations, affinity: seat.affinity }))
    t.equal(await waitFor('a node for ada', 30, async () => (await getObject(bed.kubeconfig, namespace, 'pod', 'jupyter-ada'))?.spec.nodeName), 'course')
    const waiting = await waitFor('the seat that made room', 30, async () => (await seats()).find(({ status }) => status.phase === 'Pending' && status.conditions?.some(({ reason }: { reason: string }) => reason === 'Unschedulable')))
    t.ok(waiting.spec.priority >= -10, `${waiting.spec.priority} is not below the cutoff of autoscalers`)
    t.equal((await seats()).filter(({ spec }) => spec.nodeName === 'course').length, 2, 'no more seats went than were needed')
  })

  await t.test('the packing scheduler fills one node before the next, where that of the cluster spreads', async (t) => {
    const config = (await manifests(bed, {}))['ConfigMap/user-scheduler'].data['config.yaml'] as string
    const file = join(bed.dir, 'scheduler.yaml')
    await writeFile(file, `${config}\nclientConnection: {kubeconfig: ${bed.kubeconfig}}\n`)
    const scheduler = startGuarded('user-scheduler', [program('kube-scheduler'), `--config=${file}`, '--secure-port=0'], { log: join(bed.dir, 'user-scheduler.log') })
    t.teardown(() => scheduler.stop())
    const place = async (prefix: string, schedulerName: string) => {
      const names = [1, 2, 3].map((n) => `${prefix}-${n}`)
      const nodes: string[] = []
      for (const name of names) {
        await apply(bed.kubeconfig, serverPod(name, { schedulerName, nodeSelector: { pool: 'packed' } }, '2Gi'))
        nodes.push(await waitFor(`a node for ${name}`, 60, async () => (await getObject(bed.kubeconfig, namespace, 'pod', name))?.spec.nodeName as string, [scheduler]))
      }
      return new Set(nodes).size
    }
    t.equal(await place('packed', `${release}-user-scheduler`), 1)
    await kubectl(bed.kubeconfig, 'delete', 'pod', 'packed-1', 'packed-2', 'packed-3', `--namespace=${namespace}`, '--wait')
    t.equal(await place('spread', 'default-scheduler'), 3)
  })
})
