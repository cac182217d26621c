import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import { CataloguesInForce } from '../packages/control/src/index.ts'
import { catalogues, catalogueVersions, eq, platformScope, transaction } from '../packages/database/src/index.ts'
import { Jobs, Listener } from '../packages/engine/src/index.ts'
import { catalogueOf, findMachine, priceBook, shippedCatalogues, type Catalogue } from '../packages/pricing/src/index.ts'
import { testWorld } from '../packages/server/src/testing.ts'
import { Worker } from '../packages/worker/src/index.ts'

/*
 * Prices are refreshed from servers that answer as the clouds' price lists do: in pages, sometimes with too much at once, cut off, or wrong. Through the whole server and a worker: what is odd stays
 * as it was and is told, a list that is not to be believed changes nothing, and an old estimate can be explained.
 */
t.setTimeout(180_000)
type Answer = (request: IncomingMessage, response: ServerResponse, url: URL) => void
let answer: Answer = () => {}
const asked: string[] = []
const clouds = createServer((request, response) => {
  const url = new URL(request.url!, 'http://cloud')
  asked.push(request.url!)
  answer(request, response, url)
}).listen(0, '127.0.0.1')
await once(clouds, 'listening')
t.teardown(() => { clouds.closeAllConnections(); clouds.close() })
const place = `http://127.0.0.1:${(clouds.address() as AddressInfo).port}`

const world = await testWorld(t)
const errors: unknown[] = []
const folder = t.testdir({})
const workerAt = (aws: string) => new Worker({
  database: world.database, jobs: new Jobs(world.database, { worker: true }), clock: world.control.clock, keyRing: world.control.keyRing, providers: [],
  prices: { azure: place, aws, awsSpot: aws, gcp: place, googleKey: 'AIza-very-secret', retryMs: 1 }, chartArchive: async () => { throw new Error('nobody asks for a chart') }, onError: (error) => { errors.push(error) },
})
const worker = workerAt(folder)
const listener = new Listener(world.database.connectionString)
await listener.start()
const inForce = new CataloguesInForce({ database: world.database, onError: (error) => { errors.push(error) } })
await inForce.start(listener)
await worker.start()
t.teardown(async () => {
  inForce.stop()
  await worker.stop()
  await listener.close()
})

const shipped = (provider: string): Catalogue => shippedCatalogues().find((each) => each.provider === provider)!
const json = (response: ServerResponse, body: unknown) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
async function refresh(provider: string) {
  const { status, body, headers } = await world.request('platformAdmin', 'POST', `/v1/catalogues/${provider}/refresh`, {})
  t.equal(status, 202, body.detail)
  for (;;) {
    const { body: operation } = await world.request('platformAdmin', 'GET', `${headers['operation-location']}?wait=10`)
    if (operation.done) return operation
  }
}
const get = async (path: string) => (await world.request('reader', 'GET', `/v1/catalogues${path}`)).body
async function until(look: () => boolean): Promise<void> {
  while (!look()) await new Promise((resolve) => { setTimeout(resolve, 20) })
}

/** What Azure sells in a region as its API tells it, at `times` the price that is known. */
function azureItems(region: string, times = 1, currencyCode = 'USD') {
  const { machines, regions } = shipped('azure')
  return Object.entries(machines).flatMap(([armSkuName, { onDemand }]) => {
    const price = onDemand[regions.indexOf(region)]
    const skuName = armSkuName.replace('Standard_', '').replaceAll('_', ' ')
    const item = { currencyCode, tierMinimumUnits: 0, unitPrice: price, armRegionName: region, location: region, effectiveStartDate: '2026-02-01T00:00:00Z', meterId: 'm', meterName: skuName, productId: 'p', skuId: 's', skuName, serviceName: 'Virtual Machines', serviceFamily: 'Compute', unitOfMeasure: '1 Hour', type: 'Consumption', isPrimaryMeterRegion: true, armSkuName }
    return price ? [{ ...item, retailPrice: price * times, productName: `Virtual Machines ${skuName} Series` }, { ...item, retailPrice: price * 1.9, productName: `Virtual Machines ${skuName} Series Windows` }] : []
  })
}
const pageSize = 100
const balancers = [['Standard Included LB Rules and Outbound Rules', 0.026, '1 Hour'], ['Standard Overage LB Rules and Outbound Rules', 0.011, '1/Hour'], ['Standard Data Processed', 0.005, '1 GB']].map(([meterName, retailPrice, unitOfMeasure]) => ({
  currencyCode: 'USD', tierMinimumUnits: 0, retailPrice, unitPrice: retailPrice, armRegionName: 'Global', location: '', effectiveStartDate: '2026-02-01T00:00:00Z', meterId: 'm', meterName, productId: 'p', skuId: 's', productName: 'Load Balancer', skuName: 'Standard',
  serviceName: 'Load Balancer', serviceFamily: 'Networking', unitOfMeasure, type: 'Consumption', isPrimaryMeterRegion: true, armSkuName: '',
}))
/** Azure's pages, with links that name the API's own address. */
const azure = (change: (items: ReturnType<typeof azureItems>, region: string) => unknown[] = (items) => items): Answer => (_request, response, url) => {
  const filter = url.searchParams.get('$filter')!
  const region = /armRegionName eq '(\w+)'/.exec(filter)![1]!
  const all = filter.includes("'Virtual Machines'") ? change(azureItems(region), region) : filter.includes("'Load Balancer'") && region === 'Global' ? balancers : []
  const skip = Number(url.searchParams.get('$skip') ?? 0)
  url.searchParams.set('$skip', String(skip + pageSize))
  json(response, { BillingCurrency: 'USD', CustomerEntityId: 'Default', CustomerEntityType: 'Retail', Items: all.slice(skip, skip + pageSize), NextPageLink: skip + pageSize < all.length ? `https://prices.azure.com:443${url.pathname}${url.search}` : null, Count: pageSize })
}

t.test('Azure: read page by page through throttling and cut connections; what jumped stays, everything else is of today', async (t) => {
  const pages = azure((items, region) => (region === 'westeurope' ? items.map((item) => (item.armSkuName === 'Standard_D4s_v5' ? { ...item, retailPrice: item.retailPrice * 10 } : item.armSkuName === 'Standard_E4s_v5' ? { ...item, retailPrice: item.retailPrice * 1.1 } : item)) : items))
  let calls = 0
  answer = (request, response, url) => {
    calls++
    if (calls === 2) return response.writeHead(429, { 'retry-after': '0' }).end()
    if (calls === 4) return response.socket!.destroy()
    if (calls === 6) return response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' }).write('{"Items": ['), setImmediate(() => response.socket!.destroy())
    if (calls === 8) return response.writeHead(500).end('{"error": "busy"}')
    return pages(request, response, url)
  }
  const { state, result, steps } = await refresh('azure')
  t.equal(state, 'succeeded')
  t.equal(steps.length, shipped('azure').regions.length + 2, 'its progress is told region by region, and of what is told of none')
  await until(() => catalogueOf('azure') !== shipped('azure'))
  t.match(findMachine('azure', 'westeurope', 'Standard_D4s_v5'), { onDemand: 0.23, asOf: '2026-06-18' }, 'ten times as dear is not believed')
  t.match(findMachine('azure', 'westeurope', 'Standard_E4s_v5'), { onDemand: 0.304 * 1.1, source: /Azure Retail Prices API/ })
  t.equal(priceBook({ provider: 'azure', region: 'westeurope' }).loadBalancersHour(1), 0.026)
  const version = await get(`/${result.catalogue}?region=westeurope`)
  t.match(version, { state: 'applied', inForce: true, old: false, kept: [{ figure: 'Standard_D4s_v5 in westeurope', was: 0.23, found: 2.3000000000000003, why: 'that is dearer by 900 % than before' }], digest: /^[0-9a-f]{64}$/ })
  t.match(version.machines.find(({ name }: { name: string }) => name === 'Standard_E4s_v5'), { perHour: '0.334400' })
  t.match((await get('/azure-2026-06-18?region=westeurope')).machines.find(({ name }: { name: string }) => name === 'Standard_E4s_v5'), { perHour: '0.304000' }, 'what was before can still be looked up')
  const estimate = await world.request('reader', 'POST', '/v1/estimates', { provider: 'azure', region: 'westeurope', users: [{ count: 10, memoryGuaranteeGiB: 1 }], userPools: [{ machine: 'Standard_E4s_v5' }] })
  t.equal(estimate.body.catalogue.version, result.catalogue, 'an estimate says which prices it was made with')
})

t.test('a list that is not to be believed changes nothing, and it is told why', async (t) => {
  const before = catalogueOf('azure')
  const rejected = async (reason: RegExp) => {
    const { state, error } = await refresh('azure')
    t.match({ state, code: error?.code, detail: error?.detail }, { state: 'failed', code: 'prices-rejected', detail: reason })
    t.match((await get('?provider=azure&state=rejected')).items[0], { state: 'rejected', inForce: false, reasons: [reason] })
    await inForce.read()
    t.equal(catalogueOf('azure'), before)
    world.advance(1000)
  }
  world.advance(1000)
  answer = azure((items) => items.map((item) => ({ ...item, currencyCode: 'EUR' })))
  await rejected(/prices are in EUR, and not in USD/)
  answer = azure((items) => items.map((item) => ({ ...item, retailPrice: item.retailPrice * 10 })))
  await rejected(/prices are odd/)
  answer = azure((items) => items.map((item, at) => (at % 14 === 0 ? { ...item, retailPrice: 'dear' } : item)))
  await rejected(/records could not be read/)
  answer = azure((items) => items.filter((_, at) => at % 10 === 0))
  await rejected(/known prices are missing/)
  answer = (request, response, url) => (url.searchParams.get('$filter')!.includes('Load Balancer') ? json(response, { Items: [], NextPageLink: null }) : azure(() => [])(request, response, url))
  await rejected(/told none of the prices/)
  answer = (_request, response) => json(response, { error: { code: 'BadRequest' } })
  const { headers } = await world.request('platformAdmin', 'POST', '/v1/catalogues/azure/refresh', {})
  const operation = async () => (await world.request('platformAdmin', 'GET', headers['operation-location']!)).body
  let seen = await operation()
  while (!seen.lastError) seen = (await world.request('platformAdmin', 'GET', `${headers['operation-location']}?wait=1`)).body
  t.match(seen.lastError, { code: 'prices-unreadable', detail: /eastus: a page has no Items, but error/ }, 'and it is tried again')
  await world.request('platformAdmin', 'POST', `${headers['operation-location']}/cancel`, {})
  const [{ wakeAt }] = (await transaction(world.database, platformScope, (tx) => tx.select().from(catalogues).where(eq(catalogues.provider, 'azure')))) as [typeof catalogues.$inferSelect]
  t.ok(wakeAt, 'by itself')
})

t.test('Google: by tokens from page to page, with a key that stands in no address', async (t) => {
  const { machines, regions } = shipped('gcp')
  const names: Record<string, string> = { n1: 'N1 Predefined Instance', n2: 'N2 Instance', n2d: 'N2D AMD Instance', e2: 'E2 Instance', t2d: 'T2D AMD Instance', c3: 'C3 Instance', c3d: 'C3D Instance', c4: 'C4 Instance', n4: 'N4 Instance', c2d: 'C2D AMD Instance', c2: 'Compute optimized' }
  // cores and GiB from two machines of a family that differ in their memory for each core
  const rates = regions.flatMap((region, at) => Object.entries(names).flatMap(([family, name]) => {
    const sold = Object.values(machines).filter((machine) => machine.family === family && !machine.sharedCore && machine.onDemand[at])
    const [a, b] = [sold[0], sold.find((other) => other.memoryGiB / other.vcpu !== sold[0]!.memoryGiB / sold[0]!.vcpu)]
    if (!a || !b) return []
    const ram = (a.onDemand[at]! / a.vcpu - b.onDemand[at]! / b.vcpu) / (a.memoryGiB / a.vcpu - b.memoryGiB / b.vcpu)
    const core = a.onDemand[at]! / a.vcpu - ram * a.memoryGiB / a.vcpu
    return [['Core', core, 'h'], ['Ram', ram, 'GiBy.h']].map(([part, price, usageUnit]) => ({
      name: 's', skuId: '2922-40C5-B19F', description: `${name} ${part} running in ${region}`, category: { serviceDisplayName: 'Compute Engine', resourceFamily: 'Compute', resourceGroup: 'CPU', usageType: 'OnDemand' }, serviceRegions: [region],
      pricingInfo: [{ summary: '', pricingExpression: { usageUnit, displayQuantity: 1, tieredRates: [{ startUsageAmount: 0, unitPrice: { currencyCode: 'USD', units: '0', nanos: Math.round(Number(price) * 1e9) } }] }, currencyConversionRate: 1, effectiveTime: '2026-10-01T00:00:00Z' }],
    }))
  }))
  answer = (request, response, url) => {
    if (request.headers['x-goog-api-key'] !== 'AIza-very-secret') return response.writeHead(403).end()
    const from = Number(url.searchParams.get('pageToken') ?? 0)
    return json(response, { skus: rates.slice(from, from + 50), nextPageToken: from + 50 < rates.length ? String(from + 50) : '' })
  }
  const { state, error, result } = await refresh('gcp')
  t.equal(state, 'succeeded', error?.detail)
  t.notOk(asked.some((address) => address.includes('AIza')))
  t.match(await get(`/${result.catalogue}`), { state: 'applied', source: /karpenter|Google Cloud Billing/ })
  await until(() => catalogueOf('gcp') !== shipped('gcp'))
  t.match(findMachine('gcp', 'us-central1', 'n1-standard-2'), { onDemand: 0.0949995, source: /Google Cloud Billing Catalog/ })
})

t.test('AWS: from a folder of downloaded files, row by row; regions without a file stay as they were', async (t) => {
  const { machines, regions } = shipped('aws')
  const columns = ['SKU', 'OfferTermCode', 'RateCode', 'TermType', 'EffectiveDate', 'Unit', 'PricePerUnit', 'Currency', 'Product Family', 'Instance Type', 'Tenancy', 'Operating System', 'CapacityStatus', 'Pre Installed S/W', 'Region Code', 'Volume API Name', 'MarketOption']
  const region = 'eu-west-1'
  const rows = Object.entries(machines).flatMap(([type, { onDemand }]) => {
    const price = onDemand[regions.indexOf(region)]
    return price ? ['Linux', 'Windows'].map((system) => ['X', 'J', 'R', 'OnDemand', '2026-11-01', 'Hrs', String(system === 'Linux' ? price * 1.05 : price * 2), 'USD', 'Compute Instance', type, 'Shared', system, 'Used', 'NA', region, '', 'OnDemand']) : []
  })
  rows.push(['Y', 'J', 'R', 'OnDemand', '2026-11-01', 'GB-Mo', '0.0880000000', 'USD', 'Storage', '', '', '', '', '', region, 'gp3', 'OnDemand'])
  const head = ['"FormatVersion","v1.0"', '"Disclaimer","This pricing list is for informational purposes only."', '"Publication Date","2026-11-20T00:00:00Z"', '"Version","20261120"', '"OfferCode","AmazonEC2"']
  await mkdir(join(folder, region))
  await writeFile(join(folder, region, 'index.csv'), [...head, ...[columns, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(','))].join('\n'))
  const offer = (names: string[], of: string[][]) => [...head, ...[names, ...of].map((cells) => cells.map((cell) => `"${cell}"`).join(','))].join('\n')
  const names = ['SKU', 'OfferTermCode', 'RateCode', 'TermType', 'EffectiveDate', 'Unit', 'PricePerUnit', 'Currency', 'Product Family', 'Region Code', 'usageType']
  await writeFile(join(folder, region, 'AmazonEKS.csv'), offer(names, [['Z', 'J', 'R', 'OnDemand', '2026-11-01', 'Hrs', '0.1100000000', 'USD', 'Compute', region, 'EU-AmazonEKS-Hours:perCluster']]))
  await writeFile(join(folder, 'spot.js'), `callback(${JSON.stringify({ vers: 0.01, config: { rate: 'perhr', valueColumns: ['linux', 'mswin'], currencies: ['USD'], regions: [
    { region: 'eu-ireland', footnotes: {}, instanceTypes: [{ type: 'generalCurrentGen', sizes: [{ size: 'm5.xlarge', valueColumns: [{ name: 'linux', prices: { USD: '0.0815' } }, { name: 'mswin', prices: { USD: '0.26' } }] }, { size: 'r5.xlarge', valueColumns: [{ name: 'linux', prices: { USD: 'N/A*' } }] }] }] },
    { region: 'us-west-2', footnotes: {}, instanceTypes: [{ type: 'generalCurrentGen', sizes: [{ size: 'm5.xlarge', valueColumns: [{ name: 'linux', prices: { USD: '0.0911' } }] }] }] },
  ] } })});`)
  const { state, error, result } = await refresh('aws')
  t.equal(state, 'succeeded', error?.detail)
  await until(() => catalogueOf('aws') !== shipped('aws'))
  t.match(findMachine('aws', region, 'm5.xlarge'), { onDemand: 0.214 * 1.05, source: /files of the AWS Price List/ })
  t.same([findMachine('aws', region, 'm5.xlarge').spot, findMachine('aws', 'us-west-2', 'm5.xlarge').spot], [0.0815, 0.0911], 'spot prices come of a list of their own, by its old names of regions too')
  t.equal(priceBook({ provider: 'aws', region }).controlPlaneHour('standard'), 0.11)
  t.match(findMachine('aws', 'us-east-1', 'm5.xlarge'), { onDemand: 0.192, source: /karpenter/ })
  const { disks, kept } = await get(`/${result.catalogue}?region=${region}`)
  t.match(disks.find(({ name }: { name: string }) => name === 'gp3'), { perGiBMonth: '0.088000', source: /files of the AWS/ })
  t.match(kept.find(({ figure }: { figure: string }) => figure.startsWith('all prices in')), { figure: /us-east-1/, why: 'the source did not tell of it' })
})

t.test('versions are listed with what became of them; a provider without a price list and a version that never was are refused', async (t) => {
  const { items } = await get('?limit=100')
  t.same(items.filter(({ inForce }: { inForce: boolean }) => inForce).map(({ provider }: { provider: string }) => provider).sort(), ['aws', 'azure', 'gcp', 'sandbox'])
  t.equal((await transaction(world.database, 'tenant_physics', (tx) => tx.select().from(catalogueVersions))).length > 5, true, 'prices are nobody\'s')
  await t.rejects(transaction(world.database, 'tenant_physics', (tx) => tx.insert(catalogueVersions).values({ id: 'x', provider: 'gcp', state: 'applied', asOf: '2026-11-26', source: '', digest: '', found: 0, changed: 0, reasons: [], kept: [], keptCount: 0 })), { cause: { code: '42501' } }, 'and only the platform writes them')
  t.match(await world.request('platformAdmin', 'POST', '/v1/catalogues/sandbox/refresh', {}), { status: 422, body: { code: 'price-unknown' } })
  t.match(await world.request('reader', 'GET', '/v1/catalogues/gcp-2020-01-01'), { status: 404 })
  t.same(errors, [])
})
