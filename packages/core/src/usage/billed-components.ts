import type { CostComponent } from './cost-components.ts'

/** What a bill tells apart, and which measured components each pays for: a bill knows machines, and not who worked on them. */
export const measuredOf = {
  compute: ['servers', 'seats', 'idle', 'core', 'builds'],
  storage: ['node-disks', 'homes', 'hub-disk'],
  'load-balancers': ['load-balancers'],
  addresses: ['addresses'],
  'control-plane': ['control-plane'],
  network: ['network'],
  other: ['other'],
} as const satisfies Record<string, readonly CostComponent[]>

export type BilledComponent = keyof typeof measuredOf
export const billedComponents = Object.keys(measuredOf) as BilledComponent[]

/** What kind of line of a bill an amount is from. They add up to what is paid. */
export const chargeCategories = ['usage', 'fee', 'discount', 'credit', 'refund', 'tax', 'adjustment'] as const
export type ChargeCategory = (typeof chargeCategories)[number]

export const billFormats = ['gcp', 'aws', 'azure', 'focus'] as const
export type BillFormatName = (typeof billFormats)[number]
