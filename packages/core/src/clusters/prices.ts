import { Type, type Static } from 'typebox'
import { canonicalJson } from '../json.ts'

/** Far beyond any machine, and small enough that no sum of products leaves what a price can hold. */
const price = (description: string) => Type.Optional(Type.Number({ minimum: 0, maximum: 1_000_000, description: `USD. ${description}` }))
const name = (description: string) => Type.String({ minLength: 1, maxLength: 200, description })

/** Prices that somebody gives, whatever it is that they are for. What is not among them is looked up in the catalogue, or not known; 0 says that it costs nothing. */
export const rateFields = {
  nodeHour: price('An hour of any node, whatever its size, that has no price by its machine type'),
  vcpuHour: price('An hour of a vCPU; with gibHour a node costs what its vCPUs and GiB do'),
  gibHour: price('An hour of a GiB of memory'),
  disks: Type.Optional(Type.Array(Type.Object({ storageClass: name('* is any'), perGiBMonth: Type.Number({ minimum: 0, maximum: 1_000_000, description: 'USD' }) }, { $id: 'OwnDiskPrice', additionalProperties: false }), { maxItems: 100 })),
  loadBalancerHour: price('An hour of a load balancer'), addressHour: price('An hour of a public address'), controlPlaneHour: price('An hour of the control plane'), egressGiB: price('A GiB to the internet'),
}

const day = (description: string) => Type.String({ format: 'date', examples: ['2026-09-01'], description })

export const ClusterPricesSchema = Type.Object({
  from: day('The first day of UTC on which they hold, until those with a later day do'),
  source: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'Where they are from: an invoice, an agreement' })),
  machines: Type.Optional(Type.Array(Type.Object({
    name: name('As the label node.kubernetes.io/instance-type of its nodes has it'), perHour: Type.Number({ minimum: 0, maximum: 1_000_000, description: 'USD' }), spotPerHour: price('As a spot machine'),
  }, { $id: 'OwnMachinePrice', additionalProperties: false }), { maxItems: 100 })),
  ...rateFields,
}, { $id: 'ClusterPrices', additionalProperties: false, description: 'What the machines and disks of a cluster cost its owner, from a day on; they win over list prices' })
export type ClusterPrices = Static<typeof ClusterPricesSchema>

/** The day of UTC, YYYY-MM-DD. */
export const utcDay = (at: Date): string => at.toISOString().slice(0, 10)

/** Those that hold at a moment: of the last day that is not after it. */
export const pricesAt = (versions: readonly ClusterPrices[], at: Date): ClusterPrices | undefined =>
  versions.filter(({ from }) => from <= utcDay(at)).reduce<ClusterPrices | undefined>((last, each) => (last && last.from > each.from ? last : each), undefined)

/** The first day on which other prices hold than before; null where none does. */
export function firstChange(before: readonly ClusterPrices[], after: readonly ClusterPrices[]): string | null {
  const days = [...new Set([...before, ...after].map(({ from }) => from))].sort()
  const held = (versions: readonly ClusterPrices[], on: string) => {
    const { from: _from, source: _source, ...prices } = pricesAt(versions, new Date(on)) ?? { from: on }
    return canonicalJson(prices)
  }
  return days.find((on) => held(before, on) !== held(after, on)) ?? null
}
