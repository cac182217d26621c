import { mkdir, rename, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { billLoader, type LoadBill } from '../packages/control/src/index.ts'
import { audit, billFiles, eq, platformScope, transaction } from '../packages/database/src/index.ts'
import { billLine } from '../packages/server/src/testing-bill.ts'
import { testWorld } from '../packages/server/src/testing.ts'
import { BillFolder } from '../packages/worker/src/bills/folder.ts'

/*
 * Bills are put into a folder, as a cloud's export or a script does it, and are loaded from there as if somebody had sent them: the newest export of a month counts, what still grows waits, what cannot be
 * read is told, and each worker may die at any time.
 */
const world = await testWorld(t)
const bills = '/v1/tenants/physics/bills'
const steadyMs = 60_000
let at = Date.parse('2026-06-01T00:00:00Z')
const clock = { now: () => new Date(at) }

const line = (day: string, over: Record<string, unknown> = {}) => billLine('lab', { ChargePeriodStart: `${day}T00:00:00Z`, ChargePeriodEnd: `${day}T01:00:00Z`, ...over })
const csv = (rows: string[]): string => {
  const objects = rows.map((row) => JSON.parse(row) as Record<string, unknown>)
  const cell = (value: unknown) => `"${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('"', '""')}"`
  return [Object.keys(objects[0]!).join(','), ...objects.map((row) => Object.values(row).map(cell).join(',')), ''].join('\n')
}

/** A folder of the test's own, with nothing known of any. */
async function inFolder(t: Test, load: LoadBill = billLoader(world.control, ['EUR=2'])) {
  await transaction(world.database, platformScope, (tx) => tx.delete(billFiles))
  for (const { id } of (await world.request('reader', 'GET', bills)).body.items) await world.request('admin', 'DELETE', `${bills}/${id}`)
  const folder = t.testdir({ physics: {} })
  const errors: string[] = []
  const worker = () => {
    const each = new BillFolder({ database: world.database, clock, folder, everySeconds: steadyMs / 1000, load, onError: (error) => { errors.push((error as Error).message) } })
    t.teardown(() => each.stop())
    return each
  }
  const first = worker()
  let written = 0
  return {
    folder, errors, worker,
    /** Each is written a minute after the one before. */
    async put(name: string, content: string | Uint8Array) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), content)
      const time = new Date(Date.parse('2026-05-20T00:00:00Z') + 60_000 * written++)
      await utimes(join(folder, name), time, time)
    },
    look: () => first.look(),
    /** A look that sees what is there, and one after it that finds it as it was. */
    async lookTwice() {
      await first.look()
      at += steadyMs
      await first.look()
    },
    files: async () => (await world.request('reader', 'GET', '/v1/tenants/physics/bill-files?limit=100')).body.items as { name: string; state: string; bill: string | null; parts: number; notes: string[]; problem: { code: string; nextStep: string; errors: unknown[] } | null }[],
    bills: async () => (await world.request('reader', 'GET', `${bills}?limit=100`)).body.items as { id: string; amount: string; matched: string; from: string; to: string }[],
  }
}

t.test('a bill in the folder is loaded once it has not changed from one look to the next, and who did it is audited', async (t) => {
  const { put, look, files, bills } = await inFolder(t)
  await put('physics/2026-05.jsonl', line('2026-05-01'))
  await look()
  t.match(await files(), [{ name: '2026-05.jsonl', state: 'waiting', bill: null, readAt: null }])
  at += steadyMs
  await put('physics/2026-05.jsonl', [line('2026-05-01'), line('2026-05-02')].join('\n'))
  await look()
  t.match(await files(), [{ state: 'waiting' }], 'it grew meanwhile')
  t.same(await bills(), [])
  at += steadyMs
  await look()
  const [bill] = await bills()
  t.match(bill, { amount: '2.5', from: '2026-05-01', to: '2026-05-02' })
  const [file] = await files()
  t.match(file, { state: 'loaded', bill: bill!.id, problem: null, parts: 1 })
  t.match(await transaction(world.database, platformScope, (tx) => tx.select().from(audit).where(eq(audit.target, bill!.id))), [{ verb: 'billCreate', principal: (file as unknown as { id: string }).id }])
})

t.test('of a month that was exported many times the newest counts, in whatever order the files are called', async (t) => {
  const { put, lookTwice, bills, files } = await inFolder(t)
  await put('physics/c/costs.jsonl.gz', gzipSync(line('2026-05-01')))
  await put('physics/b/costs.jsonl', line('2026-05-01', { BilledCost: '2' }))
  await put('physics/a/costs.jsonl', [line('2026-05-01', { BilledCost: '3' }), line('2026-05-02', { BilledCost: '4' })].join('\n'))
  await lookTwice()
  t.match(await bills(), [{ amount: '7' }])
  t.same((await files()).map(({ name, state }) => [name, state]).toSorted(), [['a/costs.jsonl', 'loaded'], ['b/costs.jsonl', 'loaded'], ['c/costs.jsonl.gz', 'loaded']])
})

t.test('a file that is written anew is read anew; one that was not, is not, also when its bill was deleted', async (t) => {
  const { put, lookTwice, bills: loaded } = await inFolder(t)
  await put('physics/month.jsonl', line('2026-05-01'))
  await lookTwice()
  await put('physics/month.jsonl', line('2026-05-01', { BilledCost: '9.25' }))
  await lookTwice()
  const [bill] = await loaded()
  t.match(bill, { amount: '9.25' })
  await world.request('admin', 'DELETE', `${bills}/${bill!.id}`)
  await lookTwice()
  t.same(await loaded(), [])
})

t.test('a folder that is called as a cluster says whose its bills are, and parts of an export are one bill', async (t) => {
  const { put, lookTwice, bills, files } = await inFolder(t)
  const nameless = (day: string) => line(day, { Tags: {} })
  await put('physics/lab/20260501-20260531/costs-00002.csv.gz', gzipSync(csv([nameless('2026-05-02')])))
  await put('physics/lab/20260501-20260531/costs-00001.csv.gz', gzipSync(csv([nameless('2026-05-01')])))
  await put('physics/lab/20260501-20260531/costs-Manifest.json', '{}')
  await put('physics/nobody/costs.csv', csv([nameless('2026-05-01')]))
  await put('physics/parquet/costs-00001.snappy.parquet', 'PAR1')
  await put('physics/parquet/costs-00002.snappy.parquet', 'PAR1')
  await lookTwice()
  t.match(await bills(), [{ amount: '2.5', matched: '2.5', from: '2026-05-01', to: '2026-05-02' }])
  const [lab, nobody, parquet] = (await files()).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  t.match(lab, { name: 'lab/20260501-20260531/costs-*.csv.gz', parts: 2, state: 'loaded' })
  t.match(nobody, { state: 'refused', problem: { code: 'bill-foreign', nextStep: /folder/ } })
  t.match(parquet, { parts: 2, state: 'refused', problem: { code: 'bill-file-unreadable', detail: /Parquet in 2 parts/ } })
})

t.test('what cannot be read is told with its line, keeps nothing else from being loaded, and is tried again when it changes and once a day', async (t) => {
  const { put, lookTwice, bills, files, look } = await inFolder(t)
  await put('physics/1.jsonl', line('2026-05-01', { BilledCost: 'much' }))
  await put('physics/2.jsonl', line('2026-05-02', { BillingCurrency: 'EUR' }))
  await put('physics/3.csv.gz', gzipSync('not whole').subarray(0, 12))
  await put('physics/readme.txt', 'no bill')
  await lookTwice()
  t.match((await files()).toSorted((a, b) => (a.name < b.name ? -1 : 1)), [
    { name: '1.jsonl', state: 'refused', problem: { code: 'bill-malformed', errors: [{ pointer: '/lines/1/BilledCost' }] } },
    { name: '2.jsonl', state: 'loaded' },
    { name: '3.csv.gz', state: 'refused', problem: { code: 'bill-malformed', detail: /gzip/ } },
  ])
  t.match(await bills(), [{ amount: '2.5' }], 'by the rate that is set')
  const readAt = async () => (await files() as unknown as { name: string; readAt: string }[]).find(({ name }) => name === '1.jsonl')!.readAt
  const before = await readAt()
  await look()
  t.equal(await readAt(), before)
  at += 86_400_000
  await look()
  t.not(await readAt(), before)
  await put('physics/1.jsonl', line('2026-05-01'))
  await lookTwice()
  t.equal((await bills()).length, 2)
})

t.test('what no tenant is called is told once, with what to do, and is read by nobody', async (t) => {
  const { put, lookTwice, errors, folder } = await inFolder(t)
  await put('geology/month.jsonl', line('2026-05-01'))
  await lookTwice()
  t.equal(errors.length, 1)
  t.match(errors[0], /has geology, and there is no tenant of that name. Next step/)
  await rename(join(folder, 'geology'), join(folder, 'chemistry'))
  await lookTwice()
  t.equal(errors.length, 1)
  t.match((await world.request('stranger', 'GET', '/v1/tenants/chemistry/bill-files')).body.items, [{ name: 'month.jsonl', state: 'refused', problem: { code: 'bill-foreign' } }], 'a bill of another\'s cluster')
  t.equal((await world.request('stranger', 'GET', '/v1/tenants/physics/bill-files')).status, 404)
})

t.test('two workers load each bill once, and one that dies in the middle leaves it to the next', async (t) => {
  const really = billLoader(world.control, [])
  const reading: string[] = []
  const arrived = Promise.withResolvers<void>()
  let dies = true
  const load: LoadBill = async (found) => {
    reading.push(found.tenant.name)
    if (!dies) return really(found)
    const loaded = await really(found)
    arrived.resolve()
    await new Promise(() => {})
    return loaded
  }
  const { put, look, worker, bills, files } = await inFolder(t, load)
  await put('physics/month.jsonl', line('2026-05-01'))
  const [dying, next] = [worker(), worker()]
  await look()
  at += steadyMs
  void dying.look()
  await arrived.promise
  await next.look()
  t.equal(reading.length, 1, 'the other one has it')
  t.match(await files(), [{ state: 'waiting' }], 'nobody says that it is done')
  dies = false
  await endSessions()
  at += steadyMs
  for (; (await files())[0]!.state === 'waiting'; at += steadyMs) await next.look()
  t.match(await files(), [{ state: 'loaded', notes: [/It was loaded before/] }])
  t.equal((await bills()).length, 1)
})

/** The database's own way to lose a worker. */
async function endSessions(): Promise<void> {
  const { rows } = await world.database.pool.query(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objsubid = 1 and granted and pid <> pg_backend_pid() and database = (select oid from pg_database where datname = current_database())`)
  if (rows.length === 0) throw new Error('Nobody had the lock')
}
