import type { Catalogue } from '../catalogue/catalogue.ts'
import { anywhere, Figures, ForeignCurrency, type Figure } from './figures.ts'
import type { PriceReader } from './reader.ts'

/** An item of the Retail Prices API, as far as it is read. */
interface Item {
  currencyCode: string; retailPrice: number; tierMinimumUnits: number; armRegionName: string; armSkuName: string; effectiveStartDate: string
  productName: string; skuName: string; meterName: string; serviceName: string; unitOfMeasure: string; type: string
}

/** Licences are in these prices: they look like those of Linux, and are not. */
const foreignProducts = /windows|cloud ?services/i
const disksOf: Record<string, string> = { 'Premium SSD Managed Disks': 'premium-ssd', 'Standard SSD Managed Disks': 'standard-ssd', 'Standard HDD Managed Disks': 'standard-hdd' }
/** GiB by the number in a size's name: P10 is 128 GiB. */
const gibOf: Record<string, number> = { 1: 4, 2: 8, 3: 16, 4: 32, 6: 64, 10: 128, 15: 256, 20: 512, 30: 1024, 40: 2048, 50: 4096, 60: 8192, 70: 16384, 80: 32767 }

/** Of several items for one machine the one that began to hold last counts; what holds later does not count yet. */
export function azureReader(catalogue: Catalogue, now: Date): PriceReader {
  const figures = new Figures()
  const regions = new Set(catalogue.regions)
  return {
    figures: () => figures,
    read(record) {
      const item = (record ?? {}) as Partial<Item>
      if (item.type !== undefined && item.type !== 'Consumption') return
      if (typeof item.productName !== 'string' || typeof item.skuName !== 'string') return figures.reject(`an item without a product: ${JSON.stringify(record)}`)
      if (foreignProducts.test(item.productName) || !(regions.has(item.armRegionName ?? '') || item.armRegionName === 'Global') || (item.tierMinimumUnits ?? 0) > 0) return
      const figure = machineOf(catalogue, item) ?? diskOf(item) ?? serviceOf(item)
      if (!figure || Date.parse(item.effectiveStartDate ?? '') > now.getTime()) return
      if (item.currencyCode !== catalogue.currency) throw new ForeignCurrency(item.currencyCode ?? '', catalogue.currency)
      if (typeof item.retailPrice !== 'number' || Number.isNaN(Date.parse(item.effectiveStartDate ?? ''))) return figures.reject(`${item.productName} ${item.skuName} in ${item.armRegionName} has no price or no date`)
      figures.add({ ...figure, region: item.armRegionName === 'Global' ? anywhere : item.armRegionName! }, item.retailPrice, item.effectiveStartDate)
    },
  }
}

function machineOf({ machines }: Catalogue, { serviceName, unitOfMeasure, armSkuName = '', skuName = '' }: Partial<Item>) {
  if (serviceName !== 'Virtual Machines' || unitOfMeasure !== '1 Hour' || skuName.includes('Low Priority') || !Object.hasOwn(machines, armSkuName)) return null
  return { of: skuName.endsWith(' Spot') ? 'spot' as const : 'onDemand' as const, name: armSkuName }
}

/** Locally redundant disks; what is billed for a disk's mounts, operations and bursts is not the disk. */
function diskOf({ serviceName, unitOfMeasure, productName = '', skuName = '', meterName = '' }: Partial<Item>) {
  const [, size = ''] = /^[PES](\d+) LRS$/.exec(skuName) ?? []
  const name = Object.hasOwn(disksOf, productName) ? disksOf[productName]! : null
  if (serviceName !== 'Storage' || !name || !gibOf[size] || !/^1\/Month$/.test(unitOfMeasure ?? '') || !/^[PES]\d+ (LRS )?Disk$/.test(meterName)) return null
  return { of: 'disk' as const, name, gib: gibOf[size] }
}

/** Load balancers are told of no region in particular. Premium is the tier with long-term support. */
const services: [service: string, meter: string, unit: RegExp, figure: Pick<Figure, 'of' | 'name'>][] = [
  ['Load Balancer', 'Standard Included LB Rules and Outbound Rules', /^1 ?\/? ?Hour$/, { of: 'loadBalancer', name: 'firstRulesPerHour' }],
  ['Load Balancer', 'Standard Overage LB Rules and Outbound Rules', /^1 ?\/? ?Hour$/, { of: 'loadBalancer', name: 'furtherRulePerHour' }],
  ['Load Balancer', 'Standard Data Processed', /^1 GB$/, { of: 'loadBalancer', name: 'perGiB' }],
  ['Virtual Network', 'Standard IPv4 Static Public IP', /^1 ?\/? ?Hour$/, { of: 'address', name: 'perHour' }],
  ['Azure Kubernetes Service', 'Standard Uptime SLA', /^1 ?\/? ?Hour$/, { of: 'controlPlane', name: 'standard' }],
  ['Azure Kubernetes Service', 'Standard Long Term Support', /^1 ?\/? ?Hour$/, { of: 'controlPlane', name: 'premium' }],
]

const serviceOf = ({ serviceName, meterName, unitOfMeasure = '' }: Partial<Item>): Pick<Figure, 'of' | 'name'> | undefined =>
  services.find(([service, meter, unit]) => service === serviceName && meter === meterName && unit.test(unitOfMeasure))?.[3]
