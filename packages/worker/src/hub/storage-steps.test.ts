import t from 'tap'
import { completeHubSpec, newHubSecrets, renderValues, splitSecrets, type FileShare, type HubSpecInput } from '@hubfleet/core'
import type { Claim } from '@hubfleet/providers'
import type { HubScope } from './scope.ts'
import { databaseDiskFits, databaseHasRoom, fileSharesMade, fullDatabase, homesGrown } from './storage-steps.ts'

const signal = new AbortController().signal
const GiB = 1024 ** 3

interface World { claims?: Claim[]; shares?: { claim: string; bound: boolean }[]; asked?: unknown[]; full?: boolean | null }

function scopeOf(input: HubSpecInput, { claims = [], shares = [], asked = [], full = null }: World): HubScope {
  const { spec, secrets } = splitSecrets(completeHubSpec(input))
  const { values } = renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec, secrets: newHubSecrets(secrets) })
  return {
    hub: { spec }, values,
    site: {
      claims: async () => claims, databaseFull: async () => full, fileShares: async () => shares,
      growClaims: async (names: string[], capacity: string) => { asked.push({ names, capacity }) },
      makeFileShares: async (wanted: FileShare[]) => { asked.push(...wanted) },
    },
  } as unknown as HubScope
}
const home = (name: string, size: number, more: Partial<Claim> = {}): Claim => ({ name, kind: 'home', requested: size * GiB, actual: size * GiB, storageClass: 'fast', canGrow: true, ...more })
const disk = (size: number, more: Partial<Claim> = {}): Claim => ({ ...home('hub-db-dir', size), kind: 'database', ...more })

t.test('homes that are smaller than the capacity are asked to grow, the others are not', async (t) => {
  const asked: unknown[] = []
  const scope = scopeOf({ storage: { capacity: '20Gi' } }, { asked, claims: [home('a', 10), home('b', 20), home('c', 30), disk(1)] })
  t.match(await homesGrown.observe(scope, signal), { is: 'drifted', message: 'claims grown 2 of 3' })
  await homesGrown.act!(scope, signal)
  t.same(asked, [{ names: ['a'], capacity: '20Gi' }])
})

t.test('growth that waits for a start of the server is progress, and holds nobody up', async (t) => {
  t.equal(homesGrown.advisory, true)
  const scope = scopeOf({ storage: { capacity: '20Gi' } }, { claims: [home('a', 20, { actual: 10 * GiB }), home('b', 20)] })
  t.match(await homesGrown.observe(scope, signal), { is: 'in-sync', message: /claims grown 1 of 2/ })
})

t.test('homes that cannot grow are told with their class; raw values that win over the capacity count', async (t) => {
  const claims = [home('a', 10, { canGrow: false }), home('b', 10)]
  t.match(await homesGrown.observe(scopeOf({ storage: { capacity: '20Gi' } }, { claims: claims.slice(0, 1) }), signal), { is: 'waiting', reason: 'CannotGrow', message: /1 of 1 homes stay smaller than 20Gi.*fast/ })
  t.match(await homesGrown.observe(scopeOf({ storage: { capacity: '20Gi' } }, { claims }), signal), { is: 'drifted' }, 'those that can grow come first')
  t.match(await homesGrown.observe(scopeOf({ values: { singleuser: { storage: { capacity: '20Gi' } } } }, { claims }), signal), { is: 'drifted' })
  t.match(await homesGrown.observe(scopeOf({ storage: { capacity: '5Gi' } }, { claims }), signal), { is: 'in-sync' }, 'a smaller capacity shrinks nothing')
})

t.test('the disk of the database grows with the release; what helm would break at is refused before', async (t) => {
  const of = (input: HubSpecInput, claims: Claim[]) => databaseDiskFits.observe(scopeOf(input, { claims }), signal)
  t.match(await of({}, []), { is: 'in-sync' })
  t.match(await of({}, [disk(1)]), { is: 'in-sync', message: '1Gi' })
  t.match(await of({ database: { capacity: '5Gi' } }, [disk(1)]), { is: 'in-sync', message: 'grows from 1Gi to 5Gi with the release' })
  t.match(await of({ database: { capacity: '5Gi' } }, [disk(1, { canGrow: false })]), { is: 'refused', problem: { code: 'disk-cannot-change', message: /StorageClass fast does not let it grow/ } })
  t.match(await of({}, [disk(5)]), { is: 'refused', problem: { code: 'disk-cannot-change', message: /has 5Gi and cannot become 1Gi/ } }, 'somebody made it larger by hand')
  t.match(await of({ database: { type: 'postgres', host: 'd', name: 'n', user: 'u' } }, [disk(5)]), { is: 'in-sync' })
})

t.test('NFS folders are claims before the release names them', async (t) => {
  const asked: unknown[] = []
  const input: HubSpecInput = { storage: { type: 'static', static: { nfs: { server: 'files.example.org', path: '/exports' } } } }
  const missing = scopeOf(input, { asked })
  t.match(await fileSharesMade.observe(missing, signal), { is: 'drifted', message: /files\.example\.org:\/exports/ })
  await fileSharesMade.act!(missing, signal)
  const [{ claim }] = asked as [FileShare]
  t.match(await fileSharesMade.observe(scopeOf(input, { shares: [{ claim, bound: false }] }), signal), { is: 'waiting' })
  t.match(await fileSharesMade.observe(scopeOf(input, { shares: [{ claim, bound: true }] }), signal), { is: 'in-sync' })
  t.match(await fileSharesMade.observe(scopeOf({}, { shares: [{ claim, bound: false }] }), signal), { is: 'in-sync' }, 'one that is wanted no longer does not matter')
})

t.test('a database whose disk is full is told, with what makes room on this disk, and holds up no release that does', async (t) => {
  t.equal(databaseHasRoom.advisory, true)
  const look = (world: World, input: HubSpecInput = {}) => databaseHasRoom.observe(scopeOf(input, world), signal)
  t.match(await look({ full: true, claims: [disk(1)] }), { is: 'waiting', reason: 'DatabaseDiskFull', message: /hub-db-dir of 1Gi: nobody can log in.*set database\.capacity to more than 1Gi, such as 2Gi/ })
  t.match(await look({ full: true, claims: [disk(1, { canGrow: false })] }), { message: /StorageClass fast lets no disk grow: set allowVolumeExpansion/ })
  t.match(await look({ full: true, claims: [disk(2, { actual: GiB })] }), { message: /of 1Gi.*growing to 2Gi/ })
  for (const full of [false, null]) t.match(await look({ full, claims: [disk(1)] }), { is: 'in-sync' }, 'what nobody knows is not told as a fault')
  t.match(await look({ full: true }, { database: { type: 'sqlite-memory' } }), { is: 'in-sync' }, 'without a disk none is full')
  t.match(await fullDatabase(scopeOf({}, { full: true, claims: [disk(1)] }), signal), { code: 'database-disk-full' })
})
