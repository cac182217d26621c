import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { parseAllDocuments } from 'yaml'
import { completeHubSpec, podSecurityLabel, podSecurityLevelOf, renderValues, splitSecrets, violationsOf, type HubSpecInput, type JsonObject } from '../../packages/core/src/index.ts'
import { officialChart, serverPods } from '../jupyterhub/server-pods.ts'
import { startBed, type Bed } from './bed.ts'
import { apply } from './kubectl.ts'
import { skipWithoutJupyterHub } from '../jupyterhub/programs.ts'
import { program, skipWithoutBed } from './programs.ts'

t.setTimeout(180_000)
const execute = promisify(execFile)
const chart = process.env.HUBFLEET_TEST_CHART ?? join(import.meta.dirname, '../../packages/cluster/chart/jupyterhub')
const own = { cookieSecret: 'c'.repeat(64), proxyToken: 'p'.repeat(64), cryptKey: 'k'.repeat(64), apiToken: 'a'.repeat(64) }

let bed: Bed
t.before(async () => {
  if (skipWithoutBed()) return
  bed = await startBed({ nodes: 0 })
  const account = (namespace: string) => ({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace } })
  for (const level of ['restricted', 'baseline']) await apply(bed.kubeconfig, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: `ps-${level}`, labels: { [podSecurityLabel]: level } } }, account(`ps-${level}`))
})
t.after(() => bed?.stop())

/** The pods, by number, that the API server refuses for their security in a namespace of a level. */
async function refused(level: string, pods: JsonObject[]): Promise<Map<number, string>> {
  const items = pods.map((spec, index) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: `pod-${index}`, namespace: `ps-${level}` }, spec }))
  const file = join(bed.dir, 'pods.json')
  await writeFile(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items }))
  const { stderr } = await execute(program('kubectl'), [`--kubeconfig=${bed.kubeconfig}`, 'create', '--dry-run=server', `--filename=${file}`], { maxBuffer: 64 << 20 }).catch((error) => error as { stderr: string })
  const lines = stderr.split('\n').filter((line) => line.startsWith('Error'))
  const found = lines.map((line) => /pods "pod-(\d+)" is forbidden: violates PodSecurity "[^"]*": (.*)/.exec(line))
  if (found.some((one) => one === null)) throw new Error(lines[found.indexOf(null)])
  return new Map(found.map((one) => [Number(one![1]), one![2]!]))
}

const maybe = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
/** Mostly not there: one thing that is refused hides all others. */
const rarely = <T>(...values: T[]) => fc.oneof({ weight: 15, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...values) })
const context = fc.record({
  runAsNonRoot: maybe(true, false), runAsUser: maybe(0, 1000), allowPrivilegeEscalation: maybe(false, true), privileged: fc.constantFrom(undefined, undefined, false, true), procMount: fc.constantFrom(undefined, undefined, 'Default', 'Unmasked'),
  seccompProfile: maybe({ type: 'RuntimeDefault' }, { type: 'Unconfined' }), appArmorProfile: fc.constantFrom(undefined, undefined, { type: 'RuntimeDefault' }, { type: 'Unconfined' }), seLinuxOptions: fc.constantFrom(undefined, undefined, { type: 'container_t' }, { type: 'spc_t' }, { level: 's0' }, { user: 'u' }),
  capabilities: fc.option(fc.record({ drop: maybe(['ALL'], ['NET_RAW']), add: maybe(['NET_BIND_SERVICE'], ['CHOWN'], ['NET_ADMIN']) }), { nil: undefined }),
})
/** One that passes everything, so that what is changed of it decides. */
const good = { runAsNonRoot: true, allowPrivilegeEscalation: false, seccompProfile: { type: 'RuntimeDefault' }, capabilities: { drop: ['ALL'] } }
const changed = fc.tuple(context, fc.subarray(['runAsNonRoot', 'runAsUser', 'allowPrivilegeEscalation', 'privileged', 'procMount', 'seccompProfile', 'appArmorProfile', 'seLinuxOptions', 'capabilities'], { maxLength: 1 }))
  .map(([other, keys]): JsonObject => ({ ...good, ...Object.fromEntries(keys.map((key) => [key, other[key as keyof typeof other]])) }))
const container = fc.record({
  securityContext: changed, ports: rarely([{ containerPort: 80 }], [{ containerPort: 80, hostPort: 80 }]),
  livenessProbe: rarely({ httpGet: { port: 80, path: '/' } }, { httpGet: { port: 80, path: '/', host: '127.0.0.1' } }), lifecycle: rarely({ postStart: { tcpSocket: { port: 80, host: 'a' } } }),
})
const pod = fc.record({
  hostNetwork: rarely(false, true), hostPID: rarely(true), hostIPC: rarely(true),
  securityContext: fc.option(fc.record({ runAsNonRoot: maybe(true), runAsUser: rarely(0, 7), seccompProfile: maybe({ type: 'RuntimeDefault' }), sysctls: rarely([{ name: 'net.ipv4.tcp_syncookies', value: '1' }], [{ name: 'kernel.msgmax', value: '1' }]) }), { nil: undefined }),
  volumes: rarely([{ name: 'a', emptyDir: {} }], [{ name: 'a', hostPath: { path: '/' } }], [{ name: 'a', nfs: { server: 'a', path: '/' } }], [{ name: 'a', secret: { secretName: 'a' } }]),
  containers: fc.array(container, { minLength: 1, maxLength: 2 }), initContainers: fc.array(container.map(({ livenessProbe: _probe, lifecycle: _hook, ...rest }) => rest), { maxLength: 1 }),
}).map((spec) => valid(JSON.parse(JSON.stringify(spec)) as JsonObject))

/** With what the API asks for besides; ports of the node and of the container are the same in its network. */
function valid(spec: JsonObject): JsonObject {
  const named = (list: unknown, kind: string) => (list as JsonObject[]).map((one, index) => {
    const context = one.securityContext as JsonObject
    // the API refuses what contradicts itself before anybody looks at its security
    const consistent = { ...context, ...(context.allowPrivilegeEscalation === false && (context.privileged || JSON.stringify(context.capabilities ?? '').includes('SYS_ADMIN')) && { allowPrivilegeEscalation: true }) }
    const ports = spec.hostNetwork ? (one.ports as JsonObject[] | undefined)?.map((port) => ({ ...port, hostPort: port.containerPort })) : one.ports
    return { ...one, name: `${kind}-${index}`, image: 'a:1', securityContext: consistent, ...(ports !== undefined && { ports: (ports as JsonObject[]).map((port) => ({ ...port, containerPort: Number(port.containerPort) + index, ...(port.hostPort !== undefined && { hostPort: Number(port.containerPort) + index }) })) }) }
  })
  // an unmasked /proc asks for a user namespace of the pod
  const unmasked = JSON.stringify(spec).includes('Unmasked')
  // and a sysctl of the pod's own is none of the node's
  if (spec.hostIPC && spec.securityContext) delete (spec.securityContext as JsonObject).sysctls
  return { ...spec, ...(unmasked && { hostUsers: false, hostNetwork: undefined, hostPID: undefined, hostIPC: undefined }), containers: named(spec.containers, 'c'), initContainers: named(spec.initContainers, 'i'), restartPolicy: 'Never' }
}

t.test('our rules of pod security are those of the API server, pod by pod', { skip: skipWithoutBed() }, async (t) => {
  const pods = fc.sample(pod, { numRuns: 400, seed: 7 })
  for (const level of ['restricted', 'baseline'] as const) {
    const byServer = await refused(level, pods)
    const differing = pods.flatMap((spec, index) => (byServer.has(index) === (violationsOf(spec, level).length > 0) ? [] : [{ level, server: byServer.get(index) ?? 'admits it', we: violationsOf(spec, level), spec: JSON.stringify(spec) }]))
    t.same(differing.slice(0, 3), [], `${differing.length} of ${pods.length}`)
    t.ok(byServer.size > 20 && byServer.size < 390, `${byServer.size} refused`)
  }
})

const plain: HubSpecInput = { security: { cloudMetadata: 'networkPolicy' }, capacity: { seats: 2 }, exposure: { host: 'hub.example.org', https: { type: 'letsencrypt', contactEmail: 'ada@example.org' } }, values: { prePuller: { hook: { enabled: true } } } }

function valuesOf(input: HubSpecInput) {
  const { spec, secrets: fields } = splitSecrets(completeHubSpec(input))
  return { spec, values: renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec, secrets: { ...own, fields } }).values }
}

async function manifests(values: JsonObject): Promise<any[]> {
  const file = join(bed.dir, 'values.json')
  await writeFile(file, JSON.stringify(values))
  const { stdout } = await execute(bed.helm, ['template', 'hub', chart, '--namespace=ps-restricted', `--values=${file}`], { maxBuffer: 64 << 20 })
  return parseAllDocuments(stdout).map((document) => document.toJS() as JsonObject | null).filter((one) => one !== null)
}

t.test('every pod of the rendered chart is let into the namespace of a hub by its defaults', { skip: skipWithoutBed() }, async (t) => {
  const { spec, values } = valuesOf(plain)
  t.equal(podSecurityLevelOf({ spec, values }), 'restricted')
  const pods = (await manifests(values)).filter(({ spec: { template } = {} as any }) => template?.spec?.containers)
  t.same(pods.map(({ kind, metadata }) => `${kind}/${metadata.name}`).sort(), [
    'DaemonSet/continuous-image-puller', 'DaemonSet/hook-image-puller', 'Deployment/autohttps', 'Deployment/hub', 'Deployment/proxy', 'Deployment/user-scheduler', 'Job/hook-image-awaiter', 'StatefulSet/user-placeholder',
  ])
  // whose service accounts and priorities are not there is another admission's business
  const specs = pods.map(({ kind, spec: { template } }) => ({ ...template.spec, serviceAccountName: undefined, serviceAccount: undefined, priorityClassName: undefined, ...(kind === 'Job' && { restartPolicy: 'Never' }) }))
  t.same([...(await refused('restricted', specs)).entries()].map(([index, why]) => [pods[index].metadata.name, why]), [])
})

if (officialChart) t.test('a server by KubeSpawner is let in, and with iptables only where nothing is refused', { skip: skipWithoutBed() || skipWithoutJupyterHub() }, async (t) => {
  const pods = await serverPods([plain, { ...plain, security: { cloudMetadata: 'iptables' } } as HubSpecInput].map((input) => ({ values: valuesOf(input).values })))
  const specs = pods.map(({ spec }) => ({ ...spec, priorityClassName: undefined }))
  t.same([...(await refused('restricted', specs)).keys()], [1])
  t.match((await refused('baseline', specs)).get(1), /block-cloud-metadata/)
})
