import type { Catalogue, LoadBalancerPrices } from '../catalogue/catalogue.ts'
import { figureKey, figureOf, isService, knownFigures, type Service } from './figures.ts'

/** The catalogue with these prices in it. What is not among them stays, with its source: of a disk in a region the older one, where some of its sizes stay. */
export function applyFigures(before: Catalogue, prices: ReadonlyMap<string, number>, { source, asOf, version }: { source: string; asOf: string; version: string }): Catalogue {
  const next = structuredClone({ ...before, version, asOf, machineSources: { ...(before.machineSources ?? { '*': 'machines' }) } })
  const name = `refreshed ${version}`
  next.sources[name] = { source, asOf }
  const at = new Map(next.regions.map((region, index) => [region, index]))
  for (const [key, price] of prices) {
    const { of, name: what, region, gib } = figureOf(key)
    if (of === 'disk') {
      const disk = next.disks[what]!
      if (gib === undefined) (disk.perGiBMonth ??= {})[region] = price
      else ((disk.perMonthBySize ??= {})[region] ??= {})[String(gib)] = price
    } else if (isService(of)) {
      applyService(next, { of, name: what, region }, price)
      ;(next[of].sourceIn ??= {})[region] = name
    } else {
      const machine = next.machines[what]!
      const list = machine[of] ??= []
      while (list.length <= at.get(region)!) list.push(null)
      list[at.get(region)!] = price
      if (of === 'onDemand') (machine.sourceIn ??= {})[region] = name
    }
  }
  const stays = new Set([...knownFigures(before).keys()].filter((key) => !prices.has(key)).map((key) => figureOf(key)).filter(({ of }) => of === 'disk').map(({ name: disk, region }) => `${disk} ${region}`))
  for (const key of prices.keys()) {
    const { of, name: what, region } = figureOf(key)
    if (of === 'disk' && !stays.has(`${what} ${region}`)) (next.disks[what]!.sourceIn ??= {})[region] = name
  }
  // most machines of a region are from where its others are: the exception is what is noted
  for (const region of next.regions) {
    if (!Object.values(next.machines).some(({ sourceIn }) => sourceIn?.[region] === name)) continue
    const was = before.machineSources?.[region] ?? before.machineSources?.['*'] ?? 'machines'
    for (const [type, machine] of Object.entries(next.machines)) {
      if (prices.has(figureKey({ of: 'onDemand', name: type, region }))) delete machine.sourceIn![region]
      else (machine.sourceIn ??= {})[region] ??= was
    }
    next.machineSources[region] = name
  }
  for (const machine of Object.values(next.machines)) if (machine.sourceIn && Object.keys(machine.sourceIn).length === 0) delete machine.sourceIn
  return next
}

function applyService({ loadBalancer, address, controlPlane }: Catalogue, { of, name, region }: { of: Service; name: string; region: string }, price: number): void {
  if (of === 'address') (address.in ??= {})[region] = price
  else if (of === 'loadBalancer') ((loadBalancer.in ??= {})[region] ??= {})[name as keyof LoadBalancerPrices] = price
  else ((controlPlane.in ??= {})[region] ??= {})[name] = price
}
