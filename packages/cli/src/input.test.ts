import t from 'tap'
import type { ApiCommand } from './api-command.ts'
import { UsageError } from './errors.ts'
import { commands } from './generated/commands.ts'
import { readInput, type InputOptions } from './input.ts'
import { world, type WorldOptions } from './testing.ts'

const command = (id: string): ApiCommand => commands.find((each) => each.id === id)!
const none: InputOptions = { flags: {}, set: [], secretFile: [] }

t.test('a value has the type of its field', async (t) => {
  const io = await world(t)
  const read = (set: string) => readInput(command('hubCreate'), { ...none, set: [set] }, io)
  const table: [set: string, spec: unknown][] = [
    ['memory.limit=2G', { memory: { limit: '2G' } }],
    ['image.tag=1', { image: { tag: '1' } }],
    ['cpu.limit=0.5', { cpu: { limit: 0.5 } }],
    ['culling.enabled=false', { culling: { enabled: false } }],
    ['access.users=[ada, bob]', { access: { users: ['ada', 'bob'] } }],
    ['access.users=ada', { access: { users: ['ada'] } }],
    ['spec.exposure.type=ingress', { exposure: { type: 'ingress' } }],
    ['exposure=null', { exposure: null }],
    ['values.hub.config={A: {b: 1}}', { values: { hub: { config: { A: { b: 1 } } } } }],
    ['values.hub.enabled=true', { values: { hub: { enabled: true } } }],
  ]
  for (const [set, spec] of table) t.same(await read(set), { spec }, set)
})

t.test('what is wrong with a value is said before anything is sent', async (t) => {
  const io = await world(t)
  const table: [set: string, message: RegExp, hint?: RegExp][] = [
    ['cpu.limit=many', /spec\.cpu\.limit is a number, not many/],
    ['culling.everySeconds=1.5', /is an integer, not 1\.5/],
    ['culling.enabled=yes', /is true or false, not yes/],
    ['memory.limits=2G', /There is no field memory\.limits/],
    ['culling.timeoutSecond=5', /There is no field culling\.timeoutSecond/, /^Fields of spec\.culling: enabled, timeoutSeconds,[^.]*$/],
    ['colour=red', /There is no field colour/, /^Fields: name, cluster,[^.]*$/],
    ['guarantee=2G', /There is no field guarantee/, /Did you mean spec\.memory\.guarantee/],
    ['cpu.limit', /is not path=value/],
    ['values.hub={', /spec\.values\.hub is neither YAML nor JSON/],
  ]
  for (const [set, message, hint] of table) {
    const error = await readInput(command('hubCreate'), { ...none, set: [set] }, io).catch((thrown: unknown) => thrown)
    t.ok(error instanceof UsageError, set)
    t.match((error as UsageError).message, message)
    if (hint) t.match((error as UsageError).hint, hint)
  }
})

t.test('a file that cannot be read, or is not what was meant, says what to do', async (t) => {
  const directory = t.testdir({ list: '- a\n', broken: '{ name:' })
  const table: [file: string, message: RegExp, hint: RegExp][] = [
    [`${directory}/none`, /Cannot read the file of --file .*none: ENOENT/, /there is no such file/], [directory, /EISDIR/, /Name a file/],
    [`${directory}/list`, /holds no object/, /name: course/], [`${directory}/broken`, /neither YAML nor JSON/, /not closed/],
  ]
  for (const [file, message, hint] of table) {
    const error = await readInput(command('clusterCreate'), { ...none, files: [file] }, await world(t)).catch((thrown: unknown) => thrown)
    t.match(error, { message, hint }, file)
  }
})

t.test('a path cannot reach beyond the input', async (t) => {
  const io = await world(t)
  const input = await readInput(command('hubCreate'), { ...none, set: ['values.__proto__.polluted=true'] }, io)
  t.equal(({} as Record<string, unknown>)['polluted'], undefined)
  t.equal(JSON.stringify(input), '{"spec":{"values":{"__proto__":{"polluted":true}}}}')
})

t.test('a secret comes from a file or standard input, and from nowhere else', async (t) => {
  const secret = 'correct-horse'
  const directory = t.testdir({ secret: `${secret}\n` })
  const read = async (options: Partial<InputOptions>, more?: WorldOptions) => readInput(command('hubCreate'), { ...none, ...options }, await world(t, more))
  t.same(await read({ secretFile: [`login.password=${directory}/secret`] }), { spec: { login: { password: secret } } })
  t.same(await read({ secretFile: ['login.password=-'] }, { input: secret }), { spec: { login: { password: secret } } })
  const refused: [Parameters<typeof read>[0], WorldOptions?][] = [
    [{ set: [`login.password=${secret}`] }],
    [{ set: [`login={password: ${secret}}`] }],
    [{ secretFile: [`login.password=${secret}`] }],
    [{ files: ['-'] }, { input: `spec: {login: {password: ${secret}` }],
    [{ secretFile: ['login.password=-', 'login.clientSecret=-'] }],
    [{ secretFile: [`name=${directory}/secret`] }],
  ]
  for (const [options, more] of refused) {
    const error = await read(options, more).catch((thrown: unknown) => thrown)
    t.ok(error instanceof UsageError, JSON.stringify(options))
    t.notMatch(`${(error as UsageError).message} ${(error as UsageError).hint}`, secret)
  }
})

t.test('no secret of the API is a flag', async (t) => {
  const secret = commands.flatMap(({ id, flags, secrets }) => flags.filter(({ name, type }) => secrets.includes(name) || (type !== 'boolean' && /password|secret|token|kubeconfig/i.test(name))).map(({ name }) => `${id} ${name}`))
  t.same(secret, [])
  t.equal(command('clusterCreate').secrets[0], 'kubeconfig')
})

t.test('files of the chart are told from those of the command, whatever their age, and go along in their order', async (t) => {
  const directory = t.testdir({
    'common.yaml': 'hub: { baseUrl: /a }\n', 'old.yaml': 'name: hub\ntoken: { proxy: a }\n', 'release.yaml': 'apiVersion: v2\nkind: HelmRelease\nspec: { values: { hub: {} } }\n',
    'values.json': '{"hub": {"baseUrl": "/b"}}', 'indented.yaml': '  singleuser:\n    memory: { limit: 1G }\n', 'spec.yaml': 'cluster: campus\nspec: { access: { allowAll: true } }\n',
  })
  const read = async (...names: string[]) => readInput(command('hubCreate'), { ...none, files: names.map((name) => `${directory}/${name}`) }, await world(t))
  for (const name of ['common.yaml', 'old.yaml', 'release.yaml', 'values.json', 'indented.yaml']) t.equal(((await read(name))['config'] as string[]).length, 1, name)
  t.same(await read('common.yaml', 'spec.yaml', 'values.json'), { cluster: 'campus', spec: { access: { allowAll: true } }, config: ['hub: { baseUrl: /a }\n', '{"hub": {"baseUrl": "/b"}}'] })
  await t.rejects(read('spec.yaml', 'spec.yaml'), { message: /Only one file/ })
  await t.rejects(readInput(command('clusterCreate'), { ...none, files: [`${directory}/spec.yaml`, `${directory}/spec.yaml`] }, await world(t)), { message: /Only one file/ })
})
