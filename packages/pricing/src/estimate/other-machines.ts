import { usersPerNode } from '../capacity/users-per-node.ts'
import { listMachines, type Machine } from '../catalogue/machines.ts'
import type { PriceBook } from '../catalogue/price-book.ts'
import type { CheaperOption } from './cheaper-option.ts'
import type { EstimateInput } from './input.ts'
import { defaultHomeGiB } from './settings.ts'

/** Of the cheapest by a user's part of a node, so many are reckoned whole. */
const most = 4

/** Machines of which a user's part is cheapest, for all user pools that have one machine type. */
export function otherMachines({ users, userPools }: EstimateInput, book: PriceBook): CheaperOption[] {
  const pool = userPools[0]!
  if (userPools.some(({ machine }) => machine !== pool.machine)) return []
  const servers = users.map(({ memoryGuaranteeGiB, cpuGuarantee = 0, homeGiB = defaultHomeGiB, storageClass = null }) => ({ memoryGiB: memoryGuaranteeGiB, cpu: cpuGuarantee, volume: homeGiB > 0 && book.attachesVolumes(storageClass) }))
  const placed = (machine: Machine) => ({ machine, slots: Math.min(...servers.map((server) => usersPerNode(book.provider, machine, server, pool).slots)) })
  const now = placed(book.machine(pool.machine))
  return listMachines(book.provider, book.region, book.catalogue)
    .filter(({ type, gpus, sharedCore }) => type !== pool.machine && gpus === now.machine.gpus && !sharedCore)
    .map(placed)
    .filter(({ slots }) => slots > 0)
    .sort((a, b) => a.machine.onDemand! / a.slots - b.machine.onDemand! / b.slots)
    .slice(0, most)
    .map((other): CheaperOption => ({
      kind: 'machine', change: `${other.machine.type} instead of ${pool.machine} for the nodes of users`, givesUp: givenUp(now, other),
      apply: (input) => ({ ...input, userPools: input.userPools.map((one) => ({ ...one, machine: other.machine.type })) }),
    }))
}

interface Placed { machine: Machine; slots: number }

function givenUp(now: Placed, other: Placed): string {
  const each = ({ machine, slots }: Placed) => machine.vcpu / slots
  const differences = [
    ...(other.machine.family !== now.machine.family ? [`CPUs of the family ${other.machine.family} instead of ${now.machine.family}`] : []),
    ...(isBurstable(other.machine) && !isBurstable(now.machine) ? ['a CPU that is slowed down once its credits are spent'] : []),
    ...(each(other) < each(now) ? [`${other.machine.vcpu} vCPUs for up to ${other.slots} users on a node instead of ${now.machine.vcpu} for ${now.slots}`] : []),
  ]
  if (differences.length > 0) return differences.join('; ')
  return other.slots > now.slots ? `a node that fails takes up to ${other.slots} servers with it, instead of ${now.slots}` : 'smaller nodes, of which more must start'
}

/** T of AWS, B of Azure. */
const isBurstable = ({ family }: Machine): boolean => /^(t\da?|B[a-z]*(_v\d)?)$/.test(family)
