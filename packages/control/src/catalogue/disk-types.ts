import { Type } from 'typebox'
import { toMoney } from '@hubfleet/core'
import { diskPerMonth, diskSource, toMicros } from '@hubfleet/pricing'
import { pageInput, pageOf, paginateItems } from '../pagination.ts'
import { MoneySchema } from '../plan.ts'
import { query } from '../verb.ts'
import { catalogueFor, ProviderInput, RegionInput, sourceFields } from './place.ts'

const DiskTypeSchema = Type.Object({
  name: Type.String({ examples: ['pd-balanced'] }),
  storageClasses: Type.Array(Type.String(), { description: 'Kubernetes storage classes of the provider that make it' }),
  default: Type.Boolean({ description: 'The disk of the default storage class' }),
  shared: Type.Boolean({ description: 'Many servers mount one; else each home is a disk of its own' }),
  sizesGiB: Type.Union([Type.Array(Type.Number()), Type.Null()], { description: 'Billed in these sizes, rounded up; null: by the GiB' }),
  gib: Type.Number({ description: 'The size that `perMonth` is for' }),
  perMonth: Type.Union([MoneySchema, Type.Null()], { description: 'Null is not known for this region' }),
  ...sourceFields,
}, { $id: 'DiskType' })

export const listDiskTypes = query({
  noun: 'diskType', verb: 'list', summary: 'Kinds of disks in a region, with the price of one home', action: 'tenant:read', tenantless: true,
  input: pageInput({ provider: ProviderInput, region: RegionInput, gib: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 65_536, default: 10, description: 'Size of a home' })) }),
  answer: pageOf(DiskTypeSchema, 'DiskTypePage'),
  run: async ({ control }, input) => {
    const { provider, region, gib = 10 } = input
    const catalogue = catalogueFor(provider, region)
    const { disks, storageClasses, defaultDisk } = catalogue
    const items = Object.entries(disks).map(([name, disk]) => {
      const perMonth = diskPerMonth(disk, region, gib)
      const { source = '', asOf = null } = diskSource(catalogue, disk, region) ?? {}
      return {
        name, default: name === defaultDisk, shared: disk.kind === 'shared', sizesGiB: disk.sizesGiB ?? null, gib,
        storageClasses: Object.keys(storageClasses).filter((storageClass) => storageClasses[storageClass] === name),
        perMonth: perMonth === null ? null : toMoney(toMicros(perMonth)),
        source, asOf,
      }
    })
    return paginateItems(control, 'diskTypes', input, [provider, region, gib], items, ({ name }) => name)
  },
})
