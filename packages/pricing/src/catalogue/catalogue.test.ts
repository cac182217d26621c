import { isProblem } from '@hubfleet/core'
import t from 'tap'
import { billedGiB, catalogueAgeDays, catalogueOf, catalogues, diskPerMonth, egressPerMonth, findDisk, findMachine, listMachines, loadBalancersPerHour } from '../index.ts'

t.test('every figure of every catalogue is positive or unknown, belongs to a region, and has a source with a date or a reason', async (t) => {
  for (const catalogue of catalogues()) {
    const { provider, regions, machines, disks, sources } = catalogue
    for (const [type, machine] of Object.entries(machines)) {
      for (const prices of [machine.onDemand, machine.spot ?? []]) {
        if (prices.length > regions.length || prices.some((price) => price !== null && !(price > 0))) t.fail(`${provider} ${type}`)
      }
      if (!(machine.vcpu > 0 && machine.memoryGiB > 0)) t.fail(`${provider} ${type}`)
    }
    const groups = [...Object.values(disks), catalogue.loadBalancer, catalogue.address, catalogue.controlPlane].map(({ source }) => source).concat(Object.values(catalogue.machineSources ?? { all: 'machines' }))
    for (const group of groups) t.ok(sources[group]?.source, `${provider} ${group}`)
    t.match(catalogue.asOf, /^\d{4}-\d{2}-\d{2}$/)
    t.ok(disks[catalogue.defaultDisk] && disks[catalogue.bootDisk.disk] && Object.values(catalogue.storageClasses).every((disk) => disks[disk]), `${provider}: every class has its disk`)
  }
})

t.test('machine prices are as published, and every machine says where its price is from', async (t) => {
  for (const [provider, region, type, price] of [
    ['gke', 'europe-west2', 'n1-highmem-4', 0.304828], ['gcp', 'us-central1', 'n4-standard-4', 0.1814],
    ['aks', 'westeurope', 'Standard_E4s_v5', 0.304], ['azure', 'eastus', 'Standard_D4s_v6', 0.202],
    ['eks', 'eu-central-1', 'm5.xlarge', 0.23], ['aws', 'us-east-1', 'r8i-flex.large', 0.13197],
  ] as const) t.equal(findMachine(provider, region, type).onDemand, price, type)
  t.match(findMachine('aws', 'us-east-1', 'm5.large'), { source: /karpenter/, asOf: '2026-07-20', maxPods: 29 })
  t.match(findMachine('aws', 'eu-west-1', 'm5.large'), { source: /skypilot/, asOf: null })
  t.match(findMachine('azure', 'eastus', 'Standard_E4as_v5'), { onDemand: null }, 'a price with a Windows licence is no price')
})

t.test('a provider, region or type that is not known is refused by name', async (t) => {
  for (const [provider, region, type, named] of [['ibm', 'x', 'y', 'ibm'], ['gcp', 'mars', 'n1-standard-2', 'mars'], ['gcp', 'us-central1', 'constructor', 'constructor']] as const) {
    try {
      findMachine(provider, region, type)
      t.fail(named)
    } catch (error) {
      t.ok(isProblem(error) && error.code === 'price-unknown' && error.message.includes(named), named)
    }
  }
})

t.test('the list of machines has those with a price only, cheapest first', async (t) => {
  const prices = listMachines('azure', 'eastus').map(({ onDemand }) => onDemand)
  t.ok(prices.length > 100 && !prices.includes(null))
  t.same(prices, prices.toSorted((a, b) => a! - b!))
})

t.test('Azure disks are billed by the next larger size, others by the GiB', async (t) => {
  const [azure, gcp] = [catalogueOf('azure')!, catalogueOf('gcp')!]
  const premium = findDisk(azure, 'managed-csi-premium')!.entry
  t.same([1, 4, 5, 10, 32, 33, 65, 32_768].map((gib) => billedGiB(premium, gib)), [4, 4, 8, 16, 32, 64, 128, Infinity])
  t.equal(diskPerMonth(premium, 'eastus', 100), 19.71)
  t.equal(diskPerMonth(premium, 'eastus', 10), null, 'the size of 16 GiB has no price yet')
  t.equal(diskPerMonth(findDisk(azure, 'standard-hdd')!.entry, 'eastus', 10), 1.536, 'HDDs begin at 32 GiB')
  t.equal(diskPerMonth(findDisk(gcp, 'premium-rwo')!.entry, 'us-central1', 100), 17)
  t.equal(findDisk(gcp, 'ceph'), undefined)
})

t.test('load balancers share the price of the first rules where the provider has it so', async (t) => {
  t.same([0, 1, 5, 7].map((count) => loadBalancersPerHour(catalogueOf('gcp')!.loadBalancer, count)), [0, 0.025, 0.025, 0.045])
  t.same([1, 2].map((count) => loadBalancersPerHour(catalogueOf('aws')!.loadBalancer, count)), [0.025, 0.05])
})

t.test('traffic is priced tier by tier, and where no price is known it is not free', async (t) => {
  t.ok(Math.abs(egressPerMonth(catalogueOf('gcp')!, 11_000)! - (1024 * 0.12 + 9216 * 0.11 + 760 * 0.08)) < 1e-9)
  t.equal(egressPerMonth(catalogueOf('aws')!, 1), null)
})

t.test('the age of a catalogue is told in days', async (t) => {
  t.equal(catalogueAgeDays({ asOf: '2026-01-01' }, new Date('2026-07-01T12:00:00Z')), 181)
})
