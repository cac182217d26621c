import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import t from 'tap'
import { stringify } from 'yaml'
import { checkHubSpec } from '../hub/check.ts'
import { completeHubSpec } from '../hub/complete.ts'
import type { Profile } from '../hub/servers/profiles.ts'
import { shapesOfSpec, type ServerShape } from '../hub/servers/server-shapes.ts'
import type { HubSpecInput } from '../hub/spec.ts'
import { canonicalJson, valueAt, type JsonObject } from '../json.ts'
import { parseByteSpec } from '../units.ts'
import { convertConfig } from './convert.ts'

/* Profiles as hubs have them, in invented files of our own. */

const folder = process.env['HUBFLEET_TEST_CHART'] ?? new URL('../../../cluster/chart/jupyterhub', import.meta.url).pathname
const chart = { version: '4.4.0', schema: JSON.parse(readFileSync(`${folder}/values.schema.json`, 'utf8')) as JsonObject, digest: 'profiles' }

function convert(text: string) {
  const { spec, notes } = convertConfig(text, chart)
  const told = notes.filter(({ line }) => line !== null).map(({ line, kind, from, to }) => `${line} ${kind} ${from}${to ? ` -> ${to}` : ''}`)
  return { spec, notes, told, list: valueAt(spec.values, ['singleuser', 'profileList']) }
}
const withProfiles = (profiles: string, more = ''): string => `singleuser:\n  profileList:\n${profiles.trim().split('\n').map((line) => `    ${line}`).join('\n')}\n${more}`

t.test('a list as guides have it becomes typed profiles, and its line is told', async (t) => {
  const { spec, list, told } = convert(withProfiles(`
- display_name: "Small &amp; quick"
  description: For a first look
  default: true
- display_name: Learning machines
  slug: gpu
  kubespawner_override:
    image: registry.example.edu:5000/ml:2026.1
    image_pull_policy: Always
    mem_guarantee: 8G
    mem_limit: 17179869184
    cpu_limit: 4
    extra_resource_limits: { nvidia.com/gpu: "1" }
    node_selector: { pool: gpu }
    environment: { SHM: large }
    default_url: /lab
    working_dir: /home/jovyan/course
`))
  t.same(spec.profiles, [
    { slug: 'small-quick', displayName: 'Small & quick', description: 'For a first look', default: true },
    { slug: 'gpu', displayName: 'Learning machines', image: { name: 'registry.example.edu:5000/ml', tag: '2026.1', pullPolicy: 'Always' }, memory: { guarantee: '8G', limit: '16777216K' }, cpu: { limit: 4 }, gpu: 1,
      nodeSelector: { pool: 'gpu' }, environment: { SHM: 'large' }, defaultUrl: '/lab', workingDirectory: '/home/jovyan/course' },
  ])
  t.equal(list, undefined)
  t.ok(told.includes('2 typed singleuser.profileList -> spec.profiles'), told.join(' | '))
  t.same(checkHubSpec(completeHubSpec({ ...spec, access: { users: ['ada'] } }), {}).errors, [])
})

t.test('options, choices and a typed image too, with what KubeSpawner took for the default', async (t) => {
  const { spec, told } = convert(withProfiles(`
- display_name: Course
  profile_options:
    image:
      display_name: Image
      dynamic_image_building: { enabled: true }
      unlisted_choice:
        enabled: true
        display_name: Own image
        validation_regex: '^.+:.+$'
        validation_message: Of the form <image>:<tag>
        kubespawner_override: { image: "{value}" }
      choices:
        r: { display_name: R, kubespawner_override: { image: "quay.io/jupyter/r-notebook:1.0", default_url: /rstudio } }
        python: { display_name: Python, description: usual, kubespawner_override: { image: quay.io/jupyter/scipy-notebook } }
    size:
      display_name: Size
      choices:
        mem_15: { display_name: 15 GB, kubespawner_override: { mem_limit: 15G } }
        mem_2: { display_name: 2 GB, default: true, kubespawner_override: { mem_limit: 2G } }
`))
  const [image, size] = (spec.profiles as Profile[])[0]!.options!
  t.same(image, {
    slug: 'image', displayName: 'Image', unlistedChoice: { displayName: 'Own image', validationRegex: '.+:.+', validationMessage: 'Of the form <image>:<tag>' },
    choices: [
      { slug: 'r', displayName: 'R', image: { name: 'quay.io/jupyter/r-notebook', tag: '1.0' }, defaultUrl: '/rstudio' },
      { slug: 'python', displayName: 'Python', default: true, image: { name: 'quay.io/jupyter/scipy-notebook', tag: 'latest' } },
    ],
  })
  t.same(size!.choices.map(({ slug, default: first }) => [slug, first]), [['mem-15', undefined], ['mem-2', true]])
  t.ok(told.some((line) => line.startsWith('7 removed singleuser.profileList.0.profile_options.image.dynamic_image_building')), told.join(' | '))
  t.ok(told.some((line) => line.startsWith('16 removed singleuser.profileList.0.profile_options.image.choices.python.description')), told.join(' | '))
})

t.test('groups that only code of one\'s own saw to are groups, and it is told that they were not by themselves', async (t) => {
  const { spec, notes } = convert(withProfiles('- display_name: a\n  allowed_groups: ["org:staff"]\n- display_name: b\n  allowed_teams: ["org:all", "org:staff"]'))
  t.match(spec.profiles, [{ groups: ['org:staff'] }, { groups: ['org:all', 'org:staff'] }])
  t.match(notes.find(({ from }) => from.endsWith('.allowed_groups')), { kind: 'changed', line: 4, to: 'spec.profiles', message: /to everybody/ })
})

t.test('what no field means keeps the whole list raw, and each such place is told with its line', async (t) => {
  const raw = (profiles: string, more = '') => {
    const { spec, told, list } = convert(withProfiles(profiles, more))
    t.equal(spec.profiles, undefined)
    t.ok(Array.isArray(list))
    return told.filter((line) => line.includes(' raw ')).map((line) => line.replace('singleuser.profileList.', '').replace(' -> spec.values.singleuser.profileList', ''))
  }
  t.same(raw('- display_name: a\n- display_name: b\n  kubespawner_override:\n    init_containers: []\n    volume_mounts: []'), ['6 raw 1.kubespawner_override.init_containers', '7 raw 1.kubespawner_override.volume_mounts'])
  t.same(raw('- display_name: <b>a</b>'), ['3 raw 0.display_name'])
  t.same(raw(`- display_name: a\n  kubespawner_override: { image: "a/b@sha256:${'a'.repeat(64)}" }`), ['4 raw 0.kubespawner_override.image'])
  t.same(raw('- display_name: a\n  profile_options:\n    o: { display_name: o, choices: { x: { display_name: x, allowed_groups: [y] } } }'), ['5 raw 0.profile_options.o.choices.x.allowed_groups'])
  t.same(raw('- display_name: a', 'hub:\n  extraConfig:\n    by-team: c.KubeSpawner.profile_list = by_team\n'), ['2 raw singleuser.profileList'])
  t.same(raw('- display_name: a\n  icon: a.svg', 'hub: { image: { name: a, tag: b } }\n'), ['4 raw 0.icon'])
  t.same(raw(`- display_name: ${'a'.repeat(300)}`), ['3 raw 0'], 'what a field refuses')
})

t.test('null takes away what all servers have, which a profile cannot; where nothing is, it does nothing', async (t) => {
  t.match(convert(withProfiles('- display_name: a\n  kubespawner_override: { mem_guarantee: null }')).notes.filter(({ kind }) => kind === 'raw'), [{ message: /takes away/ }])
  t.match(convert(withProfiles('- display_name: a\n  kubespawner_override: { mem_limit: null, cpu_guarantee: 0 }')).spec.profiles, [{ slug: 'a' }])
})

const sizes = fc.constantFrom('512M', '1G', '2G', '1.5G', 3_221_225_472, 1_000_000_001)
const override = fc.record({
  mem_guarantee: sizes, mem_limit: fc.constantFrom('8G', '16G'), cpu_guarantee: fc.constantFrom(0.5, 1), cpu_limit: fc.constantFrom(2, 4), image: fc.constantFrom('a/b', 'a/b:1', 'localhost:5000/a:x'),
  extra_resource_limits: fc.constantFrom({ 'nvidia.com/gpu': '1' }, { 'nvidia.com/gpu': 2, 'example.org/fpga': '1' }), node_selector: fc.constantFrom({ pool: 'a' }, { zone: 'b', pool: 'c' }),
  environment: fc.constant({ A: 'x' }), default_url: fc.constant('/lab'),
}, { requiredKeys: [] })
/** Of two options that set the same thing, one would win unseen: typed profiles have no such. */
const optionsOf = fc.record({
  size: fc.record({ display_name: fc.constant('Size'), choices: fc.dictionary(fc.constantFrom('m_2', 'm_15', 'a', 'z'), fc.record({ display_name: fc.constant('x'), default: fc.constant(true), kubespawner_override: fc.record({ mem_guarantee: sizes }) }, { requiredKeys: ['display_name', 'kubespawner_override'] }), { minKeys: 1 }) }),
  place: fc.record({ display_name: fc.constant('Place'), choices: fc.dictionary(fc.constantFrom('eu', 'us'), fc.record({ display_name: fc.constant('x'), kubespawner_override: fc.record({ node_selector: fc.constantFrom({ region: 'eu' }, { region: 'us' }) }) }), { minKeys: 1 }) }),
}, { requiredKeys: [] }).map((options) => {
  const { choices } = options.size ?? {}
  const seen = Object.values(choices ?? {}).filter((choice) => choice.default)
  for (const more of seen.slice(1)) delete more.default
  return options
})
const lists = fc.array(fc.record({ display_name: fc.constantFrom('A', 'B', 'Größe', '日本'), kubespawner_override: override, profile_options: optionsOf }, { requiredKeys: ['display_name'] }), { minLength: 1, maxLength: 4 })

/** What a server asks of its node, whatever profiles and choices are called. */
function asked(spec: HubSpecInput): string[] {
  const memory = (size: string | number | null) => (size === null ? null : parseByteSpec(size))
  return shapesOfSpec(completeHubSpec(spec)).map(({ index, memory: { guarantee, limit }, cpu, extra, nodeSelector }: ServerShape) => canonicalJson({
    // of an extended resource that has a limit only, Kubernetes takes that as the guarantee
    index, guarantee: memory(guarantee), limit: memory(limit), cpu, nodeSelector, extra: [extra.limits, { ...extra.limits, ...extra.guarantees }].map((table) => Object.entries(table).map(([name, amount]) => [name, String(amount)]).toSorted()),
  })).toSorted()
}

t.test('servers of typed profiles ask for what those of the file did, and no profile or choice is lost', async () => {
  fc.assert(fc.property(lists, (list) => {
    const { spec } = convert(stringify({ singleuser: { profileList: list } }))
    const profiles = spec.profiles as Profile[]
    return canonicalJson(asked(spec)) === canonicalJson(asked({ values: { singleuser: { profileList: list } } }))
      && profiles.every(({ displayName, options = [] }, index) => displayName === list[index]!.display_name
        && options.every(({ choices }, at) => choices.length === Object.keys(Object.values(list[index]!.profile_options!)[at]!.choices).length))
      && new Set(profiles.map(({ slug }) => slug)).size === list.length
  }))
})
