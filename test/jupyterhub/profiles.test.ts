import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { json, text } from 'node:stream/consumers'
import t from 'tap'
import { completeHubSpec, renderValues, type HubSpecInput } from '../../packages/core/src/index.ts'
import { python, skipWithoutJupyterHub } from './programs.ts'

t.setTimeout(60_000)

interface Person { name: string; groups: string[]; options: Record<string, string> }
interface Seen { form: string; image: string; resources: { requests: Record<string, unknown>; limits: Record<string, unknown> }; nodeSelector: Record<string, string> | null; tolerations: string[]; status?: number; message?: string; refused?: string }

/** What the chart 4.4.0 has by itself and KubeSpawner needs here. */
const chartTolerations = ['hub.jupyter.org/dedicated', 'hub.jupyter.org_dedicated'].map((key) => ({ key, operator: 'Equal', value: 'user', effect: 'NoSchedule' }))

/** The real KubeSpawner with the values of a hub: the form and the pod that each person gets. */
async function look(spec: HubSpecInput, people: Person[]): Promise<Seen[]> {
  const secrets = { cookieSecret: 'c', proxyToken: 'p', cryptKey: 'k', apiToken: 'a', fields: {} }
  const { values } = renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec: completeHubSpec(spec), secrets }) as { values: Record<string, any> }
  values['scheduling'].userPods = { tolerations: chartTolerations, ...values['scheduling'].userPods }
  const child = spawn(python('python'), [join(import.meta.dirname, 'profiles.py')], { stdio: ['pipe', 'pipe', 'pipe'] })
  // helm hands the values over with sorted keys
  child.stdin.end(JSON.stringify({ values: sorted(values), people }))
  const [seen, error] = await Promise.all([json(child.stdout).catch(() => null), text(child.stderr)])
  if (seen === null) throw new Error(error)
  return seen as Seen[]
}

const sorted = (value: unknown): unknown => (Array.isArray(value) ? value.map(sorted)
  : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)])) : value)

const person = (name: string, groups: string[] = [], options: Record<string, string> = {}): Person => ({ name, groups, options })
const gib = 2 ** 30

const spec: HubSpecInput = {
  memory: { guarantee: '1G', limit: '2G' }, scheduling: { nodeSelector: { region: 'here' } },
  profiles: [
    { slug: 'course', displayName: 'The <course>', default: true, nodeSelector: { pool: 'course' }, options: [
      { slug: 'size', displayName: 'Size', choices: [
        { slug: 'small', displayName: 'Small' }, { slug: 'medium', displayName: 'Medium', default: true, memory: { guarantee: '4G', limit: '4G' } }, { slug: 'large', displayName: 'Large', memory: { guarantee: '8G', limit: '8G' }, nodeSelector: { pool: 'large' } },
      ] },
      { slug: 'image', displayName: 'Image', choices: [{ slug: 'base', displayName: 'Base', image: { name: 'quay.io/jupyter/base-notebook', tag: 'v1' } }], unlistedChoice: { displayName: 'Another', validationRegex: 'quay\\.io/jupyter/[a-z\\-]+:[a-z0-9]+' } },
    ] },
    { slug: 'vision', displayName: 'Vision', groups: ['vision', 'staff'], gpu: 1, nodeSelector: { accelerator: 't4' } },
  ],
}

t.test('profiles in the real KubeSpawner', { skip: skipWithoutJupyterHub() }, async (t) => {
  const [student, member, admin, sneaky] = await look(spec, [person('student'), person('member', ['vision']), person('staff', ['staff', 'other'], { profile: 'vision' }), person('sneaky', ['visionary'], { profile: 'vision' })]) as [Seen, Seen, Seen, Seen]

  t.test('a profile with groups is shown to their members only, and cannot be had by asking for it', async (t) => {
    t.match(student.form, 'The &#60;course&#62;')
    t.notMatch(student.form, 'Vision')
    t.match(member.form, 'Vision')
    t.match(sneaky.refused, /No such profile: vision/)
    t.match(admin.resources, { requests: { 'nvidia.com/gpu': '1' }, limits: { 'nvidia.com/gpu': '1' } })
  })

  t.test('who chooses nothing gets the default profile with its default choices', async (t) => {
    t.match(student, { image: 'quay.io/jupyter/base-notebook:v1', resources: { requests: { memory: 4 * gib }, limits: { memory: 4 * gib } }, nodeSelector: { region: 'here', pool: 'course' } })
  })

  t.test('another profile goes to its own nodes, and tolerates what they are tainted with', async (t) => {
    t.same(admin.nodeSelector, { region: 'here', accelerator: 't4' })
    t.same(admin.tolerations, ['hub.jupyter.org/dedicated', 'hub.jupyter.org_dedicated', 'nvidia.com/gpu'])
    t.same(student.tolerations, ['hub.jupyter.org/dedicated', 'hub.jupyter.org_dedicated'])
    t.match(admin.resources, { requests: { memory: gib }, limits: { memory: 2 * gib } }, 'what it leaves out is the hub\'s')
  })

  t.test('choices stand in the order of the spec, whatever helm does to it', async (t) => {
    t.same([...student.form.matchAll(/<option value="([\w-]+)"/g)].map(([, choice]) => choice), ['small', 'medium', 'large', 'base', 'unlisted-choice'])
  })

  t.test('what is chosen holds over the profile', async (t) => {
    const [large, small] = await look(spec, [person('a', [], { profile: 'course', size: 'large' }), person('b', [], { profile: 'course', size: 'small' })]) as [Seen, Seen]
    t.match(large, { resources: { requests: { memory: 8 * gib }, limits: { memory: 8 * gib } }, nodeSelector: { region: 'here', pool: 'large' } })
    t.match(small, { resources: { requests: { memory: gib }, limits: { memory: 2 * gib } } })
  })

  t.test('an image that is typed must match from its beginning to its end', async (t) => {
    const typed = (image: string) => person(image.replace(/\W/g, ''), [], { profile: 'course', 'image--unlisted-choice': image })
    const [good, bad] = await look(spec, [typed('quay.io/jupyter/r-notebook:v2'), typed('quay.io/jupyter/r-notebook:v2/../evil')]) as [Seen, Seen]
    t.equal(good.image, 'quay.io/jupyter/r-notebook:v2')
    t.match(bad.refused, /failed validation regex/)
  })

  t.test('who may use no profile is told so, and gets no server at all', async (t) => {
    const closed: HubSpecInput = { profiles: [{ slug: 'a', displayName: 'A', groups: ['a'] }] }
    const [outsider, insider] = await look(closed, [person('o'), person('i', ['a'])]) as [Seen, Seen]
    t.match(outsider, { status: 403, message: /in none of the groups/ })
    t.match(insider.form, '<h3>A</h3>')
  })

  t.test('a hub\'s GPUs are taken away by a profile without any', async (t) => {
    const [plain] = await look({ gpu: 1, profiles: [{ slug: 'gpu', displayName: 'GPU' }, { slug: 'plain', displayName: 'Plain', gpu: 0 }] }, [person('p', [], { profile: 'plain' })]) as [Seen]
    t.same(plain.resources.limits, {})
    t.same(plain.tolerations, ['hub.jupyter.org/dedicated', 'hub.jupyter.org_dedicated'])
  })
})
