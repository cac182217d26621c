import fc from 'fast-check'
import t from 'tap'
import { valueAt, type JsonObject } from '../../json.ts'
import { checkInput } from '../../validate.ts'
import { checkHubSpec } from '../check.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import { completeHubSpec, patchHubSpec } from '../complete.ts'
import { disruption } from '../changes/disruption.ts'
import { completePolicy } from '../policy/policy.ts'
import { requestsOf, shapesOfSpec } from './server-shapes.ts'
import { HubSpecInputSchema, HubSpecPatchSchema, type HubSpecInput } from '../spec.ts'
import { renderValues } from '../values.ts'

const secrets = { cookieSecret: 'c', proxyToken: 'p', cryptKey: 'k', apiToken: 'a', fields: {} }
const render = (input: HubSpecInput) => renderValues({ hub: { id: 'h', tenantId: 't' }, spec: completeHubSpec(input), secrets })
const at = (input: HubSpecInput, path: string): any => valueAt(render(input).values, path.split('.'))
const faults = (input: HubSpecInput) => {
  if (checkInput(HubSpecInputSchema, input).length > 0) throw new Error('the test gives what the schema refuses')
  return checkHubSpec(completeHubSpec(input), {}).errors.map(({ pointer, code }) => `${pointer} ${code}`)
}
const warnings = (input: HubSpecInput) => checkHubSpec(completeHubSpec(input), {}).warnings.map(({ code }) => code).filter((code) => code !== 'nobody-may-log-in')

const sizes: HubSpecInput = {
  profiles: [
    { slug: 'small', displayName: 'Small', memory: { guarantee: '1G', limit: '2G' }, cpu: { guarantee: 0.5, limit: 2 } },
    { slug: 'course', displayName: 'Course', default: true, memory: { guarantee: '2G' }, options: [{ slug: 'size', displayName: 'Size', choices: [
      { slug: 'usual', displayName: 'Usual', default: true }, { slug: 'large', displayName: 'Large', memory: { guarantee: '8G', limit: '8G' } },
    ] }] },
    { slug: 'gpu', displayName: 'GPU', groups: ['vision'], gpu: 1, nodeSelector: { accelerator: 't4' } },
  ],
}

t.test('a limit below its guarantee is refused where it was set, in the hub, in a profile, in a choice', async (t) => {
  t.same(faults({ memory: { guarantee: '2G', limit: '1G' } }), ['/memory/limit below-guarantee'])
  t.same(faults({ cpu: { guarantee: 2, limit: 1 } }), ['/cpu/limit below-guarantee'])
  t.same(faults({ cpu: { limit: 1 }, values: { singleuser: { cpu: { guarantee: 2 } } } }), ['/cpu/limit below-guarantee'], 'raw values count where they win')
  t.same(faults({ memory: { limit: '2G' }, profiles: [{ slug: 'big', displayName: 'Big', memory: { guarantee: '4G' } }] }), ['/profiles/0/memory/limit below-guarantee'], 'what is left out is the hub\'s')
  const choices = [{ slug: 'a', displayName: 'A' }, { slug: 'b', displayName: 'B', memory: { guarantee: '8G' } }]
  t.same(faults({ profiles: [{ slug: 'p', displayName: 'P', memory: { limit: '4G' }, options: [{ slug: 'o', displayName: 'O', choices }] }] }), ['/profiles/0/options/0/choices/1/memory/limit below-guarantee'])
  t.same(faults(sizes), [])
})

t.test('a size that JupyterHub would refuse when a server starts is refused wherever it is', async (t) => {
  t.same(faults({ profiles: [{ slug: 'p', displayName: 'P', memory: { guarantee: '4Gi' } }] }), ['/profiles/0/memory/guarantee byte-spec'])
  t.match(checkHubSpec(completeHubSpec({ profiles: [{ slug: 'p', displayName: 'P', memory: { limit: '4Gi' } }] }), {}).errors, [{ detail: /Write 4G\./ }])
  t.same(faults({ values: { singleuser: { memory: { limit: '1Gi' } } } }), ['/values/singleuser/memory/limit byte-spec'])
})

t.test('other resources have names and amounts that Kubernetes takes; devices are whole, and their limit is their guarantee', async (t) => {
  const extra = (guarantees: Record<string, string>, limits: Record<string, string> = {}) => faults({ extraResource: { guarantees, limits } })
  t.same(extra({ 'amd.com/gpu': '1' }, { 'amd.com/gpu': '1' }), [])
  t.same(extra({}, { 'amd.com/gpu': '1' }), [])
  t.same(extra({ 'ephemeral-storage': '1Gi' }, { 'ephemeral-storage': '2Gi' }), [])
  t.same(extra({ 'amd.com/gpu': '1' }), ['/extraResource/limits/amd.com~1gpu limit-is-guarantee'])
  t.same(extra({ 'amd.com/gpu': '1' }, { 'amd.com/gpu': '2' }), ['/extraResource/limits/amd.com~1gpu limit-is-guarantee'])
  t.same(extra({ 'amd.com/gpu': '0.5' }, { 'amd.com/gpu': '0.5' }).length, 2)
  t.same(extra({ memory: '1Gi' }), ['/extraResource/guarantees/memory own-field'])
  t.same(extra({ gpu: '1' }), ['/extraResource/guarantees/gpu resource-name'])
  t.same(extra({ 'ephemeral-storage': '2Gi' }, { 'ephemeral-storage': '1Gi' }), ['/extraResource/limits/ephemeral-storage below-guarantee'])
  t.same(extra({ 'ephemeral-storage': 'lots' }), ['/extraResource/guarantees/ephemeral-storage quantity'])
  t.same(faults({ gpu: 1, extraResource: { limits: { 'nvidia.com/gpu': '1' } } }), ['/extraResource/limits/nvidia.com~1gpu twice'])
})

t.test('GPUs are asked for as Kubernetes wants it, the limit as the guarantee, and their nodes are tolerated', async (t) => {
  t.same(at({ gpu: 2 }, 'singleuser.extraResource'), { guarantees: { 'nvidia.com/gpu': '2' }, limits: { 'nvidia.com/gpu': '2' } })
  t.same(at({ gpu: 2 }, 'singleuser.extraTolerations'), [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }])
  t.equal(at({}, 'singleuser.extraResource'), undefined)
  const without = at({ gpu: 1, profiles: [{ slug: 'gpu', displayName: 'GPU' }, { slug: 'plain', displayName: 'Plain', gpu: 0 }] }, 'singleuser.profileList')[1].kubespawner_override
  t.same(without.extra_resource_limits, { 'nvidia.com/gpu': null }, 'null takes away what is below')
  t.notOk(without.tolerations.some(({ key }: { key: string }) => key === 'nvidia.com/gpu'))
})

t.test('profiles and their options are told apart, and what people choose is clear', async (t) => {
  const profile = (more: object = {}) => ({ slug: 'p', displayName: 'P', ...more })
  const choice = (slug: string, more: object = {}) => ({ slug, displayName: slug, ...more })
  const option = (slug: string, choices: object[], more: object = {}) => ({ slug, displayName: slug, choices, ...more })
  const of = (...profiles: object[]) => faults({ profiles } as HubSpecInput)
  t.same(of(profile(), profile()), ['/profiles/1/slug duplicate'])
  t.same(of(profile({ default: true }), profile({ slug: 'q', default: true })), ['/profiles/1/default one-default'])
  t.same(of(profile({ options: [option('a', [choice('x'), choice('x')])] })), ['/profiles/0/options/0/choices/1/slug duplicate'])
  t.same(of(profile({ options: [option('profile', [choice('x')])] })), ['/profiles/0/options/0/slug reserved'])
  t.same(of(profile({ options: [option('a', [choice('x', { gpu: 1 })]), option('b', [choice('x', { tolerations: [{ operator: 'Exists' }] })])] })), ['/profiles/0/options/1 overlap'])
  t.same(of(profile({ options: [option('a', [choice('x', { environment: { A: '1', B: '1' } })]), option('b', [choice('x', { environment: { B: '2' } })])] })), ['/profiles/0/options/1 overlap'], 'the same variable')
  t.same(of(profile({ options: [option('a', [choice('x', { environment: { A: '1' } })]), option('b', [choice('x', { environment: { B: '2' } })])] })), [])
  t.same(of(profile({ options: [option('a', [choice('x')], { unlistedChoice: { displayName: 'Other', validationRegex: '(' } })] })), ['/profiles/0/options/0/unlistedChoice/validationRegex regex'])
  const ten = Array.from({ length: 10 }, (_, i) => choice(`c${i}`))
  t.same(of(profile({ options: [option('a', ten), option('b', ten), option('c', ten)] })), ['/profiles/0/options too-many'])
  t.same(faults({ profiles: [profile()], values: { singleuser: { profileList: [] } } }), ['/values/singleuser/profileList twice'])
})

t.test('labels, taints and priorities are as Kubernetes takes them', async (t) => {
  t.same(faults({ scheduling: { nodeSelector: { 'a b': 'c' } } }), ['/scheduling/nodeSelector/a b label'])
  t.same(faults({ scheduling: { nodeSelector: { 'x.org/y': '-' } } }), ['/scheduling/nodeSelector/x.org~1y label'])
  t.same(faults({ scheduling: { tolerations: [{ value: 'x' }, { key: 'a', operator: 'Exists', value: 'x' }, { operator: 'Exists' }, { key: 'a', value: 'b' }] } }), ['/scheduling/tolerations/0/key required', '/scheduling/tolerations/1/value not-used'])
  t.same(faults({ values: { scheduling: { podPriority: { userPlaceholderPriority: 0 } } } }), ['/values/scheduling/podPriority/userPlaceholderPriority priority'])
  t.same(warnings({ values: { scheduling: { podPriority: { userPlaceholderPriority: -11 } } } }), ['seats-add-no-nodes'], 'an autoscaler ignores pods below -10')
  t.same(warnings({}), [])
})

t.test('a CPU limit without a guarantee is warned of once, where it was set: Kubernetes reserves all of it', async (t) => {
  const pointers = (input: HubSpecInput) => checkHubSpec(completeHubSpec(input), {}).warnings.filter(({ code }) => code === 'limit-reserves').map(({ pointer }) => pointer)
  const a = { slug: 'a', displayName: 'A' }
  t.same(pointers({ cpu: { limit: 2 } }), ['/cpu/limit'])
  t.same(pointers({ cpu: { limit: 2 }, profiles: [a, { ...a, slug: 'b' }] }), ['/cpu/limit'])
  t.same(pointers({ profiles: [a, { ...a, slug: 'b', cpu: { limit: 2 } }] }), ['/profiles/1/cpu/limit'])
  t.same(pointers({ cpu: { limit: 2, guarantee: 0.5 } }), [])
})

t.test('a strict policy leaves placement to the platform, however it is said, but not the purpose of nodes or GPUs', async (t) => {
  const denied = (input: HubSpecInput, policy = completePolicy({})) => checkPolicy(completeHubSpec(input), policy).map(({ pointer }) => pointer)
  t.same(denied({ scheduling: { nodeSelector: { a: 'b' }, tolerations: [{ operator: 'Exists' }] } }), ['/scheduling/nodeSelector', '/scheduling/tolerations'])
  t.same(denied(sizes), ['/profiles/2/nodeSelector'])
  t.same(denied(sizes, completePolicy({ allow: { placement: true } })), [])
  t.same(denied({ gpu: 1, scheduling: { userPods: { matchNodePurpose: 'require' }, userScheduler: false } }), [])
  const images: HubSpecInput = { profiles: [
    { slug: 'a', displayName: 'A', image: { name: 'quay.io/jupyter/base', tag: '1' } }, { slug: 'b', displayName: 'B', image: { name: 'evil/x', tag: '1' } },
    { slug: 'c', displayName: 'C', options: [{ slug: 'i', displayName: 'I', choices: [{ slug: 'x', displayName: 'X' }], unlistedChoice: { displayName: 'O', validationRegex: 'quay.*' } }] },
  ] }
  t.same(denied(images, completePolicy({ allowedImages: ['quay.io/jupyter/*'] })), ['/profiles/1/image/name', '/profiles/2/options/0/unlistedChoice'])
})

t.test('a seat has the size and the place of a server of the default profile with its default choices', async (t) => {
  t.same(at(sizes, 'scheduling.userPlaceholder.resources'), { requests: { memory: String(2 * 2 ** 30) } })
  const onGpus: HubSpecInput = { profiles: sizes.profiles!.map((profile) => ({ ...profile, default: profile.slug === 'gpu' })) }
  t.equal(at(onGpus, 'scheduling.userPlaceholder.resources.requests')['nvidia.com/gpu'], '1')
  t.same(at(onGpus, 'singleuser.nodeSelector'), { accelerator: 't4' }, 'the chart puts seats where the hub\'s own values say')
  const [small] = at(onGpus, 'singleuser.profileList')
  t.same(small.kubespawner_override.node_selector, { accelerator: null }, 'and what goes elsewhere takes that away')
  t.same(small.kubespawner_override.tolerations.map(({ key }: { key: string }) => key), ['hub.jupyter.org/dedicated', 'hub.jupyter.org_dedicated'])
})

t.test('texts that people read cannot bring a script into the page of the hub', async (t) => {
  const [profile] = at({ profiles: [{ slug: 'x', displayName: '<script>alert("1")</script>', description: 'a & b' }] }, 'singleuser.profileList')
  t.notMatch(JSON.stringify(profile), /[<>]/)
  t.equal(profile.description, 'a &#38; b')
})

t.test('the code that the hub runs for profiles is the same whatever a spec says, and is there only where it is needed', async (t) => {
  const code = (input: HubSpecInput) => at(input, 'hub.extraConfig.hubfleet-profiles')
  t.equal(code({}), undefined)
  t.equal(code({ profiles: [{ slug: 'a', displayName: 'A' }] }), undefined)
  const grouped = (group: string): HubSpecInput => ({ profiles: [{ slug: 'a', displayName: 'A', groups: [group] }], values: { hub: { extraConfig: { 'hubfleet-profiles': 'c.x = 1' } } } })
  t.same(code(grouped('one')), code(grouped('"); import os #')))
  t.equal(render(grouped('one')).origins['/hub/extraConfig/hubfleet-profiles'], 'enforced')
  t.same(at(grouped('"'), 'custom.hubfleet.profiles'), [{ slug: 'a', groups: ['"'], options: [] }])
})

t.test('what servers ask for follows the profile and the choices over it, and a limit alone is a request', async (t) => {
  const shapes = shapesOfSpec(completeHubSpec(sizes))
  t.same(shapes.map(({ profile, choices, default: first }) => [profile, choices, first]), [['course', { size: 'usual' }, true], ['small', {}, false], ['course', { size: 'large' }, false], ['gpu', {}, false]])
  t.same(shapes.map((shape) => requestsOf(shape).memoryBytes / 2 ** 30), [2, 1, 8, 1])
  t.same(requestsOf(shapes[3]!).extra, { 'nvidia.com/gpu': 1 })
  t.equal(requestsOf(shapesOfSpec(completeHubSpec({ cpu: { limit: 2 } }))[0]!).cpu, 2)
  const raw: HubSpecInput = { values: { singleuser: { profileList: [{ display_name: 'A', kubespawner_override: { mem_guarantee: '3G' } }] } } }
  t.equal(requestsOf(shapesOfSpec(completeHubSpec(raw))[0]!).memoryBytes, 3 * 2 ** 30, 'a raw list is read as well')
})

t.test('choices that differ in the image alone are one shape', async (t) => {
  const image = (tag: string) => ({ slug: tag, displayName: tag, image: { name: 'x', tag } })
  t.equal(shapesOfSpec(completeHubSpec({ profiles: [{ slug: 'p', displayName: 'P', options: [{ slug: 'i', displayName: 'I', choices: [image('1'), image('2')] }] }] })).length, 1)
})

t.test('a shape never asks for less than nothing, and a larger guarantee in a profile makes only that profile larger', async () => {
  const size = fc.integer({ min: 1, max: 64 })
  fc.assert(fc.property(size, size, size, (hub, one, more) => {
    const shapes = (guarantee: number) => Object.fromEntries(shapesOfSpec(completeHubSpec({ memory: { guarantee: `${hub}G` }, profiles: [{ slug: 'a', displayName: 'A', memory: { guarantee: `${guarantee}G` } }, { slug: 'b', displayName: 'B' }] }))
      .map((shape) => [shape.profile, requestsOf(shape).memoryBytes]))
    return shapes(one).a === one * 2 ** 30 && shapes(one + more).a! > shapes(one).a! && shapes(one).b === hub * 2 ** 30
  }))
})

t.test('a patch of the selector adds a label and takes one away', async (t) => {
  const spec = completeHubSpec({ scheduling: { nodeSelector: { a: '1', b: '2' } } })
  const patch = { scheduling: { nodeSelector: { a: null, c: '3' } } }
  t.same(checkInput(HubSpecPatchSchema, patch), [])
  t.same(patchHubSpec(spec, patch as never).scheduling.nodeSelector, { b: '2', c: '3' })
  t.same(patchHubSpec(spec, { scheduling: null }).scheduling, completeHubSpec({}).scheduling)
})

t.test('what schedules servers is in the values that the chart knows', async (t) => {
  const input: HubSpecInput = { scheduling: { userPods: { matchNodePurpose: 'require' }, corePods: { matchNodePurpose: 'ignore' }, userScheduler: false, concurrentSpawnLimit: 100, startTimeoutSeconds: 600, nodeSelector: { a: 'b' }, tolerations: [{ key: 'x', operator: 'Exists' }] } }
  const { values } = render(input)
  t.match(values, {
    hub: { concurrentSpawnLimit: 100 }, singleuser: { startTimeout: 600, nodeSelector: { a: 'b' }, extraTolerations: [{ key: 'x', operator: 'Exists' }] },
    scheduling: { userScheduler: { enabled: false }, userPods: { nodeAffinity: { matchNodePurpose: 'require' } }, corePods: { nodeAffinity: { matchNodePurpose: 'ignore' } }, podPriority: { enabled: true } },
  } as JsonObject)
})

t.test('a change of profiles restarts the hub alone, and holds for servers that start afterwards', async (t) => {
  const running = (input: HubSpecInput) => ({ spec: completeHubSpec(input), values: render(input).values })
  const grouped: HubSpecInput = { profiles: sizes.profiles!.map((profile) => ({ ...profile, groups: ['staff'] })) }
  for (const [before, after] of [[{}, sizes], [sizes, grouped], [{}, { gpu: 1 }]] as const) {
    t.match(disruption(running(before), running(after)), { restarts: ['hub'], disconnectsUsers: false, newServersOnly: true, addressChanges: false })
  }
  t.same(disruption(running({}), running({ scheduling: { corePods: { matchNodePurpose: 'require' } } })).restarts, ['hub', 'proxy', 'user-scheduler'], 'where core pods run moves them')
})

t.test('a spec of before these fields runs as it did', async (t) => {
  const { extraResource: _extra, profiles: _profiles, scheduling: _scheduling, ...older } = completeHubSpec({ memory: { guarantee: '2G' } })
  t.same(completeHubSpec(older), completeHubSpec({ memory: { guarantee: '2G' } }))
  t.same(patchHubSpec(older as never, { cpu: { guarantee: 1 } }), completeHubSpec({ memory: { guarantee: '2G' }, cpu: { guarantee: 1 } }))
})

t.test('a profile and a choice begin where they say, with their variables', (t) => {
  const [profile] = at({ profiles: [{ slug: 'r', displayName: 'R', defaultUrl: '/rstudio', workingDirectory: '/home/jovyan/r', environment: { A: '1' }, options: [
    { slug: 'o', displayName: 'O', choices: [{ slug: 'lab', displayName: 'Lab', environment: { B: '2' } }] },
  ] }] }, 'singleuser.profileList')
  t.match(profile, { kubespawner_override: { default_url: '/rstudio', working_dir: '/home/jovyan/r', environment: { A: '1' } }, profile_options: { o: { choices: { lab: { kubespawner_override: { environment: { B: '2' } } } } } } })
  for (const wrong of [{ defaultUrl: 'lab' }, { environment: { '1A': 'x' } }, { workingDirectory: 'x' }]) t.ok(checkInput(HubSpecInputSchema, { profiles: [{ slug: 'r', displayName: 'R', ...wrong }] }).length > 0)
  t.end()
})
