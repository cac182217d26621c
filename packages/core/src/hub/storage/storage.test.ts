import t from 'tap'
import { valueAt } from '../../json.ts'
import { checkChange } from '../check-change.ts'
import { checkPolicy } from '../policy/check-policy.ts'
import { checkHubSpec } from '../check.ts'
import { completeHubSpec, patchHubSpec } from '../complete.ts'
import { fileSharesOf } from './file-shares.ts'
import { completePolicy, strictPolicy } from '../policy/policy.ts'
import { keepSecrets, newHubSecrets, splitSecrets } from '../secrets.ts'
import type { HubSpecInput, HubSpecPatch } from '../spec.ts'
import { renderValues } from '../values.ts'

const faults = (input: HubSpecInput) => {
  const { spec, secrets } = splitSecrets(completeHubSpec(input))
  return checkHubSpec(spec, secrets).errors.map(({ pointer, code }) => `${pointer} ${code}`)
}
const valuesOf = (input: HubSpecInput, path: string) => {
  const { spec, secrets } = splitSecrets(completeHubSpec(input))
  return valueAt(renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec, secrets: newHubSecrets(secrets) }).values, path.split('.'))
}
const nfs = { server: 'files.example.org', path: '/exports/lab' }
const onNfs: HubSpecInput = { storage: { type: 'static', static: { nfs, subPath: 'home/{username}' } } }

t.test('homes on an NFS server: the chart gets the claim that Hubfleet makes for exactly this folder', async (t) => {
  const [share] = fileSharesOf(completeHubSpec(onNfs).storage)
  t.same(faults(onNfs), [])
  t.match(share, { nfs, readOnly: false })
  t.match(valuesOf(onNfs, 'singleuser.storage'), { type: 'static', static: { pvcName: share!.claim, subPath: 'home/{username}' } })
  const [moved] = fileSharesOf(completeHubSpec({ storage: { type: 'static', static: { nfs: { ...nfs, path: '/exports/other' } } } }).storage)
  t.not(moved!.claim, share!.claim, 'a volume cannot be moved, so another folder is another claim')
})

t.test('a static volume is a claim or an NFS folder: one of the two', async (t) => {
  t.same(faults({ storage: { type: 'static' } }), ['/storage/static required'])
  t.same(faults({ storage: { type: 'static', static: {} } }), ['/storage/static required'])
  t.same(faults({ storage: { type: 'static', static: { claim: 'c', nfs } } }), ['/storage/static/nfs conflict'])
  t.same(faults({ storage: { type: 'static', static: { claim: 'hub-db-dir' } } }), ['/storage/static/claim unfit'])
  t.same(faults({ storage: { type: 'static', static: { nfs: { ...nfs, path: '/a/../b' }, subPath: '/x' } } }), ['/storage/static/nfs/path path', '/storage/static/subPath path'])
})

t.test('a name in braces that the spawner does not know, with which no server would start, is refused', async (t) => {
  t.same(faults({ storage: { type: 'static', static: { claim: 'c', subPath: 'home/{user}' } } }), ['/storage/static/subPath braces'])
  t.same(faults({ storage: { type: 'static', static: { claim: 'c', subPath: 'home/{username' } } }), ['/storage/static/subPath braces'])
  const { warnings } = checkHubSpec(completeHubSpec({ access: { allowAll: true }, storage: { type: 'static', static: { claim: 'c', subPath: 'home' } } }), {})
  t.match(warnings, [{ code: 'one-home-for-all' }])
})

t.test('shared folders are mounted read-only, each at its own place', async (t) => {
  const input: HubSpecInput = { storage: { shared: [{ name: 'data', claim: 'course-data', subPath: '2026' }, { name: 'books', nfs, mountPath: '/srv/books' }] } }
  t.same(faults(input), [])
  t.match(valuesOf(input, 'singleuser.storage'), {
    extraVolumes: [{ name: 'shared-data', persistentVolumeClaim: { claimName: 'course-data', readOnly: true } }, { name: 'shared-books', persistentVolumeClaim: { readOnly: true } }],
    extraVolumeMounts: [{ name: 'shared-data', mountPath: '/home/jovyan/shared/data', subPath: '2026', readOnly: true }, { name: 'shared-books', mountPath: '/srv/books', readOnly: true }],
  })
  t.match(fileSharesOf(completeHubSpec(input).storage), [{ nfs, readOnly: true }])
})

t.test('a shared folder that would hide homes, the system or another folder is refused', async (t) => {
  const shared = (...mountPaths: string[]) => faults({ storage: { shared: mountPaths.map((mountPath, index) => ({ name: `f${index}`, claim: 'c', mountPath })) } })
  t.same(shared('/home'), ['/storage/shared/0/mountPath conflict'])
  t.same(shared('/home/jovyan/'), ['/storage/shared/0/mountPath conflict'])
  t.same(shared('/etc/x'), ['/storage/shared/0/mountPath path'])
  t.same(shared('/srv/a', '/srv/a'), ['/storage/shared/1/mountPath conflict'])
  t.same(shared('/home/jovyan/{username}'), ['/storage/shared/0 braces'])
  t.same(faults({ storage: { shared: [{ name: 'x' }] } }), ['/storage/shared/0 required'])
  const raw = { singleuser: { storage: { extraVolumes: [{ name: 'v' }] } } }
  t.same(faults({ storage: { shared: [{ name: 'x', claim: 'c' }] }, values: raw }), ['/values/singleuser/storage/extraVolumes conflict'])
})

t.test('an NFS server is outside of the namespace: the policy decides, for homes and for shared folders', async (t) => {
  const spec = completeHubSpec({ storage: { ...onNfs.storage, shared: [{ name: 'x', nfs }] } })
  t.same(checkPolicy(spec, strictPolicy).map(({ pointer }) => pointer), ['/storage/static/nfs', '/storage/shared/0/nfs'])
  t.same(checkPolicy(spec, completePolicy({ allow: { hostPath: true } })), [])
})

const postgres = { type: 'postgres' as const, host: 'db.example.org', name: 'hub', user: 'hub user', password: 's3cret/@', options: { sslmode: 'require' } }

t.test('the database of the hub: a disk by default, with its size and class', async (t) => {
  t.match(valuesOf({}, 'hub.db'), { type: 'sqlite-pvc', pvc: { storage: '1Gi' } })
  t.match(valuesOf({ database: { capacity: '5Gi', storageClass: 'fast' } }, 'hub.db.pvc'), { storage: '5Gi', storageClassName: 'fast' })
  t.match(valuesOf({ database: { type: 'sqlite-memory' } }, 'hub.db'), { type: 'sqlite-memory' })
})

t.test('an external database: the address in the URL, the password apart where its driver takes it so, and tables upgraded with the hub', async (t) => {
  t.match(valuesOf({ database: postgres }, 'hub.db'), { type: 'postgres', url: 'postgresql+psycopg2://hub%20user@db.example.org:5432/hub?sslmode=require', password: 's3cret/@', upgrade: true })
  const mysql = valuesOf({ database: { ...postgres, type: 'mysql', port: 3307, options: {} } }, 'hub.db') as Record<string, unknown>
  t.equal(mysql.url, 'mysql+pymysql://hub%20user:s3cret%2F%40@db.example.org:3307/hub')
  t.equal(mysql.password, undefined)
  t.same(faults({ database: { type: 'postgres' } }), ['host', 'name', 'user'].map((part) => `/database/${part} required`))
  t.same(faults({ database: { host: 'db' } }), ['/database/host unfit'])
})

t.test('the password of the database is stored apart, kept by a change, and forgotten with the database', async (t) => {
  const { spec, secrets } = splitSecrets(completeHubSpec({ login: { type: 'dummy', password: 'x' }, database: postgres }))
  t.same(secrets['/database/password'], 's3cret/@')
  t.notMatch(JSON.stringify(spec), 's3cret')
  const after = (patch: HubSpecPatch) => keepSecrets({ spec, fields: secrets }, { spec: patchHubSpec(spec, patch), given: {} })
  t.same(after({ database: { port: 5433 } }), secrets)
  t.same(after({ database: null }), { '/login/password': 'x' })
  t.same(after({ login: { type: 'github', clientId: 'c' } }), { '/database/password': 's3cret/@' }, 'another login takes nothing else away')
})

t.test('a change tells what it does to files and users that exist, and refuses what no disk can do', async (t) => {
  const before = completeHubSpec({ database: { capacity: '2Gi' } })
  const change = (patch: HubSpecPatch, from = before) => checkChange(from, patchHubSpec(from, patch), new Date())
  t.same(change({ memory: { guarantee: '2G' } }), { errors: [], warnings: [], confirmations: [] })
  t.match(change({ storage: { capacity: '20Gi' } }).warnings, [/grow to 20Gi/])
  t.match(change({ storage: { capacity: '5Gi' } }).warnings, [/Only new homes have 5Gi/])
  t.match(change({ storage: { type: 'none' } }).warnings, [/empty home/])
  t.match(change({ storage: { static: { nfs: { path: '/exports/other' } } } }, completeHubSpec(onNfs)).warnings, [/empty home/])
  t.match(change({ database: { type: 'postgres', host: 'd', name: 'n', user: 'u' } }).warnings, [/do not move/])
  t.match(change({ database: { capacity: '1Gi', storageClass: 'x' } }).errors, [{ pointer: '/database/capacity', code: 'shrinks' }, { pointer: '/database/storageClass', code: 'fixed' }])
  t.same(change({ database: { capacity: '4Gi' } }).errors, [])
})

t.test('a spec that was stored before there were databases and shared folders is whole', async (t) => {
  const { database: _database, ...old } = completeHubSpec({})
  const { shared: _shared, ...storage } = old.storage
  const { allowedRanges: _ranges, annotations: _annotations, ...exposure } = old.exposure
  t.same(completeHubSpec({ ...old, storage, exposure } as HubSpecInput), completeHubSpec({}))
})
