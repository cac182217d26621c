import { costGroups, microsOf, sumMicros, type CostGroup, type ExpectedCost, type Money } from '@hubfleet/core'
import type { EstimateInput } from '../estimate/input.ts'
import type { ComponentName, Estimate } from '../estimate/output.ts'

const groupOf: Record<ComponentName, CostGroup> = {
  'user-nodes-minimum': 'nodes', 'user-nodes': 'nodes', 'user-node-disks': 'nodes', homes: 'homes', 'hub-disk': 'hub-disk', 'control-plane': 'cluster', 'core-nodes': 'cluster', 'core-node-disks': 'cluster',
  'load-balancers': 'access', addresses: 'access', egress: 'other', extra: 'other',
}

/** An estimate as far as it can be held against a month, which is of one type of users. */
export function expectedCost({ users: [type], userPools, hoursPerMonth = 730 }: EstimateInput, { components, pools, incomplete, catalogue }: Pick<Estimate, 'components' | 'pools' | 'incomplete' | 'catalogue'>): ExpectedCost {
  const sum = (group: CostGroup) => components.filter(({ name }) => groupOf[name] === group).reduce((all, { amount }) => all + micros(amount), 0n)
  const { count, memoryGuaranteeGiB, homeGiB = 0, homes = count } = type!
  return {
    hours: hoursPerMonth, micros: Object.fromEntries(costGroups.map((group) => [group, String(sum(group))])) as Record<CostGroup, string>,
    users: count, serverHours: pools.reduce((all, { serverHours }) => all + serverHours, 0), gibPerServer: memoryGuaranteeGiB, nodeHours: pools.reduce((all, { nodeHours }) => all + nodeHours, 0),
    homes: homeGiB > 0 ? homes : 0, gibPerHome: homeGiB, pools: userPools.map(({ name }) => name!), incomplete, catalogue: catalogue && catalogue.version,
  }
}

const micros = (amount: Money | null): bigint => (amount ? microsOf(amount.amount) : 0n)

/** The mean of what was expected one after the other, each for so much of the time. */
export function meanExpected(parts: readonly { expected: ExpectedCost; weight: number }[]): ExpectedCost {
  const weights = parts.reduce((all, { weight }) => all + weight, 0)
  const mean = (of: (expected: ExpectedCost) => number) => parts.reduce((all, { expected, weight }) => all + of(expected) * weight, 0) / weights
  const last = parts.at(-1)!.expected
  return {
    hours: mean(({ hours }) => hours), users: mean(({ users }) => users), serverHours: mean(({ serverHours }) => serverHours), nodeHours: mean(({ nodeHours }) => nodeHours), homes: mean(({ homes }) => homes),
    gibPerServer: mean(({ gibPerServer }) => gibPerServer), gibPerHome: mean(({ gibPerHome }) => gibPerHome),
    micros: Object.fromEntries(costGroups.map((group) => [group, String(Math.round(mean((expected) => Number(expected.micros[group]))))])) as ExpectedCost['micros'],
    pools: [...new Set(parts.flatMap(({ expected }) => expected.pools))], incomplete: [...new Set(parts.flatMap(({ expected }) => expected.incomplete))], catalogue: last.catalogue,
  }
}

/** Micro-dollars of so many hours of it, by group. */
export const expectedIn = (expected: ExpectedCost, hours: number): Record<CostGroup, bigint> =>
  Object.fromEntries(costGroups.map((group) => [group, BigInt(Math.round(Number(expected.micros[group]) * hours / expected.hours))])) as Record<CostGroup, bigint>

export const totalOf = (micros: Record<CostGroup, bigint>): bigint => sumMicros(Object.values(micros))
