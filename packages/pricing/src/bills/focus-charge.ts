import type { CostComponent } from '@hubfleet/core'

/** What was measured of a part of a period, as it is written for others to read. */
export interface MeasuredCharge {
  tenant: { id: string; name: string }
  cluster: { id: string; name: string; /** Cloud, such as `aws`; or the kind of the cluster where it is in none. */ provider: string; /** '' where it is not known. */ region: string }
  /** Null where it is no hub's. */
  hub: { id: string; name: string } | null
  component: CostComponent
  /** '' where there is none. */
  pool: string
  group: string
  user: string
  from: Date
  to: Date
  /** The month that it counts in. */
  billing: { from: Date; to: Date }
  currency: string
  /** Exact decimals. `amount` is what is charged, at list prices or as billed. */
  amount: string
  listed: string
  hours: number
  coreHours: number
  gibHours: number
  unpricedHours: number
}

/**
 * The columns of FOCUS 1.2 that are written, in their order: all that the specification demands, those for what is known here, and columns of our own, which begin with `x_`.
 * Names that somebody chose are in `Tags` only.
 */
export const focusColumns = [
  'BilledCost', 'BillingAccountId', 'BillingAccountName', 'BillingAccountType', 'BillingCurrency', 'BillingPeriodEnd', 'BillingPeriodStart', 'ChargeCategory', 'ChargeClass', 'ChargeDescription', 'ChargeFrequency',
  'ChargePeriodEnd', 'ChargePeriodStart', 'ConsumedQuantity', 'ConsumedUnit', 'ContractedCost', 'EffectiveCost', 'InvoiceIssuerName', 'ListCost', 'PricingQuantity', 'PricingUnit', 'ProviderName', 'PublisherName',
  'RegionId', 'RegionName', 'ResourceId', 'ResourceName', 'ResourceType', 'ServiceCategory', 'ServiceName', 'ServiceSubcategory', 'SubAccountId', 'SubAccountName', 'SubAccountType', 'Tags',
  'x_Component', 'x_CoreHours', 'x_GibHours', 'x_UnpricedHours',
] as const
export type FocusColumn = (typeof focusColumns)[number]

/** Null is an empty cell: FOCUS knows no empty text. */
export type FocusCharge = Record<FocusColumn, string | number | null>

export function focusCharge(charge: MeasuredCharge): FocusCharge {
  const { tenant, cluster, hub, component, pool, group, user, from, to, billing, currency, amount, listed, hours, coreHours, gibHours, unpricedHours } = charge
  const service = services[component]
  const provider = providerNames[cluster.provider] ?? cluster.provider
  const tags = { 'hubfleet-cluster': cluster.id, 'hubfleet-hub': hub?.id, 'hubfleet-component': component, 'hubfleet-pool': pool || undefined, 'hubfleet-group': group || undefined, 'hubfleet-user': user || undefined }
  return {
    BilledCost: amount, EffectiveCost: amount, ContractedCost: amount, ListCost: listed, BillingCurrency: currency,
    BillingAccountId: tenant.id, BillingAccountName: tenant.name, BillingAccountType: 'Tenant', SubAccountId: hub?.id ?? null, SubAccountName: hub?.name ?? null, SubAccountType: hub && 'Hub',
    BillingPeriodStart: moment(billing.from), BillingPeriodEnd: moment(billing.to), ChargePeriodStart: moment(from), ChargePeriodEnd: moment(to),
    ChargeCategory: 'Usage', ChargeClass: null, ChargeDescription: service.description, ChargeFrequency: 'Usage-Based',
    ConsumedQuantity: hours, ConsumedUnit: 'Hours', PricingQuantity: hours, PricingUnit: 'Hours',
    InvoiceIssuerName: 'Hubfleet', ProviderName: provider, PublisherName: provider, RegionId: cluster.region || null, RegionName: cluster.region || null,
    ResourceId: cluster.id, ResourceName: cluster.name, ResourceType: 'Kubernetes cluster',
    ServiceName: service.name, ServiceCategory: service.category, ServiceSubcategory: service.subcategory, Tags: JSON.stringify(tags),
    x_Component: component, x_CoreHours: coreHours, x_GibHours: gibHours, x_UnpricedHours: unpricedHours,
  }
}

const providerNames: Record<string, string> = { gcp: 'Google Cloud', azure: 'Microsoft', aws: 'AWS' }

const moment = (at: Date): string => at.toISOString().replace('.000Z', 'Z')

interface Service { name: string; category: string; subcategory: string; description: string }
const compute = { name: 'Hubfleet Compute', category: 'Compute', subcategory: 'Containers' }
const storage = { name: 'Hubfleet Storage', category: 'Storage', subcategory: 'Block Storage' }
const network = { category: 'Networking', subcategory: 'Network Infrastructure' }
const other = { name: 'Hubfleet Other', category: 'Other', subcategory: 'Other (Other)' }

/** Words in which our own reader of bills finds the component again (`component.ts`). */
const services: Record<CostComponent, Service> = {
  servers: { ...compute, description: 'Servers of users' },
  seats: { ...compute, description: 'Seats kept warm' },
  idle: { ...compute, description: 'Nodes for users, idle' },
  core: { ...compute, description: 'Nodes that serve the whole cluster' },
  builds: { ...compute, description: 'Making of images' },
  'node-disks': { ...storage, description: 'Disks of nodes' },
  homes: { ...storage, description: 'Disks of homes' },
  'hub-disk': { ...storage, description: 'Disk of the hub' },
  'load-balancers': { ...network, name: 'Hubfleet Load Balancing', description: 'Load balancers' },
  addresses: { ...network, name: 'Hubfleet Addresses', description: 'Public IP addresses' },
  'control-plane': { name: 'Hubfleet Kubernetes clusters', category: 'Compute', subcategory: 'Containers', description: 'Control plane' },
  network: { ...network, name: 'Hubfleet Network', description: 'Data transfer' },
  other: { ...other, description: 'Other' },
  unallocated: { ...other, description: 'Billed, and not measured' },
}
