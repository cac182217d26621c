import { Type } from 'typebox'
import { toMoney } from '@hubfleet/core'
import { catalogueAgeDays, catalogues, toMicros, unitPrices, unknownPrice, type Catalogue } from '@hubfleet/pricing'
import { pageInput, pageOf, paginateItems } from '../pagination.ts'
import { MoneySchema } from '../plan.ts'
import { query } from '../verb.ts'
import { catalogueFor, hoursPerMonth, ProviderInput, RegionInput, sourceFields } from './place.ts'

const nullableMoney = (description: string) => Type.Union([MoneySchema, Type.Null()], { description })

const UnitPriceSchema = Type.Object({
  provider: Type.String(),
  region: Type.String(),
  memory: Type.Union([Type.Object({
    perGiBMonth: MoneySchema,
    spotPerGiBMonth: nullableMoney('On spot machines; null is not known'),
    machineType: Type.String(),
    gib: Type.Number({ description: 'What servers can get of one such node' }),
    ...sourceFields,
  }, { $id: 'MemoryPrice' }), Type.Null()], { description: `A GiB of memory that servers can get, for a month of ${hoursPerMonth} hours, on demand; null where nothing has a known price` }),
  home: Type.Object({
    perGiBMonth: nullableMoney('Null is not known for this region and size'),
    diskType: Type.String(),
    gib: Type.Number({ description: 'Size of the home: some disks are billed rounded up' }),
    ...sourceFields,
  }, { $id: 'HomePrice', description: 'A GiB of home for a month' }),
  fictional: Type.Boolean({ description: 'Invented, for trying things out' }),
  ageDays: Type.Integer({ description: 'Of the newest prices of the provider' }),
}, { $id: 'UnitPrice' })

export const listUnitPrices = query({
  noun: 'unitPrice', verb: 'list', summary: 'What a GiB of memory and a GiB of home cost a month, by region', action: 'tenant:read', tenantless: true,
  description: 'List prices in USD, without tax and discounts. Memory is that of the machine type whose memory is cheapest, unless one is named.',
  input: pageInput({
    provider: Type.Optional(ProviderInput), region: Type.Optional(RegionInput),
    machineType: Type.Optional(Type.String({ minLength: 1, maxLength: 63, description: 'The machine type to reckon memory by' })),
    storageClass: Type.Optional(Type.String({ minLength: 1, maxLength: 63, description: 'A storage class or a kind of disk; otherwise the default one' })),
    homeGiB: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 65_536, default: 10, description: 'Size of a home' })),
  }),
  answer: pageOf(UnitPriceSchema, 'UnitPricePage'),
  run: async ({ control }, input) => {
    const { provider, region, machineType, storageClass, homeGiB = 10 } = input
    const asked = placesOf(input)
    const now = control.clock.now()
    const items = asked.map((place) => shown(place.catalogue, place.region, { ...(machineType !== undefined && { machine: machineType }), ...(storageClass !== undefined && { storageClass }), homeGiB }, now))
    return paginateItems(control, 'unitPrices', input, [provider, region, machineType, storageClass, homeGiB], items, (item) => `${item.provider}/${item.region}`)
  },
})

type Asked = Partial<Record<'provider' | 'region' | 'machineType' | 'storageClass', string>>

/** What is not said is any: a machine type or a storage class is looked for at every provider, a region too. Throws `price-unknown` for what none of them has. */
function placesOf({ provider, region, machineType, storageClass }: Asked): { catalogue: Catalogue; region: string }[] {
  const named = provider === undefined ? catalogues() : [catalogueFor(provider, region)]
  const at = provider === undefined ? '' : ` of ${provider}`
  const withMachine = having(named, machineType, `the machine type ${machineType}${at}`, ({ machines }) => Object.keys(machines))
  const withDisk = having(withMachine, storageClass, `the storage class ${storageClass}${at}`, ({ storageClasses, disks }) => [...Object.keys(storageClasses), ...Object.keys(disks)])
  return having(withDisk, region, `the region ${region}${at}`, ({ regions }) => regions)
    .flatMap((catalogue) => (region === undefined ? catalogue.regions : [region]).map((each) => ({ catalogue, region: each })))
}

function having(all: Catalogue[], name: string | undefined, what: string, namesOf: (catalogue: Catalogue) => string[]): Catalogue[] {
  const chosen = name === undefined ? all : all.filter((catalogue) => namesOf(catalogue).includes(name))
  if (chosen.length === 0) throw unknownPrice(what, name!, all.flatMap(namesOf))
  return chosen
}

function shown(catalogue: Catalogue, region: string, asked: { machine?: string; storageClass?: string; homeGiB: number }, now: Date) {
  const { memory, home } = unitPrices(catalogue, region, asked)
  const money = (amount: number | null) => (amount === null ? null : toMoney(toMicros(amount), catalogue.currency))
  return {
    provider: catalogue.provider, region,
    memory: memory && {
      perGiBMonth: money(memory.perGiBMonth), spotPerGiBMonth: money(memory.spotPerGiBMonth), machineType: memory.machine, gib: Math.floor(memory.gib * 100) / 100,
      source: memory.source, asOf: memory.asOf,
    },
    home: { perGiBMonth: money(home!.perGiBMonth), diskType: home!.disk, gib: asked.homeGiB, source: home!.source, asOf: home!.asOf },
    fictional: catalogue.fictional, ageDays: catalogueAgeDays(catalogue, now),
  }
}
