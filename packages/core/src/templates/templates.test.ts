import fc from 'fast-check'
import t from 'tap'
import { checkTemplate } from './check.ts'
import { instantiate } from './instantiate.ts'
import type { TemplateParameter } from './parameter.ts'
import { fill, placesOf } from './placeholders.ts'

const parameters: TemplateParameter[] = [
  { name: 'students', type: 'integer', minimum: 1, maximum: 500 },
  { name: 'memory', type: 'choice', values: ['1G', '2G'], default: '1G' },
  { name: 'open', type: 'boolean', default: false },
  { name: 'title', type: 'string', default: 'A course' },
]
const spec = {
  memory: { guarantee: '${{ parameters.memory }}' }, access: { allowAll: '${{ parameters.open }}' }, capacity: { maxServers: '${{parameters.students}}' },
  exposure: { type: 'ingress', host: '${{ hub.name }}.example.org' }, values: { custom: { title: 'Welcome to ${{ parameters.title }}', list: ['${{ parameters.students }}'], shell: '${HOME} $${{ kept }}' } },
}
const faults = (more: { parameters?: TemplateParameter[]; spec?: object }) => checkTemplate({ parameters, spec: spec as never, ...more } as never)

t.test('values stand where their placeholders do: alone with their type, in a text as text, in lists and the hub\'s name too', async (t) => {
  t.same(faults({}), [])
  t.same(instantiate({ parameters, spec }, { students: 30, memory: '2G' }, 'physics').spec, {
    memory: { guarantee: '2G' }, access: { allowAll: false }, capacity: { maxServers: 30 }, exposure: { type: 'ingress', host: 'physics.example.org' },
    values: { custom: { title: 'Welcome to A course', list: [30], shell: '${HOME} ${{ kept }}' } },
  })
})

t.test('what somebody gives is never a placeholder itself, whatever it is', async () => {
  fc.assert(fc.property(fc.string(), fc.constantFrom('', '${{ parameters.title }}', '$${{ hub.name }}', '${{', '$&', "$'"), (a, b) => {
    const given = a + b
    return fill({ x: 'a ${{ parameters.title }} b', y: '${{ parameters.title }}' }, { 'parameters.title': given }).x === `a ${given} b`
  }))
})

t.test('a text without the braces is no placeholder and stays as it is', async () => {
  fc.assert(fc.property(fc.string().filter((text) => !text.includes('${{')), (text) => fill({ x: text }, {}).x === text && [...placesOf({ x: text })].length === 0))
})

t.test('a parameter that is missing, misspelt, of another type or out of bounds is told where it is', async (t) => {
  const told = (given: object, more: TemplateParameter[] = []) => {
    try {
      instantiate({ parameters: [...parameters, ...more], spec }, given as never, 'physics')
      return []
    } catch (error) { return (error as { errors: { pointer: string; code: string }[] }).errors.map(({ pointer, code }) => [pointer, code]) }
  }
  const at = (name: string) => `/template/parameters/${name}`
  t.same(told({}), [[at('students'), 'required']])
  t.same(told({ students: '30' }), [[at('students'), 'type']])
  t.same(told({ students: 1.5 }), [[at('students'), 'type']])
  t.same(told({ students: 501 }), [[at('students'), 'maximum']])
  t.same(told({ students: 0 }), [[at('students'), 'minimum']])
  t.same(told({ students: 3, memory: '4G' }), [[at('memory'), 'enum']])
  t.same(told({ students: 3, student: 4 }), [[at('student'), 'unknown-field']])
  const room: TemplateParameter = { name: 'room', type: 'string', pattern: '[A-Z]\\d+', minimum: 2, maximum: 4 }
  t.same(told({ students: 3, room: 'B12' }, [room]), [])
  t.same(told({ students: 3, room: 'xB12' }, [room]), [[at('room'), 'pattern']])
  t.same(told({ students: 3, room: 'B1234' }, [room]), [[at('room'), 'maximum']])
  t.same(told({ students: 3, endless: `${'a'.repeat(60)}!` }, [{ name: 'endless', type: 'string', pattern: '(a+)+' }]), [[at('endless'), 'pattern']], 'a pattern that never ends is stopped')
  t.same(told({ students: 3, constructor: 1 }), [[at('constructor'), 'unknown-field']])
})

t.test('a value that does not fit where its placeholder stands is told at the parameter', async (t) => {
  const free: TemplateParameter[] = [{ name: 'seats', type: 'integer' }]
  t.throws(() => instantiate({ parameters: free, spec: { capacity: { seats: '${{ parameters.seats }}' } } }, { seats: -1 }, 'a'), { code: 'invalid-request', errors: [{ pointer: '/template/parameters/seats', detail: /capacity\.seats/ }] })
})

t.test('a template that could make no hub is refused at its fault', async (t) => {
  const one = (given: Parameters<typeof faults>[0]) => faults(given).map(({ pointer, code }) => [pointer, code])
  t.same(one({ spec: { memori: {} } }), [['/spec/memori', 'unknown-field']])
  t.same(one({ spec: { memory: { guarantee: '${{ parameters.memroy }}' } } }), [['/spec/memory/guarantee', 'unknown-parameter']])
  t.same(one({ spec: { capacity: { seats: '${{ parameters.memory }}' } } }), [['/spec/capacity/seats', 'type']])
  t.same(one({ spec: { login: { type: 'github', clientId: 'a', clientSecret: 'b' } } }), [['/spec/login/clientSecret', 'secret']])
  t.same(one({ spec: { login: { type: 'github', clientSecret: '${{ parameters.title }}' } } }), [['/spec/login/clientSecret', 'secret']])
  t.same(one({ spec: { values: { hub: { config: { GitHubOAuthenticator: { client_secret: 'b' } } } } } }), [['/spec/values/hub/config/GitHubOAuthenticator/client_secret', 'secret']])
  t.same(one({ parameters: [{ name: 'a', type: 'choice' }] }).at(0), ['/parameters/0/values', 'required'])
  t.same(one({ parameters: [{ name: 'a', type: 'string', pattern: '(' }] }).at(0), ['/parameters/0/pattern', 'pattern'])
  t.same(one({ parameters: [{ name: 'a', type: 'integer', default: 'x' }], spec: {} }), [['/parameters/0/default', 'type']])
  t.same(one({ parameters: [{ name: 'a', type: 'boolean' }, { name: 'a', type: 'boolean' }], spec: {} }), [['/parameters/1/name', 'duplicate']])
})

t.test('a free text never stands in code or in a command; a choice, a number and a text with a pattern may', async (t) => {
  const inCode = (name: string) => ({ spec: { values: { hub: { extraConfig: { title: `c.JupyterHub.template_vars = {"title": "\${{ parameters.${name} }}"}` } } } } })
  t.match(faults(inCode('title')), [{ pointer: '/spec/values/hub/extraConfig/title', code: 'text-in-code' }])
  t.match(faults({ spec: { values: { singleuser: { cmd: ['x', '${{ parameters.title }}'] } } } }), [{ pointer: '/spec/values/singleuser/cmd/1', code: 'text-in-code' }])
  t.same(faults(inCode('memory')), [])
  t.same(faults(inCode('students')), [])
  t.same(faults({ ...inCode('word'), parameters: [{ name: 'word', type: 'string', pattern: '\\w+' }] }), [])
})

t.test('the platform vouches for what a template fixes or lists, and not for what a hub chooses freely', async (t) => {
  const { fixed } = instantiate({ parameters, spec }, { students: 400 }, 'physics')
  t.same(fixed, { memory: { guarantee: '1G' }, access: { allowAll: false }, exposure: { type: 'ingress' }, values: { custom: { shell: '${HOME} ${{ kept }}' } } })
})
