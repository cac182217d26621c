import { Type } from 'typebox'
import { toMoney } from '@hubfleet/core'
import { allocatable, listMachines, toMicros, type Machine } from '@hubfleet/pricing'
import { pageInput, pageOf, paginateItems } from '../pagination.ts'
import { MoneySchema } from '../plan.ts'
import { query } from '../verb.ts'
import { catalogueFor, hoursPerMonth, price, PriceSchema, ProviderInput, RegionInput, sourceFields } from './place.ts'

const MachineTypeSchema = Type.Object({
  name: Type.String({ examples: ['n1-standard-2'] }),
  family: Type.String(),
  vcpu: Type.Number(),
  memoryGiB: Type.Number(),
  perHour: PriceSchema,
  spotPerHour: PriceSchema,
  perMonth: Type.Union([MoneySchema, Type.Null()], { description: `One node for ${hoursPerMonth} hours, on demand, without discounts` }),
  forPods: Type.Object({
    cpu: Type.Number({ description: 'Cores' }), memoryGiB: Type.Number(), pods: Type.Integer(), volumes: Type.Integer({ description: 'Disks that can be attached' }),
  }, { description: 'What the provider leaves of it to pods, by the provider\'s own rule', $id: 'MachineRoom' }),
  ...sourceFields,
}, { $id: 'MachineType' })

const least = (description: string) => Type.Optional(Type.Number({ minimum: 0, maximum: 100_000, description }))

export const listMachineTypes = query({
  noun: 'machineType', verb: 'list', summary: 'Machine types of a region with their prices, cheapest first', action: 'tenant:read', tenantless: true,
  description: 'List prices in USD, without tax and discounts.',
  input: pageInput({
    provider: ProviderInput, region: RegionInput, family: Type.Optional(Type.String({ minLength: 1, maxLength: 63 })),
    minVcpu: least('At least so many vCPU'), minMemoryGiB: least('At least so much memory'), maxPerMonth: least('USD a month at most'),
  }),
  answer: pageOf(MachineTypeSchema, 'MachineTypePage'),
  run: async ({ control }, input) => {
    const { provider, region, family, minVcpu = 0, minMemoryGiB = 0, maxPerMonth = Infinity } = input
    const catalogue = catalogueFor(provider, region)
    const chosen = listMachines(provider, region, catalogue).filter((machine) =>
      machine.vcpu >= minVcpu && machine.memoryGiB >= minMemoryGiB && (machine.onDemand ?? 0) * hoursPerMonth <= maxPerMonth && (family === undefined || machine.family === family))
    return paginateItems(control, 'machineTypes', input, [provider, region, family, minVcpu, minMemoryGiB, maxPerMonth], chosen.map((machine) => shown(catalogue.provider, machine)), ({ name }) => name)
  },
})

function shown(provider: string, machine: Machine) {
  const { cpuMilli, memoryMiB, pods, volumes } = allocatable(provider, machine)
  return {
    name: machine.type, family: machine.family, vcpu: machine.vcpu, memoryGiB: machine.memoryGiB,
    perHour: price(machine.onDemand), spotPerHour: price(machine.spot), perMonth: machine.onDemand === null ? null : toMoney(toMicros(machine.onDemand * hoursPerMonth)),
    forPods: { cpu: cpuMilli / 1000, memoryGiB: Math.floor(memoryMiB / 1024 * 100) / 100, pods, volumes },
    source: machine.source, asOf: machine.asOf,
  }
}
