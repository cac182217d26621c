import { Type } from 'typebox'
import { toMoney } from '@hubfleet/core'
import { diskPerMonth, diskSource, findMachine, toMicros, unknownPrice, type Catalogue } from '@hubfleet/pricing'
import { pageInput, pageOf, paginateItems } from '../pagination.ts'
import { MoneySchema } from '../plan.ts'
import { query } from '../verb.ts'
import { price, PriceSchema, ProviderInput, RegionInput, sourceFields } from './place.ts'
import { allVersions, loadVersion, showVersion, versionFields } from './version.ts'

const CatalogueSchema = Type.Object(versionFields, { $id: 'Catalogue' })

const CataloguePricesSchema = Type.Object({
  ...versionFields,
  kept: Type.Array(Type.Object({
    figure: Type.String({ examples: ['Standard_E4as_v5 in eastus'] }), was: Type.Union([Type.Number(), Type.Null()], { description: 'USD' }), found: Type.Union([Type.Number(), Type.Null()], { description: 'USD; null where the source told none' }), why: Type.String(),
  }, { $id: 'KeptPrice' }), { description: 'Prices that stayed as they were; 500 of them at most, the odd ones first' }),
  regions: Type.Array(Type.String()),
  machines: Type.Union([Type.Array(Type.Object({ name: Type.String(), perHour: PriceSchema, spotPerHour: PriceSchema, ...sourceFields }, { $id: 'CatalogueMachine' })), Type.Null()], { description: 'Of the asked region; null where none was asked for, or the version was rejected' }),
  disks: Type.Union([Type.Array(Type.Object({ name: Type.String(), perGiBMonth: PriceSchema, perMonth: Type.Union([MoneySchema, Type.Null()], { description: 'Of a disk of 128 GiB' }), ...sourceFields }, { $id: 'CatalogueDisk' })), Type.Null()]),
}, { $id: 'CataloguePrices' })

export const listCatalogues = query({
  noun: 'catalogue', verb: 'list', summary: 'Versions of the price catalogue, the newest first', description: 'What was refused when prices were refreshed is told with its reasons.', action: 'tenant:read', tenantless: true,
  input: pageInput({ provider: Type.Optional(ProviderInput), state: Type.Optional(Type.Union([Type.Literal('shipped'), Type.Literal('applied'), Type.Literal('rejected')])) }),
  answer: pageOf(CatalogueSchema, 'CataloguePage'),
  async run({ tx, control }, input) {
    const { provider, state } = input
    const chosen = (await allVersions(tx)).filter((version) => (provider === undefined || version.provider === provider) && (state === undefined || version.state === state))
    return paginateItems(control, 'catalogues', input, [provider, state], chosen.map((version) => showVersion(version, control.clock.now())), ({ id }) => id)
  },
})

export const getCatalogue = query({
  noun: 'catalogue', verb: 'get', summary: 'A version of the price catalogue, with its prices in a region', description: 'By its id, or by a provider: the version in force. An estimate tells which one it was made with.', action: 'tenant:read', tenantless: true,
  input: Type.Object({ region: Type.Optional(RegionInput) }, { additionalProperties: false }),
  answer: CataloguePricesSchema,
  async run({ tx, control, params }, { region }) {
    const version = await loadVersion(tx, params.catalogue!.replace(/^catalogue_/, ''))
    const { catalogue, kept } = version
    if (catalogue && region !== undefined && !catalogue.regions.includes(region)) throw unknownPrice(`the region ${region} of ${catalogue.provider}`, region, catalogue.regions)
    return { ...showVersion(version, control.clock.now()), kept, regions: catalogue?.regions ?? [], ...(catalogue && region !== undefined ? pricesIn(catalogue, region) : { machines: null, disks: null }) }
  },
})

function pricesIn(catalogue: Catalogue, region: string) {
  return {
    machines: Object.keys(catalogue.machines).map((type) => findMachine(catalogue.provider, region, type, catalogue)).filter(({ onDemand, spot }) => onDemand !== null || spot !== null)
      .map(({ type: name, onDemand, spot, source, asOf }) => ({ name, perHour: price(onDemand), spotPerHour: price(spot), source, asOf })),
    disks: Object.entries(catalogue.disks).map(([name, disk]) => {
      const perMonth = diskPerMonth(disk, region, 128)
      const { source = '', asOf = null } = diskSource(catalogue, disk, region) ?? {}
      return { name, perGiBMonth: price(disk.perGiBMonth?.[region] ?? null), perMonth: perMonth === null ? null : toMoney(toMicros(perMonth), catalogue.currency), source, asOf }
    }),
  }
}
