import t from 'tap'
import { completeHubSpec, fileSharesOf, newHubSecrets, renderValues, requestsOf, serverShapes, splitSecrets, valueAt, type HubSpecInput, type JsonObject } from '../../packages/core/src/index.ts'
import { skipWithoutJupyterHub } from './programs.ts'
import { serverPods } from './server-pods.ts'

t.setTimeout(120_000)

function rendered(input: HubSpecInput) {
  const { spec, secrets } = splitSecrets(completeHubSpec({ security: { cloudMetadata: 'networkPolicy' }, ...input }))
  return { spec, values: renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec, secrets: newHubSecrets(secrets) }).values }
}
interface Pod { metadata: JsonObject; spec: { containers: any[]; volumes: any[]; tolerations: any[]; nodeSelector?: JsonObject; priorityClassName?: string; schedulerName?: string } }
const podsOf = async (hubs: { input: HubSpecInput; profile?: string }[]) => (await serverPods(hubs.map(({ input, profile }) => ({ values: rendered(input).values, profile })))) as unknown as Pod[]

const gib = 2 ** 30
const sizes = [{ slug: 'small', displayName: 'Small' }, { slug: 'large', displayName: 'Large', default: true, memory: { guarantee: '3G', limit: '4G' } }]
const course: HubSpecInput = {
  memory: { guarantee: '1.5G', limit: '2G' }, cpu: { guarantee: 0.25, limit: 2 },
  profiles: [
    { slug: 'usual', displayName: 'Usual', default: true, options: [{ slug: 'size', displayName: 'Size', choices: sizes }] },
    { slug: 'gpu', displayName: 'GPU', gpu: 2, extraResource: { guarantees: { 'ephemeral-storage': '1Gi' }, limits: { 'ephemeral-storage': '4Gi' } }, nodeSelector: { accelerator: 'l4' } },
  ],
}

t.test('what is reserved for a server, in each profile, is what the official chart\'s hub asks for, and a seat holds the default one', { skip: skipWithoutJupyterHub() }, async (t) => {
  const [usual, gpu] = await podsOf([{ input: course }, { input: course, profile: 'gpu' }]) as [Pod, Pod]
  const { values } = rendered(course)
  const shapes = serverShapes(values)
  const of = ({ spec: { containers: [notebook] } }: Pod) => notebook.resources
  t.same(Number(of(usual).requests.memory), 3 * gib, 'the default choice')
  t.same(Number(of(usual).limits.memory), 4 * gib)
  t.match(of(gpu), { requests: { memory: 1.5 * gib, 'nvidia.com/gpu': '2', 'ephemeral-storage': '1Gi' }, limits: { 'nvidia.com/gpu': '2', 'ephemeral-storage': '4Gi' } })
  for (const [pod, shape] of [[usual, shapes[0]!], [gpu, shapes.find(({ profile }) => profile === 'gpu')!]] as const) {
    t.same({ memoryBytes: Number(of(pod).requests.memory), cpu: Number(of(pod).requests.cpu) }, { memoryBytes: requestsOf(shape).memoryBytes, cpu: requestsOf(shape).cpu })
  }
  t.match(valueAt(values, ['scheduling', 'userPlaceholder', 'resources']), { requests: { memory: String(3 * gib), cpu: '0.25' }, limits: { memory: String(4 * gib), cpu: '2' } }, 'and no seat is smaller than who takes it')
  t.same(gpu.spec.nodeSelector, { accelerator: 'l4' })
  t.ok(gpu.spec.tolerations.some(({ key }) => key === 'nvidia.com/gpu'))
  t.notOk(usual.spec.tolerations.some(({ key }) => key === 'nvidia.com/gpu'))
  t.ok(usual.spec.priorityClassName, 'a server has the class before which seats make room')
})

t.test('homes, shared folders and the hook are in the pod as the spec has them', { skip: skipWithoutJupyterHub() }, async (t) => {
  const nfs = { server: 'files.example.org', path: '/exports/lab' }
  const hubs: HubSpecInput[] = [
    { storage: { capacity: '5Gi', storageClass: 'fast', shared: [{ name: 'data', claim: 'course-data', subPath: 'spring' }, { name: 'archive', nfs }] }, home: { contents: '/srv/app/src', gitRepository: { url: 'https://example.org/course.git' } } },
    { storage: { type: 'static', static: { nfs, subPath: 'home/{username}' } } },
    { storage: { type: 'none' } },
  ]
  const [dynamic, shared, none] = await podsOf(hubs.map((input) => ({ input }))) as [Pod, Pod, Pod]
  const mounts = (pod: Pod) => pod.spec.containers[0].volumeMounts as { name: string; mountPath: string; readOnly?: boolean; subPath?: string }[]

  const own = dynamic.spec.volumes.find(({ persistentVolumeClaim: claim }) => /^claim-person/.test(claim?.claimName))
  t.ok(own)
  t.match(mounts(dynamic).find(({ name }) => name === own.name), { mountPath: '/home/jovyan' })
  const folders = mounts(dynamic).filter(({ name }) => name !== own.name)
  t.same(folders.map(({ mountPath }) => mountPath), ['/home/jovyan/shared/data', '/home/jovyan/shared/archive'])
  t.ok(folders.every(({ readOnly }) => readOnly), 'nobody writes there')
  const claims = dynamic.spec.volumes.filter((volume) => volume !== own).map(({ persistentVolumeClaim: claim }) => claim)
  t.same(claims.map(({ claimName }) => claimName).sort(), ['course-data', fileSharesOf(rendered(hubs[0]!).spec.storage)[0]!.claim].sort())
  t.ok(claims.every(({ readOnly }) => readOnly))
  t.same(dynamic.spec.containers[0].lifecycle.postStart.exec.command, valueAt(rendered(hubs[0]!).values, ['singleuser', 'lifecycleHooks', 'postStart', 'exec', 'command']), 'the spawner expands nothing in the hook')

  t.match(shared.spec.volumes, [{ persistentVolumeClaim: { claimName: fileSharesOf(rendered(hubs[1]!).spec.storage)[0]!.claim } }])
  t.match(mounts(shared), [{ mountPath: '/home/jovyan', subPath: /^home\/person\d$/ }])
  t.same(none.spec.volumes, [])
})
