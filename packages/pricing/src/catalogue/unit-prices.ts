import { roomForUsers } from '../capacity/users-per-node.ts'
import { diskSource, type Catalogue } from './catalogue.ts'
import { diskPerMonth, findDisk } from './disks.ts'
import { findMachine, listMachines, type Machine } from './machines.ts'

const hoursPerMonth = 730

/** Nodes of this size are what hubs usually run on: smaller ones lose much to the system, larger ones stand half empty. */
const usualGiB = { from: 8, to: 128 }

/** What a GiB costs for a month, in the currency of the catalogue; null is not known. */
export interface UnitPrices {
  memory: MemoryPrice | null
  home: HomePrice | null
}

/** Of a node that runs all month, by each GiB that servers can get of it. `gib` is how much they can. */
export interface MemoryPrice { machine: string; gib: number; perGiBMonth: number; spotPerGiBMonth: number | null; source: string; asOf: string | null }

/** Of homes of the asked size, each rounded up as it is billed. */
export interface HomePrice { disk: string; perGiBMonth: number | null; source: string; asOf: string | null }

/** `machine`: otherwise the one whose memory is cheapest, among those of usual size that share no core and have no GPU. `storageClass`: otherwise the default one. */
export interface UnitPricesQuery { machine?: string; homeGiB?: number; storageClass?: string }

/**
 * What a GiB of memory and a GiB of home cost for a month in a region: what most of an estimate follows from.
 * Throws `price-unknown` for a region or a machine type that the catalogue lacks.
 */
export function unitPrices(catalogue: Catalogue, region: string, { machine, homeGiB = 10, storageClass }: UnitPricesQuery = {}): UnitPrices {
  const machines = machine === undefined ? listMachines(catalogue.provider, region, catalogue).filter(isUsual) : [findMachine(catalogue.provider, region, machine, catalogue)]
  const memory = machines.flatMap((each) => memoryPrice(catalogue.provider, each) ?? [])
  return { memory: memory.toSorted((a, b) => a.perGiBMonth - b.perGiBMonth)[0] ?? null, home: homePrice(catalogue, region, homeGiB, storageClass) }
}

const isUsual = ({ memoryGiB, sharedCore, gpus }: Machine): boolean => memoryGiB >= usualGiB.from && memoryGiB <= usualGiB.to && !sharedCore && gpus === 0

function memoryPrice(provider: string, machine: Machine): MemoryPrice | null {
  const { memoryMiB } = roomForUsers(provider, machine)
  if (machine.onDemand === null || memoryMiB <= 0) return null
  const perGiBMonth = (hourly: number) => hourly * hoursPerMonth / (memoryMiB / 1024)
  return {
    machine: machine.type, gib: memoryMiB / 1024, perGiBMonth: perGiBMonth(machine.onDemand), spotPerGiBMonth: machine.spot === null ? null : perGiBMonth(machine.spot),
    source: machine.source, asOf: machine.asOf,
  }
}

function homePrice(catalogue: Catalogue, region: string, gib: number, storageClass?: string): HomePrice | null {
  const disk = findDisk(catalogue, storageClass)
  if (!disk) return null
  const perMonth = diskPerMonth(disk.entry, region, gib)
  const { source = '', asOf = null } = diskSource(catalogue, disk.entry, region) ?? {}
  return { disk: disk.name, perGiBMonth: perMonth === null ? null : perMonth / gib, source, asOf }
}
