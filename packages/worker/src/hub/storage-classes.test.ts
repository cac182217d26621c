import t from 'tap'
import { completeHubSpec, newHubSecrets, renderValues, type HubSpecInput } from '@hubfleet/core'
import { clusterReachable } from './converge.ts'
import type { HubScope } from './scope.ts'

const signal = new AbortController().signal

const look = (input: HubSpecInput, preflight: { storageClasses: string[]; defaultStorageClass: string | null }) => clusterReachable.observe({
  hub: { spec: completeHubSpec(input) }, openShift: false, values: renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec: completeHubSpec(input), secrets: newHubSecrets() }).values, cluster: { name: 'campus', managed: false }, kubeVersion: '>=1.28.0-0', preflight: async () => ({ version: '1.34.0', platform: { kind: 'kubernetes' }, ...preflight, storageClasses: preflight.storageClasses.map((name) => ({ name })) }),
} as unknown as HubScope, signal)

t.test('a StorageClass that the cluster does not have is refused with the names of those that it has, for homes and for the database', async (t) => {
  const has = { storageClasses: ['fast', 'slow'], defaultStorageClass: 'fast' }
  const refused = { is: 'refused', problem: { code: 'storage-class-unknown', message: /no StorageClass nvme; it has fast, slow/ } }
  t.match(await look({ storage: { storageClass: 'nvme' } }, has), refused)
  t.match(await look({ database: { storageClass: 'nvme' } }, has), refused)
  t.match(await look({ storage: { storageClass: 'slow' } }, has), { is: 'in-sync' })
  t.match(await look({ storage: { type: 'none', storageClass: 'nvme' } }, has), { is: 'in-sync' }, 'one that is not used does not matter')
})

t.test('without a default class, whatever needs one must name it: the database too', async (t) => {
  const has = { storageClasses: ['fast'], defaultStorageClass: null }
  const missing = { is: 'refused', problem: { code: 'storage-class-missing' } }
  t.match(await look({}, has), missing)
  t.match(await look({ storage: { type: 'none' } }, has), missing)
  t.match(await look({ storage: { storageClass: 'fast' }, database: { storageClass: 'fast' } }, has), { is: 'in-sync' })
  t.match(await look({ storage: { type: 'none' }, database: { type: 'sqlite-memory' } }, has), { is: 'in-sync' })
  t.match(await look({ storage: { type: 'none' }, values: { hub: { db: { type: 'sqlite-memory' } } } }, has), { is: 'in-sync' }, 'raw values count')
})
