import fc from 'fast-check'
import t from 'tap'
import { catalogueOf, catalogues, findMachine, roomForUsers, unitPrices } from '../index.ts'

t.test('a GiB of memory costs what the node costs, over what servers can get of it', (t) => {
  const { memory } = unitPrices(catalogueOf('gcp')!, 'us-central1', { machine: 'n1-highmem-4' })
  const room = roomForUsers('gcp', findMachine('gcp', 'us-central1', 'n1-highmem-4')).memoryMiB / 1024
  t.match(memory, { machine: 'n1-highmem-4', gib: room, asOf: '2026-08-03' })
  t.ok(Math.abs(memory!.perGiBMonth - 0.236606 * 730 / room) < 1e-9)
  t.ok(memory!.spotPerGiBMonth! < memory!.perGiBMonth / 2)
  t.end()
})

t.test('a GiB of home is priced as the disk is billed: rounded up on Azure', (t) => {
  t.equal(unitPrices(catalogueOf('gcp')!, 'europe-west2').home!.perGiBMonth, 0.12)
  t.equal(unitPrices(catalogueOf('azure')!, 'eastus', { homeGiB: 20 }).home!.perGiBMonth, 2.4 / 20)
  t.equal(unitPrices(catalogueOf('azure')!, 'eastus', { homeGiB: 10 }).home!.perGiBMonth, null, 'the size of 16 GiB has no known price')
  t.equal(unitPrices(catalogueOf('aws')!, 'us-east-1', { storageClass: 'efs-sc' }).home!.perGiBMonth, 0.3)
  t.equal(unitPrices(catalogueOf('gcp')!, 'us-central1', { storageClass: 'ceph' }).home, null)
  t.end()
})

t.test('without a machine type it is the one whose memory is cheapest, and no other of usual size is cheaper', (t) => {
  const places = catalogues().flatMap((catalogue) => catalogue.regions.map((region) => ({ catalogue, region })))
  fc.assert(fc.property(fc.constantFrom(...places), fc.nat(), ({ catalogue, region }, pick) => {
    const types = Object.keys(catalogue.machines).filter((type) => {
      const { memoryGiB, sharedCore = false, gpus = 0 } = catalogue.machines[type]!
      return memoryGiB >= 8 && memoryGiB <= 128 && !sharedCore && gpus === 0
    })
    const other = unitPrices(catalogue, region, { machine: types[pick % types.length]! }).memory
    return other === null || unitPrices(catalogue, region).memory!.perGiBMonth <= other.perGiBMonth
  }))
  t.end()
})

t.test('a region or a machine type that is not known is refused', (t) => {
  t.throws(() => unitPrices(catalogueOf('gcp')!, 'mars'), { code: 'price-unknown' })
  t.throws(() => unitPrices(catalogueOf('gcp')!, 'us-central1', { machine: 'n1-hihgmem-4' }), { code: 'price-unknown' })
  t.end()
})
