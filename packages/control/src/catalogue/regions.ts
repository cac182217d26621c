import { Type } from 'typebox'
import { catalogueAgeDays, catalogues, listMachines, zonesOf } from '@hubfleet/pricing'
import { pageInput, pageOf, paginateItems } from '../pagination.ts'
import { query } from '../verb.ts'
import { catalogueFor, ProviderInput } from './place.ts'

const RegionSchema = Type.Object({
  provider: Type.String(),
  name: Type.String(),
  zones: Type.Union([Type.Array(Type.String()), Type.Null()], { description: 'Null where each account has zones of its own' }),
  machineTypes: Type.Integer({ description: 'How many have a price here' }),
  fictional: Type.Boolean({ description: 'Invented, for trying things out' }),
  ageDays: Type.Integer({ description: 'Of the newest prices' }),
}, { $id: 'Region' })

export const listRegions = query({
  noun: 'region', verb: 'list', summary: 'Regions of the catalogue, with their zones', action: 'tenant:read', tenantless: true,
  input: pageInput({ provider: Type.Optional(ProviderInput) }),
  answer: pageOf(RegionSchema, 'RegionPage'),
  run: async ({ control }, input) => paginateItems(control, 'regions', input, input.provider,
    (input.provider === undefined ? catalogues() : [catalogueFor(input.provider)]).flatMap((catalogue) => catalogue.regions.map((name) => ({
      provider: catalogue.provider, name, zones: zonesOf(catalogue.provider, name), machineTypes: listMachines(catalogue.provider, name).length,
      fictional: catalogue.fictional, ageDays: catalogueAgeDays(catalogue, control.clock.now()),
    }))), ({ provider, name }) => `${provider}/${name}`),
})
