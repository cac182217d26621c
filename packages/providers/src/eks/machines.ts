import type { HostGuard } from '@hubfleet/cluster'
import type { ClusterMachines } from '../machines.ts'
import type { ClusterRecord } from '../provider.ts'
import { addOnsPart } from './add-ons.ts'
import { adminEntryPart } from './admin-entry.ts'
import type { Aws } from './aws.ts'
import { billables, sweep } from './billables.ts'
import { contextOf } from './context.ts'
import { controlPlanePart } from './control-plane.ts'
import { insidePart } from './inside.ts'
import { networkPart } from './network.ts'
import { formerPoolsPart, poolPart, poolStates } from './pools.ts'
import { shortfalls } from './quota.ts'
import { rolesPart } from './roles.ts'

export function eksMachines(record: ClusterRecord, aws: Aws, guard: HostGuard): ClusterMachines {
  const context = contextOf(record, aws)
  return {
    parts: (wanted) => [
      networkPart(context), rolesPart(context), controlPlanePart(context), adminEntryPart(context), addOnsPart(context),
      ...context.pools.map((pool) => poolPart(context, pool, wanted)), formerPoolsPart(context),
      insidePart(context, { guard, stopped: wanted.stopped }),
    ],
    pools: (signal) => poolStates(context, signal),
    quota: (wanted, signal) => shortfalls(context, wanted, signal),
    billables: (signal) => billables(context, signal),
    sweep: (options, signal) => sweep(context, options, signal),
  }
}
