import { join } from 'node:path'
import t from 'tap'
import { FilesError } from './faults.ts'
import { readFiles } from './read-files.ts'

const faultsOf = async (path: string): Promise<string[]> => {
  try {
    await readFiles(path)
    return []
  } catch (error) {
    if (error instanceof FilesError) return error.faults
    throw error
  }
}

t.test('documents of a folder and those below it come in the order in which each needs the others, whatever the files are called', async (t) => {
  const folder = t.testdir({
    'a.yaml': 'kind: Hub\nname: a\ncluster: lab\n---\n---\nkind: Cluster\nname: lab\nprovider: sandbox\n', sub: { 'b.yml': 'kind: Template\nname: course\nspec: {}\n' },
    'c.json': '{"kind": "Hub", "apiVersion": "hubfleet.dev/v1", "name": "c", "cluster": "lab"}', 'notes.txt': 'kind: no', '.hidden.yaml': ': :',
  })
  t.same((await readFiles(folder)).map(({ kind, name, input }) => [kind, name, input]), [
    ['Cluster', 'lab', { name: 'lab', provider: 'sandbox' }], ['Template', 'course', { name: 'course', spec: {} }], ['Hub', 'a', { name: 'a', cluster: 'lab' }], ['Hub', 'c', { name: 'c', cluster: 'lab' }],
  ])
})

t.test('a file that another takes in is its text and no document; the path counts from where it is named', async (t) => {
  const folder = t.testdir({ hubs: { 'a.yaml': 'kind: Hub\nname: a\ncluster: lab\nconfig: !file ../shared/config.yaml\nspec: { login: { type: github, clientId: x, clientSecret: !file ../secret.txt } }\n' }, shared: { 'config.yaml': 'hub: {}\n' }, 'secret.txt': 'hidden\n' })
  const [hub, ...more] = await readFiles(folder)
  t.same(more, [])
  t.match(hub!.input, { config: 'hub: {}', spec: { login: { clientSecret: 'hidden' } } })
})

t.test('everything that is wrong is told at once, each with its file and line, and no secret is repeated', async (t) => {
  const folder = t.testdir({
    'a.yaml': 'kind: Hub\nname: a\nspec:\n  login:\n    type: github\n    clientSecret: very-secret\n---\nkind: Hubb\nname: b\n---\nkind: Hub\nmetadata:\n  name: c\n',
    'b.yaml': 'kind: Template\nname: x\nspec: !file not-there.yaml\n---\nkind: Hub\nname: twice\n---\nkind: Hub\nname: twice\n',
    'c.yaml': 'kind: Hub\n  name: [very-secret\n',
  })
  const at = (file: string) => join(folder, file).replace(`${process.cwd()}/`, '')
  const faults = await faultsOf(folder)
  t.match(faults, [
    `${at('a.yaml')}:6: spec.login.clientSecret is a secret`, `${at('a.yaml')}:8: kind is one of Platform, Tenant, Cluster, Template, Hub`, `${at('a.yaml')}:12: a Hub has no field metadata; its name stands beside the kind`,
  ].map((text) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))))
  t.ok(faults.some((fault) => fault.startsWith(`${at('b.yaml')}:3: cannot read the file`)))
  t.ok(faults.some((fault) => fault.startsWith(`${at('b.yaml')}:9: there is another Hub twice at ${at('b.yaml')}:6`)))
  t.ok(faults.some((fault) => fault.startsWith(`${at('c.yaml')}:`) && fault.includes('no YAML')))
  t.notMatch(faults.join('\n'), /very-secret/)
})

t.test('a place of a document is found by its pointer, or by what is around it', async (t) => {
  const folder = t.testdir({ 'a.yaml': 'kind: Hub\nname: a\nspec:\n  memory:\n    limit: 2G\n  values:\n    a/b:\n      - x\n' })
  const [{ where } = { where: () => '' }] = await readFiles(folder)
  const line = (pointer: string) => where(pointer).split(':').at(-1)
  t.same(['/spec/memory/limit', '/spec/memory/guarantee', '/spec/values/a~1b', '/spec/values/a~1b/0', '/cluster', ''].map(line), ['5', '4', '7', '8', '1', '1'])
})
