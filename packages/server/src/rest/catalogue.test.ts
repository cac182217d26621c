import t from 'tap'
import { testWorld } from '../testing.ts'

const world = await testWorld(t)
const get = (path: string) => world.request('reader', 'GET', `/v1/catalogue/${path}`)

t.test('the guide\'s own choice, three n1-standard-2 in us-central1-b, can be made from the catalogue', async (t) => {
  const { body: regions } = await get('regions?provider=gcp&limit=100')
  t.match(regions.items.find(({ name }: { name: string }) => name === 'us-central1'), { zones: ['us-central1-a', 'us-central1-b', 'us-central1-c', 'us-central1-f'], fictional: false })
  const { body: machines } = await get('machine-types?provider=gcp&region=us-central1&family=n1&limit=100')
  const chosen = machines.items.find(({ name }: { name: string }) => name === 'n1-standard-2')
  t.match(chosen, { vcpu: 2, memoryGiB: 7.5, perHour: '0.095000', perMonth: { amount: '69.3496', currency: 'USD' }, forPods: { pods: 110 }, source: /.+/ })
  t.ok(chosen.forPods.memoryGiB > 5 && chosen.forPods.memoryGiB < 6.5, `${chosen.forPods.memoryGiB} GiB are left to pods`)
})

t.test('machine types come cheapest first, page by page, and a filter leaves out nothing that fits', async (t) => {
  const names: string[] = []
  const prices: number[] = []
  for (let cursor = ''; ;) {
    const { body } = await get(`machine-types?provider=azure&region=eastus&minMemoryGiB=16&maxPerMonth=300${cursor}`)
    for (const { name, memoryGiB, perMonth, perHour } of body.items) {
      names.push(name)
      prices.push(Number(perHour))
      t.ok(memoryGiB >= 16 && Number(perMonth.amount) <= 300, name)
    }
    if (!body.nextCursor) break
    cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`
  }
  t.ok(names.length > 20, 'more than one page')
  t.equal(new Set(names).size, names.length, 'none twice')
  t.same(prices, prices.toSorted((a, b) => a - b))
})

t.test('a disk is priced for the home that is asked for, and what has no known price is null', async (t) => {
  const { body } = await get('disk-types?provider=gcp&region=us-central1&gib=20')
  t.match(body.items.find(({ name }: { name: string }) => name === 'pd-balanced'), { default: true, shared: false, gib: 20, perMonth: { amount: '2.0000' }, storageClasses: ['standard-rwo'] })
  const everywhere = await Promise.all(['us-east-1', 'af-south-1'].map((region) => get(`disk-types?provider=aws&region=${region}`)))
  t.ok(everywhere.some((answer) => answer.body.items.some(({ perMonth }: { perMonth: unknown }) => perMonth === null)), 'a region whose disks have no known price')
})

t.test('an unknown provider or region is refused with what there is', async (t) => {
  t.match((await get('machine-types?provider=gpc&region=us-central1')).body, { code: 'price-unknown', detail: /did you mean gcp/ })
  t.match((await get('machine-types?provider=gcp&region=us-centrall')).body, { code: 'price-unknown', detail: /did you mean us-central1/ })
  t.match((await get('regions?provider=nowhere-at-all')).body, { code: 'price-unknown', detail: /there are gcp, azure, aws, sandbox/ })
})

t.test('a GiB of memory and a GiB of home have a price a month in each region, with its source and day, or are said to be unknown', async (t) => {
  const { body } = await get('unit-prices?provider=gcp&limit=100')
  t.ok(body.items.length > 10)
  for (const { region, memory, home } of body.items) {
    t.match({ memory, home }, { memory: { perGiBMonth: { amount: /^\d\.\d{4}$/, currency: 'USD' }, machineType: /.+/, source: /.+/, asOf: /^\d{4}-/ }, home: { perGiBMonth: { amount: /^0\.1\d{3}$/ }, diskType: 'pd-balanced', gib: 10, source: /.+/, asOf: '2025-03-06' } }, region)
    t.ok(Number(memory.spotPerGiBMonth.amount) < Number(memory.perGiBMonth.amount), region)
  }
  t.match((await get('unit-prices?region=ap-southeast-2')).body.items, [{ provider: 'aws', memory: { perGiBMonth: { amount: /./ } }, home: { perGiBMonth: null } }], 'a home that nobody has a price for is not free')
  t.match((await get('unit-prices?machineType=n1-highmem-4&region=us-central1&homeGiB=20&storageClass=premium-rwo')).body.items, [{ memory: { machineType: 'n1-highmem-4' }, home: { perGiBMonth: { amount: '0.1700' }, diskType: 'pd-ssd', gib: 20 } }])
  t.match((await get('unit-prices?machineType=n1-hihgmem-4')).body, { code: 'price-unknown', detail: /did you mean n1-highmem-4/ })
  t.match((await get('unit-prices?provider=aws&storageClass=gp4')).body, { code: 'price-unknown', detail: /did you mean gp/ })
  t.match((await get('unit-prices?region=us-centrall')).body, { code: 'price-unknown', detail: /did you mean us-central1/ })
})

t.test('an estimate for a machine type that is not there names the nearest', async (t) => {
  const { body } = await world.request('reader', 'POST', '/v1/estimates', { provider: 'gcp', region: 'us-central1', users: [{ count: 10, memoryGuaranteeGiB: 1 }], userPools: [{ machine: 'n2-hihgmem-8' }] })
  t.match(body, { code: 'price-unknown', detail: /did you mean n2-highmem-8/ })
})
