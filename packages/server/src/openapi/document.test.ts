import t from 'tap'
import { readFile } from 'node:fs/promises'
import { Validator } from '@seriousme/openapi-schema-validator'
import { queries, verbs } from '@hubfleet/control'
import { catalogue } from '@hubfleet/core'
import { endpointsOf } from '../endpoints.ts'
import { generatedFiles } from './files.ts'
import type { Document } from './testing.ts'

const text = await readFile(new URL('../../../../openapi/openapi.json', import.meta.url), 'utf8')
const document = JSON.parse(text) as Document & { openapi: string }
const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })))

t.test('the committed document is valid OpenAPI 3.1, and every reference in it leads somewhere', async (t) => {
  const validator = new Validator()
  t.match(await validator.validate(JSON.parse(text)), { valid: true, errors: undefined })
  t.equal(validator.version, '3.1')
  t.doesNotThrow(() => validator.resolveRefs())
})

t.test('every verb and query is in it once, under its operationId, with all parameters of its path', async (t) => {
  const ids = operations.map(({ operationId }) => operationId)
  t.equal(new Set(ids).size, ids.length)
  for (const { id, method, path, params } of endpointsOf(verbs, queries)) {
    const declared = operations.find(({ operationId }) => operationId === id)
    t.match(declared, { path, method: method.toLowerCase() }, id)
    t.same(declared?.parameters?.filter((parameter) => parameter.in === 'path').map(({ name }) => name), params, id)
  }
})

t.test('every operation that can be refused says how: a problem, for every status that is not declared', async (t) => {
  for (const { operationId, responses } of operations) t.match(responses['default'], { $ref: '#/components/responses/Problem' }, operationId)
})

/** Every schema that an answer, or else a request, leads to. */
function reached(from: 'responses' | 'requestBody'): Map<string, Node> {
  const found = new Map<string, Node>()
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit)
    if (typeof node !== 'object' || node === null) return
    const { $ref } = node as Node
    const name = $ref?.replace('#/components/schemas/', '')
    if (name && name !== $ref && !found.has(name)) {
      found.set(name, document.components['schemas']![name] as Node)
      visit(found.get(name))
    }
    Object.values(node).forEach(visit)
  }
  for (const operation of operations) visit(operation[from])
  return found
}
interface Node { $ref?: string; properties?: Record<string, { writeOnly?: boolean; enum?: unknown }> }

t.test('what is answered has no secret and no choice that could not get a new member', async (t) => {
  t.ok(reached('responses').size > 40)
  // A kubeconfig that was just made for the caller is what he asked for.
  for (const [name, { properties = {} }] of [...reached('responses')].filter(([name]) => name !== 'HubKubeconfig')) {
    t.same(Object.keys(properties).filter((key) => properties[key]!.writeOnly || properties[key]!.enum || ['clientSecret', 'password', 'kubeconfig'].includes(key)), [], name)
  }
})

t.test('what is sent says what there is to choose, and marks its secrets', async (t) => {
  const sent = reached('requestBody')
  t.same(sent.get('HubStorageInput')?.properties?.['type']?.enum, ['dynamic', 'static', 'none'])
  t.equal(sent.get('LoginGitHubInput')?.properties?.['clientSecret']?.writeOnly, true)
})

t.test('every problem has a page, and a page has its problem', async (t) => {
  const pages = [...generatedFiles().keys()].filter((path) => path.startsWith('openapi/problems/')).map((path) => path.replace(/.*\/|\.md$/g, ''))
  t.same(pages.filter((name) => name !== 'README').sort(), Object.keys(catalogue).sort())
})

t.end()
