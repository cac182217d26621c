import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { parseAllDocuments } from 'yaml'
import { completeHubSpec, newHubSecrets, renderValues, restrictedV2Violations, splitSecrets, type HubSpecInput, type JsonObject } from '../../packages/core/src/index.ts'
import type { Bed } from './bed.ts'
import { firstUser, judgedByAdmission, startOpenShift } from './openshift.ts'
import { program, skipWithoutBed } from './programs.ts'

t.setTimeout(180_000)
const execute = promisify(execFile)
const chart = process.env.HUBFLEET_TEST_CHART ?? join(import.meta.dirname, '../../packages/cluster/chart/jupyterhub')
const ranges = { uid: [firstUser, firstUser + 9_999], group: [firstUser, firstUser + 9_999] } as const
const skip = skipWithoutBed()

let bed: Bed
t.before(async () => { if (!skip) bed = await startOpenShift({ flavour: 'aro' }) })
t.after(() => bed?.stop())

/** Mostly not there: one thing that is refused hides all others. */
const rarely = <T>(...values: T[]) => fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...values) })
const user = [0, 1000, firstUser, firstUser + 9_999, firstUser + 10_000]
const context = fc.record({
  runAsUser: rarely(...user), privileged: rarely(false), allowPrivilegeEscalation: fc.constantFrom(undefined, false, false, true), seccompProfile: rarely({ type: 'RuntimeDefault' }, { type: 'Unconfined' }, { type: 'Localhost', localhostProfile: 'a.json' }),
  capabilities: rarely<JsonObject>({ drop: ['ALL'] }, { add: ['NET_BIND_SERVICE'] }, { add: ['NET_ADMIN'] }, { add: ['CHOWN'] }), seLinuxOptions: rarely({ level: 's0:c1,c2' }, { type: 'spc_t' }),
})
const container = fc.record({ securityContext: context, ports: rarely([{ containerPort: 80 }], [{ containerPort: 80, hostPort: 80 }]) })
const pod = fc.record({
  hostNetwork: rarely(false, true), hostPID: rarely(true), hostIPC: rarely(true),
  volumes: rarely<JsonObject[]>([{ name: 'a', emptyDir: {} }], [{ name: 'a', hostPath: { path: '/' } }], [{ name: 'a', nfs: { server: 'a', path: '/' } }], [{ name: 'a', secret: { secretName: 'a' } }]),
  securityContext: fc.record({ runAsUser: rarely(...user), fsGroup: rarely(...user, 100), seccompProfile: rarely({ type: 'RuntimeDefault' }, { type: 'Unconfined' }), sysctls: rarely([{ name: 'net.ipv4.tcp_syncookies', value: '1' }], [{ name: 'kernel.msgmax', value: '1' }]) }),
  containers: fc.array(container, { minLength: 1, maxLength: 2 }), initContainers: fc.array(container, { maxLength: 1 }),
}).map((spec) => valid(JSON.parse(JSON.stringify(spec)) as JsonObject))

/** With what the API asks for besides. */
function valid(spec: JsonObject): JsonObject {
  const named = (list: unknown, kind: string) => (list as JsonObject[]).map((one, index) => {
    const ports = (one.ports as JsonObject[] | undefined)?.map((port) => ({ ...port, containerPort: 80 + index, ...(port.hostPort !== undefined || spec.hostNetwork === true ? { hostPort: 80 + index } : {}) }))
    return { ...one, name: `${kind}-${index}`, image: 'a:1', ...(ports && { ports }) }
  })
  // the API itself refuses sysctls of what is the node's
  if ((spec.hostIPC || spec.hostNetwork) && spec.securityContext) delete (spec.securityContext as JsonObject).sysctls
  return { ...spec, containers: named(spec.containers, 'c'), initContainers: named(spec.initContainers, 'i'), restartPolicy: 'Never' }
}

t.test('our rules of restricted-v2 are those that the API server enforces, pod by pod', { skip }, async (t) => {
  const pods = fc.sample(pod, { numRuns: 300, seed: 20261126 })
  const found = await judgedByAdmission(bed, pods)
  const differ = pods.map((spec, index) => ({ spec, ours: restrictedV2Violations(spec, ranges), theirs: found.has(index) })).filter(({ ours, theirs }) => (ours.length > 0) !== theirs)
  t.same(differ.slice(0, 3), [])
  t.ok(found.size > 50 && found.size < 290, `${found.size} of them are refused`)
})

/** The pods that helm renders of the chart for a spec. */
async function rendered(input: HubSpecInput, openShift: boolean): Promise<JsonObject[]> {
  const { spec, secrets } = splitSecrets(completeHubSpec(input))
  const { values } = renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec, secrets: newHubSecrets(secrets), openShift })
  const file = join(bed.dir, 'values.json')
  await writeFile(file, JSON.stringify(values))
  const { stdout } = await execute(program('helm'), ['template', 'hub-1', chart, '--namespace', 'hub-1', '--kube-version', '1.33.0', '--values', file], { maxBuffer: 64 << 20 })
  return parseAllDocuments(stdout).map((document) => document.toJS() as JsonObject | null).filter((object) => object !== null && ['Deployment', 'StatefulSet', 'DaemonSet', 'Job'].includes(String(object.kind)))
    .map((object) => {
      const { restartPolicy: _policy, ...spec } = ((object!.spec as JsonObject).template as JsonObject).spec as JsonObject
      // accounts and classes of the release are not there
      const { serviceAccountName: _account, serviceAccount: _other, priorityClassName: _class, ...pod } = spec
      return pod
    })
}

t.test('no pod that helm renders of the chart for an OpenShift is refused there; without our values most are', { skip }, async (t) => {
  const host = 'lab.example.org'
  const hook = { prePuller: { hook: { enabled: true } } }
  const spec: HubSpecInput[] = [
    { security: { cloudMetadata: 'networkPolicy' }, exposure: { type: 'route', https: { type: 'offload' } }, capacity: { seats: 2 }, values: hook },
    // with the https proxy of its own
    { security: { cloudMetadata: 'networkPolicy' }, exposure: { host, https: { type: 'letsencrypt', contactEmail: 'ada@example.org' } }, values: hook },
  ]
  for (const input of spec) {
    const pods = await rendered(input, true)
    t.ok(pods.length >= 5)
    t.same([...await judgedByAdmission(bed, pods)], [])
    t.same(pods.flatMap((one) => restrictedV2Violations(one)), [], 'and none of them asks for any user at all')
  }
  const plain = await rendered(spec[0]!, false)
  t.equal((await judgedByAdmission(bed, plain)).size, plain.length, 'the control: each of the chart\'s own is refused')
})
