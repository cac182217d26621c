import type { Catalogue } from './catalogue.ts'
import { catalogueOf } from './catalogue.ts'
import { diskPerMonth, findDisk } from './disks.ts'
import type { Machine } from './machines.ts'
import { findMachine } from './machines.ts'
import { addressPerHour, controlPlanePerHour, egressPerMonth, loadBalancerIn, loadBalancersPerHour } from './services.ts'
import { unknownPrice } from './unknown-price.ts'

/**
 * Prices that the caller gives: negotiated ones, or those of machines in one's own room. They win over the catalogue's. USD.
 * A node without `perHour` of its machine costs `nodeHour`, or what its vCPUs and GiB cost by `vcpuHour` and `gibHour`, on spot or not.
 */
export interface OwnPrices {
  /** Where they are from and since when they hold, in words; for whoever asks what an amount was reckoned by. */
  told?: string
  machines?: Record<string, OwnMachine>
  nodeHour?: number
  vcpuHour?: number
  gibHour?: number
  /** Per GiB and month by storage class; `*` is any class. */
  diskGiBMonth?: Record<string, number>
  loadBalancerHour?: number
  addressHour?: number
  controlPlaneHour?: number
  egressGiB?: number
}
/** The size may be left out of a machine that the catalogue has. */
export interface OwnMachine { vcpu?: number; memoryGiB?: number; perHour?: number; spotPerHour?: number; maxPods?: number; dataDisks?: number }

/** A node as it is seen; its size is that of the machine. */
export interface NodeLook { machine: string; spot: boolean; cpu: number; memoryGiB: number }

export interface PriceBookInput { provider: string; region: string; catalogue?: Catalogue; ownPrices?: OwnPrices }

/** Every price of one place, from the caller and the catalogue. USD; null is not known. */
export interface PriceBook {
  readonly provider: string
  readonly region: string
  readonly catalogue: Catalogue | undefined
  /** Where the caller's prices are from, in words; null where there are none. */
  readonly told: string | null
  /** Throws `price-unknown` for a type that neither the caller nor the catalogue has. */
  machine(type: string): Machine
  /** An hour of a node of any machine, known or not. */
  nodeHour(node: NodeLook): number | null
  /** Whether nodes cost by their size, where their machine has no price by its name. */
  bySize(machine: string): boolean
  diskMonth(storageClass: string | null, gib: number): number | null
  /** Whether each server attaches a volume of its own, which counts against the node's limit. */
  attachesVolumes(storageClass: string | null): boolean
  loadBalancersHour(count: number): number | null
  addressHour(): number | null
  controlPlaneHour(tier: string): number | null
  egressMonth(gib: number): number | null
  /** Per GiB through the load balancer. */
  trafficGiB(): number | null
}

/** Without a catalogue (a cluster of one's own) every price must come from the caller. Throws `price-unknown` for a region that the catalogue lacks. */
export function priceBook({ provider, region, catalogue = catalogueOf(provider), ownPrices: own = {} }: PriceBookInput): PriceBook {
  if (catalogue && !catalogue.regions.includes(region)) throw unknownPrice(`the region ${region} of ${provider}`, region, catalogue.regions)
  const disk = (storageClass: string | null) => catalogue && findDisk(catalogue, storageClass)
  const diskRate = (storageClass: string): number | undefined => (own.diskGiBMonth && Object.hasOwn(own.diskGiBMonth, storageClass) ? own.diskGiBMonth[storageClass] : undefined)
  const named = (type: string): OwnMachine | undefined => (own.machines && Object.hasOwn(own.machines, type) ? own.machines[type] : undefined)
  return {
    provider, region, catalogue,
    told: own.told ?? null,
    machine: (type) => machineOf(type, named(type), own, catalogue && Object.hasOwn(catalogue.machines, type) ? findMachine(provider, region, type, catalogue) : null) ?? findMachine(provider, region, type, catalogue),
    nodeHour: ({ machine, spot, cpu, memoryGiB }) => {
      const listed = catalogue && Object.hasOwn(catalogue.machines, machine) ? findMachine(provider, region, machine, catalogue) : null
      const { onDemand = null, spot: onSpot = null } = machineOf(machine, { vcpu: cpu, memoryGiB, ...named(machine) }, own, listed) ?? {}
      return spot ? onSpot : onDemand
    },
    bySize: (machine) => named(machine)?.perHour === undefined && own.nodeHour === undefined && own.vcpuHour !== undefined && own.gibHour !== undefined,
    diskMonth: (storageClass, gib) => {
      const mine = diskRate(storageClass ?? '*') ?? diskRate('*')
      if (mine !== undefined) return mine * gib
      if (gib === 0) return 0
      const found = disk(storageClass)
      return found ? diskPerMonth(found.entry, region, gib) : null
    },
    attachesVolumes: (storageClass) => disk(storageClass)?.entry.kind !== 'shared',
    loadBalancersHour: (count) => {
      if (own.loadBalancerHour !== undefined) return own.loadBalancerHour * count
      if (count === 0) return 0
      return catalogue ? loadBalancersPerHour(loadBalancerIn(catalogue, region), count) : null
    },
    addressHour: () => own.addressHour ?? (catalogue ? addressPerHour(catalogue, region) : null),
    controlPlaneHour: (tier) => own.controlPlaneHour ?? (catalogue ? controlPlanePerHour(catalogue, tier, region) : null),
    egressMonth: (gib) => (own.egressGiB !== undefined ? own.egressGiB * gib : gib === 0 ? 0 : catalogue ? egressPerMonth(catalogue, gib) : null),
    trafficGiB: () => (own.loadBalancerHour !== undefined ? 0 : (catalogue ? loadBalancerIn(catalogue, region).perGiB : null)),
  }
}

/** A machine as the caller has it, and for the rest as the catalogue does; null where neither tells its size. */
function machineOf(type: string, mine: OwnMachine | undefined, own: OwnPrices, listed: Machine | null): Machine | null {
  const [vcpu, memoryGiB] = [mine?.vcpu ?? listed?.vcpu, mine?.memoryGiB ?? listed?.memoryGiB]
  if (vcpu === undefined || memoryGiB === undefined) return null
  const anyNode = own.nodeHour ?? (own.vcpuHour !== undefined && own.gibHour !== undefined && vcpu > 0 && memoryGiB > 0 ? vcpu * own.vcpuHour + memoryGiB * own.gibHour : null)
  const given = mine?.perHour ?? anyNode
  const spot = mine?.spotPerHour ?? (mine?.perHour === undefined ? anyNode : null) ?? listed?.spot ?? null
  if (given === null && listed && !mine) return listed
  return {
    ...(listed ?? { family: 'own', sharedCore: false, gpus: 0, maxPods: null, dataDisks: null, sustainedUse: null, source: '', asOf: null, onDemand: null }),
    type, vcpu, memoryGiB, ...(mine?.maxPods !== undefined && { maxPods: mine.maxPods }), ...(mine?.dataDisks !== undefined && { dataDisks: mine.dataDisks }),
    onDemand: given ?? listed?.onDemand ?? null, spot, ...(given !== null && { source: 'given by the caller', asOf: null, sustainedUse: null }),
  }
}
