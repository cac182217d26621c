import fc from 'fast-check'
import t from 'tap'
import { stringify } from 'yaml'
import { isObject } from '../json.ts'
import { isProblem } from '../problems/problem.ts'
import { convertConfig } from './convert.ts'
import { parseConfig } from './parse.ts'

/*
 * YAML has traps, and helm's reader has some of its own. A file is read as helm reads it (each outcome here is what helm 4 makes of the text),
 * or refused with the line and what to do.
 */

const read = (text: string): unknown => parseConfig(text).values

t.test('a scalar without quotes is what helm takes it for', async (t) => {
  const table: [text: string, value: unknown][] = [
    ['yes', true], ['No', false], ['on', true], ['off', false], ['y', true], ['N', false], ['~', null], ['null', null], ['010', 8], ['0o10', 8], ['08', '08'], ['0x1F', 31], ['0b101', 5], ['1_000', 1000],
    ['12:30:45', '12:30:45'], ['1:30', '1:30'], ['2017-10-02', '2017-10-02'], ['1e3', 1000], ['1e400', '1e400'], ['.5', 0.5], ['1.10', 1.1], ['"yes"', 'yes'], ["'010'", '010'], ['!!str 010', '010'], ['1,000', '1,000'],
  ]
  for (const [text, value] of table) t.same(read(`a: ${text}\n`), { a: value }, text)
  t.same(read('y: 1\non: 2\n'), { true: 2 }, 'keys too')
})

t.test('anchors, merge keys, a byte order mark, Windows lines and a mark of a document are read', async (t) => {
  t.same(read('\uFEFF---\r\nb: &b { x: 1, z: 2 }\r\nc: { <<: *b, x: 3 }\r\n'), { b: { x: 1, z: 2 }, c: { x: 3, z: 2 } })
  t.same(read('b: &b {x: 1}\nd: &d {x: 2}\nc: {<<: [*b, *d]}\n'), { b: { x: 1 }, d: { x: 2 }, c: { x: 1 } })
  t.same(parseConfig('a: { b: 1, b: 2 }\n'), { ...parseConfig('a: { b: 1, b: 2 }\n'), values: { a: { b: 2 } }, twice: ['/a/b'] }, 'of a key that stands twice the last counts, and it is told')
})

t.test('what helm refuses, or reads as something that nobody means, is refused with its line and what to do', async (t) => {
  const table: [text: string, code: string, detail: RegExp][] = [
    ['hub:\n\tconfig: {}\n', 'yaml', /^line 2, column 1: .*tab.*spaces/],
    ['a: 1\n---\nb: 2\n', 'documents', /^line 2.*2 documents.*Split/],
    ['a: .inf\n', 'number', /^line 1, column 4: .*finite/],
    ['a: 1\nb: -.INF\n', 'number', /^line 2/],
    ['a: !!binary aGVsbG8=\n', 'tag', /^line 1, column .*binary.*Leave it out/],
    ['a: !vault secret-of-somebody\n', 'tag', /!vault/],
    ['a:\n  ~: x\n', 'key', /^line 2/],
    ['? [a, b]\n: c\n', 'key', /^line 1/],
    ['a: *nope\n', 'yaml', /^line 1, column 4: There is no anchor &nope.*quotes/],
    ['b: &b {x: 1}\nc: { <<: *b, <<: *b }\n', 'yaml', /^line 2.*one <</],
    ['a: &a [*a]\n', 'yaml', /anchors/],
    ['%YAML 1.2\n---\na: 1\n', 'yaml', /%YAML/],
    ['a: "x\u0000"\n', 'characters', /^line 1.*control character/],
    ['a: {{ x }}\n', 'key', /template/],
    ['{% if x %}\na: 1\n', 'yaml', /template/],
    ['a: %x\n', 'yaml', /^line 1.*quotes/],
    ['- a\n', 'yaml', /no table/],
    ['just words\n', 'yaml', /no table/],
    ['a: "unclosed\n', 'yaml', /^line \d/],
    ['a: b: c\n', 'yaml', /^line 1/],
  ]
  for (const [text, code, detail] of table) {
    const error = (() => { try { return read(text) } catch (thrown) { return thrown } })()
    t.match(error, { code: 'invalid-request', errors: [{ pointer: '/config/0', code, detail }] }, JSON.stringify(text))
    t.notMatch(JSON.stringify((error as { errors?: unknown }).errors ?? ''), /secret-of-somebody/)
  }
})

t.test('a file that anchors blow up, and a huge one, cost neither memory nor time', async (t) => {
  const names = 'abcdefghijklmnopqrst'.split('')
  const bomb = `a: &a [x, x]\n${names.slice(1).map((name, index) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${names[index]}`).join(', ')}]`).join('\n')}\n`
  t.throws(() => read(bomb), { errors: [{ detail: /anchors/ }] })
  const deep = `${Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}k:`).join('\n')} 1\n`
  t.ok(isObject(read(deep)))
  const large = stringify({ hub: { extraConfig: { code: 'x = 1\n'.repeat(50_000) } }, singleuser: { extraEnv: Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`NAME_${index}`, 'text'])) } })
  t.ok(large.length > 400_000)
  const started = performance.now()
  read(large)
  t.ok(performance.now() - started < 20_000)
})

const chart = { version: '4.4.0', schema: { type: 'object' }, digest: 'none' }
const line = fc.oneof(
  fc.constantFrom('hub:', '  config:', '    JupyterHub: { authenticator_class: google }', 'auth:', '  type: custom', '  type: constructor', '  google: { clientId: a }', 'singleuser:', '  image: { tag: 0.3 }', '  extraEnv: { A: yes }', 'proxy:', '  https: { hosts: [a] }', '---', '- a', 'a: &a {b: 1}', 'c: {<<: *a}', '\tx: 1', 'cull: { timeout: 5 }', 'jupyterhub:', '  hub: { a: 1 }', '__proto__: { a: 1 }', 'hub: { config: { CILogonOAuthenticator: { allowed_idps: [a] } } }', 'imagePullSecret:', 'prePuller: { extraImages: [1] }', 'token: a', '  db: { url: "postgres://%zz@a/b" , type: postgres}'),
  fc.string({ maxLength: 20 }),
)

t.test('whatever a file is, it makes a spec or a refusal; each note stands on a line that the file has', async () => {
  fc.assert(fc.property(fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n')), (text) => {
    try {
      const { notes, spec } = convertConfig(text, chart)
      const lines = text.split('\n').length
      const outside = notes.find(({ line }) => line !== null && (line < 1 || line > lines))
      if (outside) throw new Error(`line ${outside.line} of ${lines}`)
      if (!isObject(spec)) throw new Error('no spec')
    } catch (error) {
      if (!isProblem(error)) throw error
    }
    return ({} as Record<string, unknown>)['a'] === undefined
  }), { numRuns: 1500 })
})
