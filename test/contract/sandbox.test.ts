import t from 'tap'
import { machinesContract } from './machines-contract.ts'
import { providerContract } from './provider-contract.ts'
import { sandboxBed } from './sandbox-bed.ts'

const { bed, provider, record, vanish } = await sandboxBed(t)

providerContract(t, bed)
machinesContract(t, {
  name: 'sandbox',
  provider: () => provider,
  record,
  settle: bed.settle,
  otherMachineType: 'sandbox-large',
  vanish,
  exhaust: async (cluster) => { cluster.spec = { ...cluster.spec, region: 'sandbox-quota-exceeded' } },
})
