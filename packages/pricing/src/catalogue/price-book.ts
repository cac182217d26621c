import type { Catalogue } from './catalogue.ts'
import { catalogueOf } from './catalogue.ts'
import { diskPerMonth, findDisk } from './disks.ts'
import type { Machine } from './machines.ts'
import { findMachine } from './machines.ts'
import { controlPlanePerHour, egressPerMonth, loadBalancersPerHour } from './services.ts'
import { unknownPrice } from './unknown-price.ts'

/**
 * Prices that the caller gives: negotiated ones, or those of machines in one's own room. They win over the catalogue's. USD.
 * A machine without `perHour` costs what its vCPUs and GiB cost by `vcpuHour` and `gibHour`.
 */
export interface OwnPrices {
  machines?: Record<string, OwnMachine>
  vcpuHour?: number
  gibHour?: number
  /** Per GiB and month by storage class; `*` is any class. */
  diskGiBMonth?: Record<string, number>
  loadBalancerHour?: number
  addressHour?: number
  controlPlaneHour?: number
  egressGiB?: number
}
export interface OwnMachine { vcpu: number; memoryGiB: number; perHour?: number; spotPerHour?: number; maxPods?: number; dataDisks?: number }

export interface PriceBookInput { provider: string; region: string; catalogue?: Catalogue; ownPrices?: OwnPrices }

/** Every price of one place, from the caller and the catalogue. USD; null is not known. */
export interface PriceBook {
  readonly provider: string
  readonly region: string
  readonly catalogue: Catalogue | undefined
  /** Throws `price-unknown` for a type that neither the caller nor the catalogue has. */
  machine(type: string): Machine
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
  return {
    provider, region, catalogue,
    machine: (type) => {
      const mine = own.machines && Object.hasOwn(own.machines, type) ? own.machines[type] : undefined
      return mine ? ownMachine(type, mine, own) : findMachine(provider, region, type, catalogue)
    },
    diskMonth: (storageClass, gib) => {
      const mine = own.diskGiBMonth?.[storageClass ?? '*'] ?? own.diskGiBMonth?.['*']
      if (mine !== undefined) return mine * gib
      if (gib === 0) return 0
      const found = disk(storageClass)
      return found ? diskPerMonth(found.entry, region, gib) : null
    },
    attachesVolumes: (storageClass) => disk(storageClass)?.entry.kind !== 'shared',
    loadBalancersHour: (count) => {
      if (own.loadBalancerHour !== undefined) return own.loadBalancerHour * count
      if (count === 0) return 0
      return catalogue ? loadBalancersPerHour(catalogue.loadBalancer, count) : null
    },
    addressHour: () => own.addressHour ?? catalogue?.address.perHour ?? null,
    controlPlaneHour: (tier) => own.controlPlaneHour ?? (catalogue ? controlPlanePerHour(catalogue, tier) : null),
    egressMonth: (gib) => (own.egressGiB !== undefined ? own.egressGiB * gib : gib === 0 ? 0 : catalogue ? egressPerMonth(catalogue, gib) : null),
    trafficGiB: () => (own.loadBalancerHour !== undefined ? 0 : (catalogue?.loadBalancer.perGiB ?? null)),
  }
}

function ownMachine(type: string, mine: OwnMachine, own: OwnPrices): Machine {
  const byRates = own.vcpuHour !== undefined && own.gibHour !== undefined ? mine.vcpu * own.vcpuHour + mine.memoryGiB * own.gibHour : null
  return {
    type, family: 'own', vcpu: mine.vcpu, memoryGiB: mine.memoryGiB, sharedCore: false, maxPods: mine.maxPods ?? null, dataDisks: mine.dataDisks ?? null, gpus: 0,
    onDemand: mine.perHour ?? byRates, spot: mine.spotPerHour ?? null, sustainedUse: null, source: 'given by the caller', asOf: null,
  }
}
