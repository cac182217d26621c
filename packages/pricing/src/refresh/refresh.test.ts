import t from 'tap'
import { catalogueOf, estimate, findMachine, judge, priceBook, priceReader, shippedCatalogues, unitPrices, type Catalogue, type Figures } from '../index.ts'
import { Figures as NewFigures, figureOf, knownFigures, type Figure } from './figures.ts'

const now = new Date('2026-11-26T12:00:00Z')
const told = { source: 'a price list', asOf: '2026-11-26', version: 'v2' }
const catalogue = (provider: string): Catalogue => catalogueOf(provider)!
const read = (provider: string, records: unknown[]): Figures => {
  const reader = priceReader(catalogue(provider), now)
  for (const record of records) reader.read(record)
  return reader.figures()
}
/** All that is known, as if a source told it again. */
const same = (provider: string, which: (figure: Figure) => boolean = () => true): Figures => {
  const figures = new NewFigures()
  for (const [key, price] of knownFigures(catalogue(provider))) if (which(figureOf(key))) figures.add(figureOf(key), price)
  return figures
}
const azureItem = (price: number, more: object = {}) => ({
  currencyCode: 'USD', tierMinimumUnits: 0, retailPrice: price, unitPrice: price, armRegionName: 'eastus', effectiveStartDate: '2026-01-01T00:00:00Z', productName: 'Virtual Machines Easv5 Series', skuName: 'E4as v5', meterName: 'E4as v5',
  serviceName: 'Virtual Machines', serviceFamily: 'Compute', unitOfMeasure: '1 Hour', type: 'Consumption', isPrimaryMeterRegion: true, armSkuName: 'Standard_E4as_v5', ...more,
})
const sku = (description: string, resourceGroup: string, nanos: number, { usageType = 'OnDemand', unit = 'h', region = 'us-central1', currencyCode = 'USD' } = {}) => ({
  skuId: '2922-40C5-B19F', description, category: { serviceDisplayName: 'Compute Engine', resourceFamily: resourceGroup.startsWith('PD') || resourceGroup === 'SSD' ? 'Storage' : 'Compute', resourceGroup, usageType }, serviceRegions: [region],
  pricingInfo: [{ pricingExpression: { usageUnit: unit, tieredRates: [{ startUsageAmount: 0, unitPrice: { currencyCode, units: '0', nanos } }] }, effectiveTime: '2026-03-24T10:52:50.681Z' }],
})

t.test('Google: a machine costs what its cores and its memory do, to the last digit', async (t) => {
  const figures = same('gcp', ({ name, region }) => name !== 'e2-standard-2' && region !== 'europe-west2' && !name.startsWith('n1-') && name !== 'pd-balanced')
  figures.addAll(read('gcp', [
    sku('N1 Predefined Instance Core running in Americas', 'N1Standard', 31_611_000), sku('N1 Predefined Instance Ram running in Americas', 'N1Standard', 4_237_000, { unit: 'GiBy.h' }),
    sku('Spot Preemptible N1 Predefined Instance Core running in Americas', 'N1Standard', 11_150_000, { usageType: 'Preemptible' }), sku('Commitment v1: N1 Instance Core in Americas for 1 Year', 'CPU', 1, { usageType: 'Commit1Yr' }),
    sku('N1 Custom Instance Core running in Americas', 'N1Standard', 33_174_000), sku('Balanced PD Capacity in Iowa', 'SSD', 100_000_000, { unit: 'GiBy.mo' }), sku('Regional Balanced PD Capacity in Iowa', 'SSD', 200_000_000, { unit: 'GiBy.mo' }),
  ]))
  const { next } = judge(catalogue('gcp'), figures, told)
  t.equal(findMachine('gcp', 'us-central1', 'n1-standard-2', next!).onDemand, 0.0949995)
  t.equal(next!.disks['pd-balanced']!.perGiBMonth!['us-central1'], 0.1)
  t.match(findMachine('gcp', 'us-central1', 'n1-standard-2', next!), { source: 'a price list', asOf: '2026-11-26' })
  t.match(findMachine('gcp', 'us-central1', 'e2-standard-2', next!), { source: /karpenter/, asOf: '2026-08-03', onDemand: 0.06701142 }, 'what was not told keeps its price, its source and its day')
  t.match(findMachine('gcp', 'europe-west2', 'n1-standard-2', next!), { source: /karpenter/ })
})

t.test('Azure: prices with a licence in them are no prices, and of several the one that holds now counts', async (t) => {
  const windows = read('azure', [azureItem(0.41, { productName: 'Virtual Machines Easv5 Series Windows' }), azureItem(0.41, { productName: 'Easv5 Series Cloud Services' }), azureItem(0.1, { skuName: 'E4as v5 Low Priority' }), azureItem(0.1, { type: 'DevTestConsumption' }), azureItem(100, { unitOfMeasure: '1 Year' })])
  t.equal(windows.size, 0)
  const several = read('azure', [azureItem(0.226, { effectiveStartDate: '2026-06-01T00:00:00Z' }), azureItem(0.3), azureItem(0.9, { effectiveStartDate: '2027-01-01T00:00:00Z' }), azureItem(0.06, { skuName: 'E4as v5 Spot', meterName: 'E4as v5 Spot' })])
  t.same([...several.prices.values()], [0.226, 0.06])
  const disks = read('azure', [azureItem(19.71, { serviceName: 'Storage', productName: 'Premium SSD Managed Disks', skuName: 'P10 LRS', meterName: 'P10 LRS Disk', unitOfMeasure: '1/Month' }), azureItem(1, { serviceName: 'Storage', productName: 'Premium SSD Managed Disks', skuName: 'P10 LRS', meterName: 'P10 LRS Disk Mount', unitOfMeasure: '1/Month' })])
  t.same([...disks.prices], [['["disk","premium-ssd","eastus",128]', 19.71]])
})

t.test('the price with a Windows licence is refused even where nothing says that it is one', async (t) => {
  const series = [2, 4, 8, 16].map((vcpu) => azureItem(vcpu === 4 ? 0.41 : 0.0565 * vcpu, { armSkuName: `Standard_E${vcpu}as_v5`, skuName: `E${vcpu}as v5` }))
  const figures = same('azure')
  figures.addAll(read('azure', series))
  const { next, kept } = judge(catalogue('azure'), figures, told)
  t.match(kept.find(({ figure }) => figure.startsWith('Standard_E4as_v5 ')), { figure: 'Standard_E4as_v5 in eastus', was: null, found: 0.41, why: /a core of Eas_v5 costs 0.0565 there, of this one 0.1025/ })
  t.equal(findMachine('azure', 'eastus', 'Standard_E4as_v5', next!).onDemand, null)
})

t.test('AWS: Linux on demand and disks by the month, whatever else stands in the file', async (t) => {
  const row = (price: string, more: object = {}) => ({
    SKU: 'X', TermType: 'OnDemand', Unit: 'Hrs', PricePerUnit: price, Currency: 'USD', EffectiveDate: '2026-11-01', 'Product Family': 'Compute Instance', 'Instance Type': 'm5.xlarge', 'Operating System': 'Linux', Tenancy: 'Shared', 'Pre Installed S/W': 'NA', CapacityStatus: 'Used',
    'Region Code': 'eu-west-1', MarketOption: 'OnDemand', 'Volume API Name': '', ...more,
  })
  const figures = read('aws', [row('0.2140000000'), row('0.39', { 'Operating System': 'Windows' }), row('0.7', { 'Pre Installed S/W': 'SQL Std' }), row('0.1', { TermType: 'Reserved' }), row('0', { CapacityStatus: 'UnusedCapacityReservation' }), row('0.2354', { Tenancy: 'Dedicated' }),
    row('0.088', { 'Product Family': 'Storage', 'Instance Type': '', 'Volume API Name': 'gp3', Unit: 'GB-Mo' })])
  t.same([...figures.prices.values()], [0.214, 0.088])
  const { next } = judge(catalogue('aws'), figures, told)
  t.equal(next, null, 'one machine of many is no price list')
})

t.test('what did not change changes nothing but its day, and each catalogue passes its own rules', async (t) => {
  for (const provider of ['gcp', 'azure', 'aws']) {
    const { next, reasons, kept, changed } = judge(catalogue(provider), same(provider), told)
    t.same([reasons, kept.filter(({ found }) => found !== null), changed], [[], [], 0], provider)
    t.equal(next!.asOf, '2026-11-26')
    const region = next!.regions[0]!
    t.equal(unitPrices(next!, region).memory!.asOf, '2026-11-26')
    t.equal(unitPrices(next!, region).memory!.perGiBMonth, unitPrices(catalogue(provider), region).memory!.perGiBMonth)
  }
  t.same(shippedCatalogues().map(({ version }) => version), ['2026-08-03', '2026-06-18', '2026-07-20', catalogue('sandbox').version], 'and what is shipped is untouched')
})

t.test('a price that jumped is kept as it was and told, with by how much', async (t) => {
  const figures = same('gcp')
  figures.add({ of: 'onDemand', name: 'n1-standard-2', region: 'us-central1' }, 0.949995, 'z')
  figures.add({ of: 'disk', name: 'pd-ssd', region: 'us-central1' }, 0, 'z')
  figures.add({ of: 'spot', name: 'n1-standard-4', region: 'us-central1' }, 0.5, 'z')
  const { next, kept, reasons } = judge(catalogue('gcp'), figures, told)
  t.same(reasons, [])
  t.match(kept, [{ figure: 'spot n1-standard-4 in us-central1', found: 0.5, why: /on demand it costs/ }, { figure: 'n1-standard-2 in us-central1', was: 0.0949995, found: 0.949995, why: 'that is dearer by 900 % than before' }, { figure: 'pd-ssd in us-central1', was: 0.17, found: 0, why: 'a price is above zero' }].toSorted((a, b) => kept.findIndex(({ figure }) => figure === a.figure) - kept.findIndex(({ figure }) => figure === b.figure)))
  t.match(findMachine('gcp', 'us-central1', 'n1-standard-2', next!), { onDemand: 0.0949995, asOf: '2026-08-03' })
  t.match(findMachine('gcp', 'us-central1', 'n1-standard-4', next!), { asOf: '2026-11-26' })
})

t.test('where many are odd, missing or malformed, or none is there, nothing is taken over', async (t) => {
  const dear = new NewFigures()
  for (const [key, price] of knownFigures(catalogue('aws'))) dear.add(figureOf(key), price * 10)
  t.match(judge(catalogue('aws'), dear, told), { next: null, reasons: [/^\d+ of \d+ prices are odd; the first: .+ dearer by 900 %/] })
  const cut = new NewFigures()
  for (const [key, price] of [...knownFigures(catalogue('azure'))].filter((_, at) => at % 3 === 0)) cut.add(figureOf(key), price)
  t.match(judge(catalogue('azure'), cut, told), { next: null, reasons: [/known prices are missing/] })
  const torn = same('gcp')
  for (let at = 0; at < 1000; at++) torn.reject('half a record')
  t.match(judge(catalogue('gcp'), torn, told), { next: null, reasons: [/^1000 of \d+ records could not be read; the first: half a record/] })
  t.match(judge(catalogue('gcp'), new NewFigures(), told), { next: null, reasons: ['the source told none of the prices that the catalogue has'] })
})

t.test('another currency is refused, and never put beside ours', async (t) => {
  t.throws(() => read('azure', [azureItem(0.2, { currencyCode: 'EUR' })]), { message: 'prices are in EUR, and not in USD' })
  t.throws(() => read('gcp', [sku('N1 Predefined Instance Core running in Americas', 'N1Standard', 31_611_000, { currencyCode: 'IDR' })]), { message: /IDR/ })
})

const row = (price: string, more: object) => ({ SKU: 'X', TermType: 'OnDemand', Unit: 'Hrs', PricePerUnit: price, Currency: 'USD', EffectiveDate: '2026-11-01', 'Product Family': '', 'Region Code': 'eu-west-1', usageType: '', ...more })
/** Everything as it is known, and what was read. */
const after = (provider: string, records: unknown[]): Catalogue => {
  const figures = same(provider)
  figures.addAll(read(provider, records))
  const { next, reasons } = judge(catalogue(provider), figures, told)
  t.same(reasons, [])
  return next!
}
const prices = (known: Catalogue, region: string) => {
  const book = priceBook({ provider: known.provider, region, catalogue: known })
  return { balancers: [1, 7].map((count) => book.loadBalancersHour(count)), traffic: book.trafficGiB(), address: book.addressHour() }
}

t.test('Azure: load balancers of everywhere, addresses and clusters of the region; unit prices of other products are none', async (t) => {
  const item = (price: number, serviceName: string, meterName: string, more: object = {}) => azureItem(price, { serviceName, productName: serviceName, meterName, skuName: 'Standard', armSkuName: '', armRegionName: 'westeurope', ...more })
  const everywhere = { armRegionName: 'Global' }
  const known = after('azure', [
    item(0.03, 'Load Balancer', 'Standard Included LB Rules and Outbound Rules', everywhere), item(0.012, 'Load Balancer', 'Standard Overage LB Rules and Outbound Rules', { ...everywhere, unitOfMeasure: '1/Hour' }),
    item(0.006, 'Load Balancer', 'Standard Data Processed', { ...everywhere, unitOfMeasure: '1 GB' }), item(0.04, 'Load Balancer', 'Standard Included LB Rules and Outbound Rules'), item(0.5, 'Load Balancer', 'Global Included LB Rules and Outbound Rules', everywhere),
    item(0.004, 'Virtual Network', 'Standard IPv4 Static Public IP'), item(0.11, 'Azure Kubernetes Service', 'Standard Uptime SLA'), item(0.7, 'Azure Kubernetes Service', 'Standard Long Term Support'), item(9, 'Azure Kubernetes Service', 'Automatic Control Plane'),
  ])
  // two rules for each hub's ports
  t.same(prices(known, 'eastus'), { balancers: [0.03, 0.03 + 9 * 0.012], traffic: 0.006, address: 0.005 })
  t.same(prices(known, 'westeurope'), { balancers: [0.04, 0.04 + 9 * 0.012], traffic: 0.006, address: 0.004 }, 'what is told of the region goes before')
  const tier = (region: string, name: string) => priceBook({ provider: 'azure', region, catalogue: known }).controlPlaneHour(name)
  t.same([tier('westeurope', 'standard'), tier('westeurope', 'premium'), tier('westeurope', 'free'), tier('eastus', 'standard')], [0.11, 0.7, 0, 0.1])
})

t.test('AWS: classic load balancers, public addresses, clusters with what old versions cost more, and spot', async (t) => {
  const known = after('aws', [
    row('0.028', { usageType: 'EU-LoadBalancerUsage', 'Product Family': 'Load Balancer' }), row('0.0252', { usageType: 'EU-LoadBalancerUsage', 'Product Family': 'Load Balancer-Application' }), row('0.0088', { usageType: 'EU-DataProcessing-Bytes', 'Product Family': 'Load Balancer', Unit: 'GB' }),
    row('0.0055', { usageType: 'EU-PublicIPv4:InUseAddress' }), row('0.0055', { usageType: 'EU-PublicIPv4:IdleAddress' }), row('0.11', { usageType: 'EU-AmazonEKS-Hours:perCluster', Unit: 'hours' }), row('0.11', { usageType: 'EU-AmazonEKS-Hours:perCluster' }), row('0.5', { usageType: 'EU-AmazonEKS-Hours:extendedSupport' }),
    { TermType: 'Spot', 'Region Code': 'eu-west-1', 'Instance Type': 'm5.xlarge', Currency: 'USD', PricePerUnit: '0.0712' }, { TermType: 'Spot', 'Region Code': 'eu-west-1', 'Instance Type': 'r5.xlarge', Currency: 'USD', PricePerUnit: '9' },
  ])
  t.same(prices(known, 'eu-west-1'), { balancers: [0.028, 7 * 0.028], traffic: 0.0088, address: 0.0055 })
  t.same(prices(known, 'us-east-1'), { balancers: [0.025, 7 * 0.025], traffic: 0.008, address: 0.005 })
  const book = priceBook({ provider: 'aws', region: 'eu-west-1', catalogue: known })
  t.same([book.controlPlaneHour('standard'), book.controlPlaneHour('extended')], [0.11, 0.61])
  t.equal(book.machine('m5.xlarge').spot, 0.0712)
  t.equal(book.machine('r5.xlarge').spot, findMachine('aws', 'eu-west-1', 'r5.xlarge').spot, 'spot dearer than on demand is no price')
})

t.test('Google: regional load balancers by their old and new names, addresses after the free hours, clusters of everywhere', async (t) => {
  const address = sku('External IP Charge on a Standard VM', 'ExternalIp', 0)
  address.pricingInfo[0]!.pricingExpression.tieredRates.push({ startUsageAmount: 744, unitPrice: { currencyCode: 'USD', units: '0', nanos: 4_000_000 } })
  const known = after('gcp', [
    sku('Network Load Balancing: Forwarding Rule Minimum Service Charge in London', 'LoadBalancing', 32_700_000, { region: 'europe-west2' }), sku('Cloud Load Balancer Forwarding Rule Additional London', 'LoadBalancing', 13_000_000, { region: 'europe-west2' }),
    sku('Cloud Load Balancer Forwarding Rule Minimum Global', 'LoadBalancing', 90_000_000, { region: 'europe-west2' }), address, sku('Zonal Kubernetes Clusters', 'GKE', 110_000_000, { region: 'global' }), sku('Autopilot Pod mCPU Requests', 'GKE', 1),
  ])
  t.same(prices(known, 'europe-west2'), { balancers: [0.0327, 0.0327 + 2 * 0.013], traffic: 0.008, address: 0.005 })
  t.equal(prices(known, 'us-central1').address, 0.004)
  t.equal(priceBook({ provider: 'gcp', region: 'europe-west4', catalogue: known }).controlPlaneHour('standard'), 0.11)
  const estimated = (region: string) => estimate({ provider: 'gcp', region, catalogue: known, users: [{ count: 1, memoryGuaranteeGiB: 1 }], userPools: [{ machine: 'n1-standard-4' }] }).assumptions.some((said) => /loadBalancer: Prices of us-central1/.test(said))
  t.same([estimated('europe-west2'), estimated('europe-west1')], [false, true], 'where another region\'s price is taken, that is said')
})

t.test('a service far from what it costs elsewhere is not believed the first time, nor one that jumps afterwards', async (t) => {
  const figures = same('gcp')
  figures.add({ of: 'controlPlane', name: 'standard', region: 'us-central1' }, 1)
  figures.add({ of: 'address', name: 'perHour', region: 'us-central1' }, 0.0051)
  const first = judge(catalogue('gcp'), figures, told)
  t.match(first.kept.filter(({ found }) => found !== null), [{ figure: 'control plane, standard in us-central1', was: null, found: 1, why: 'elsewhere it costs 0.1' }])
  figures.add({ of: 'address', name: 'perHour', region: 'us-central1' }, 0.009, 'z')
  t.match(judge(first.next!, figures, told).kept.find(({ figure }) => figure.startsWith('public address')), { was: 0.0051, found: 0.009, why: /dearer by 76 %/ })
})
