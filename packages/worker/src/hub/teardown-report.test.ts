import t from 'tap'
import type { ClusterRow } from '@hubfleet/database'
import type { Remnant } from '@hubfleet/providers'
import { teardownReport } from './teardown-report.ts'

const registered = (cloud: object | null) => ({ provider: 'kubernetes', spec: { provider: 'kubernetes' }, status: { cloud } }) as unknown as ClusterRow
const home = (storageClass: string | null): Remnant => ({ kind: 'PersistentVolumeClaim', namespace: 'n', name: 'claim-ada', bills: true, blocksNamesake: false, sizeGiB: 10, storageClass, holdsHome: true })
const monthly = (cluster: ClusterRow, storageClass: string | null) => {
  const kept = [home(storageClass)]
  return teardownReport(cluster, kept, kept, []).keptMonthly
}

t.test('a home kept on a registered cluster has the price of its disk in the cloud that the nodes told', async (t) => {
  const google = registered({ provider: 'gcp', region: 'us-central1' })
  t.ok(Number(monthly(google, null)?.amount) > 0, 'the default class')
  t.ok(Number(monthly(google, 'premium-rwo')?.amount) > Number(monthly(google, 'standard')?.amount), 'an SSD costs more than a spinning disk')
})

t.test('where no price is known the report says so, not zero', async (t) => {
  t.equal(monthly(registered(null), null), null, 'no cloud')
  t.equal(monthly(registered({ provider: 'gcp', region: 'nowhere1' }), null), null, 'a region that the catalogue lacks')
  t.equal(monthly(registered({ provider: 'gcp', region: 'us-central1' }), 'our-own-nfs'), null, 'a class of their own')
})
