import { completeHubSpec, type HubSpec, type HubSpecInput } from '@hubfleet/core'
import { core } from '../drizzle.ts'

/** A hub's spec. One that was stored before a field existed reads as with the default of that field, so that nothing else has to know of older ones. */
export const hubSpec = core.customType<{ data: HubSpec; driverData: unknown }>({
  dataType: () => 'jsonb',
  fromDriver: (stored) => completeHubSpec((typeof stored === 'string' ? JSON.parse(stored) : stored) as HubSpecInput),
  toDriver: (spec) => JSON.stringify(spec),
})
