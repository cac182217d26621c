import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { changesSpec } from './change.ts'

export const stopHub = verb({
  noun: 'hub', verb: 'stop', summary: 'Stop a hub: no pods, no address; homes and accounts are kept', description: 'Everybody is disconnected. Disks go on costing money.', action: 'hub:operate', input: Nothing,
  ...changesSpec((spec) => ({ ...spec, power: 'stopped' as const })),
})

export const startHub = verb({
  noun: 'hub', verb: 'start', summary: 'Start a stopped hub again', action: 'hub:operate', input: Nothing,
  ...changesSpec((spec) => ({ ...spec, power: 'running' as const })),
})
