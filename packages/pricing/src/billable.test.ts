import t from 'tap'
import { billablePerMonth } from './billable.ts'
import { priceBook } from './catalogue/price-book.ts'

t.test('what bills by the hour is reckoned by 730 hours, disks by their size, and what is not known is null', async (t) => {
  const prices = priceBook({ provider: 'gcp', region: 'us-central1' })
  const perMonth = (thing: Parameters<typeof billablePerMonth>[0]) => billablePerMonth(thing, prices)
  t.equal(perMonth({ kind: 'cluster' }), 73)
  t.equal(perMonth({ kind: 'machine', machineType: 'n1-standard-2' }), prices.machine('n1-standard-2').onDemand! * 730)
  t.equal(perMonth({ kind: 'machine', machineType: 'n1-standard-2', spot: true }), prices.machine('n1-standard-2').spot! * 730)
  t.equal(perMonth({ kind: 'disk', sizeGiB: 10, diskType: 'pd-standard' }), prices.diskMonth('pd-standard', 10))
  t.equal(perMonth({ kind: 'address' }), prices.addressHour()! * 730)
  for (const kind of ['target-proxy', 'url-map', 'backend-service', 'endpoint-group', 'target-pool', 'target-group', 'network']) t.equal(perMonth({ kind }), 0, 'its forwarding rules or load balancers bill')
  for (const thing of [{ kind: 'machine', machineType: 'no-such' }, { kind: 'machine' }, { kind: 'disk' }, { kind: 'disk', sizeGiB: 1, diskType: 'no-such' }, { kind: 'other' }]) t.equal(perMonth(thing), null)
})
