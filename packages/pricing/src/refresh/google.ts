import type { Catalogue } from '../catalogue/catalogue.ts'
import { anywhere, Figures, ForeignCurrency, type Figure } from './figures.ts'
import type { PriceReader } from './reader.ts'

interface Sku {
  description: string
  category: { resourceFamily: string; resourceGroup: string; usageType: string }
  serviceRegions: string[]
  pricingInfo: { effectiveTime?: string; pricingExpression: { usageUnit: string; tieredRates: { startUsageAmount: number; unitPrice: { currencyCode: string; units: string; nanos: number } }[] } }[]
}

/** How the price list begins the description of a family's cores and memory. */
const families: Record<string, string> = {
  'N1 Predefined Instance': 'n1', 'N2 Instance': 'n2', 'N2D AMD Instance': 'n2d', 'E2 Instance': 'e2', 'T2D AMD Instance': 't2d', 'C3 Instance': 'c3', 'C3D Instance': 'c3d', 'C4 Instance': 'c4', 'N4 Instance': 'n4',
  'C2D AMD Instance': 'c2d', 'Compute optimized': 'c2', 'Compute optimized Instance': 'c2',
}
const rate = /^(Spot Preemptible )?(.+?) (Core|Ram) running in /
const disksOf: [group: string, description: RegExp, disk: string][] = [
  ['PDStandard', /^Storage PD Capacity/, 'pd-standard'], ['SSD', /^SSD backed PD Capacity/, 'pd-ssd'], ['SSD', /^Balanced PD Capacity/, 'pd-balanced'],
]
/** Shared cores are billed by the part of them that is one's own. */
const billedCores: Record<string, number> = { 'e2-micro': 0.25, 'e2-small': 0.5, 'e2-medium': 1 }

/** Google sells cores and GiB: a machine costs what its cores and its memory do. */
export function googleReader(catalogue: Catalogue): PriceReader {
  const figures = new Figures()
  const regions = new Set(catalogue.regions)
  const rates = new Map<string, number>()
  const rateKey = (family: string, of: string, part: string, region: string) => `${family} ${of} ${part} ${region}`
  return {
    read(record) {
      const sku = (record ?? {}) as Partial<Sku>
      if (typeof sku.description !== 'string' || !sku.category) return figures.reject(`a SKU without a description: ${JSON.stringify(record)}`)
      const found = rateOf(sku as Sku) ?? diskOf(sku as Sku) ?? serviceOf(sku as Sku)
      if (!found) return
      const price = priceOf(sku as Sku, found.unit, catalogue.currency, 'service' in found)
      if (price === null) return figures.reject(`${sku.description} has no price by the ${found.unit}`)
      for (const region of sku.serviceRegions ?? []) {
        if ('service' in found && region === 'global') figures.add({ ...found.service, region: anywhere }, price)
        if (!regions.has(region)) continue
        if ('service' in found) figures.add({ ...found.service, region }, price)
        else if ('disk' in found) figures.add({ of: 'disk', name: found.disk, region }, price)
        else rates.set(rateKey(found.family, found.of, found.part, region), price)
      }
    },
    figures() {
      for (const [name, { family, vcpu, memoryGiB }] of Object.entries(catalogue.machines)) {
        for (const region of catalogue.regions) {
          for (const usage of ['onDemand', 'spot'] as const) {
            const [core, ram] = ['Core', 'Ram'].map((part) => rates.get(rateKey(family, usage, part, region)))
            if (core !== undefined && ram !== undefined && !name.endsWith('-lssd')) figures.add({ of: usage, name, region }, rounded((billedCores[name] ?? vcpu) * core + memoryGiB * ram))
          }
        }
      }
      return figures
    },
  }
}

function rateOf({ description, category: { resourceFamily, usageType } }: Sku) {
  const [, spot, name = '', part = ''] = rate.exec(description) ?? []
  const family = Object.hasOwn(families, name) ? families[name]! : null
  const usage = spot ? 'Preemptible' : 'OnDemand'
  if (resourceFamily !== 'Compute' || !family || usageType !== usage) return null
  return { family, of: spot ? 'spot' as const : 'onDemand' as const, part, unit: part === 'Core' ? 'h' : 'GiBy.h' }
}

function diskOf({ description, category: { resourceGroup, usageType } }: Sku) {
  const disk = usageType === 'OnDemand' && disksOf.find(([group, begins]) => group === resourceGroup && begins.test(description))?.[2]
  return disk && !description.startsWith('Regional') ? { disk, unit: 'GiBy.mo' } : null
}

/** Load balancers as a Service of Kubernetes gets them: of a region, and not global ones. Of clusters, zonal and regional ones cost the same. */
const services: [begins: RegExp, unit: string, service: Pick<Figure, 'of' | 'name'>][] = [
  [/^(Network Load Balancing: Forwarding Rule Minimum Service Charge in |Cloud Load Balancer Forwarding Rule Minimum (?!Global))/, 'h', { of: 'loadBalancer', name: 'firstRulesPerHour' }],
  [/^(Network Load Balancing: Forwarding Rule Additional Service Charge in |Cloud Load Balancer Forwarding Rule Additional (?!Global))/, 'h', { of: 'loadBalancer', name: 'furtherRulePerHour' }],
  [/^External IP Charge on a Standard VM/, 'h', { of: 'address', name: 'perHour' }],
  [/^(Zonal|Regional) Kubernetes Clusters/, 'h', { of: 'controlPlane', name: 'standard' }],
]

function serviceOf({ description, category: { usageType } }: Sku) {
  const found = usageType === 'OnDemand' ? services.find(([begins]) => begins.test(description)) : undefined
  return found && { unit: found[1], service: found[2] }
}

/** Of the newest pricing the rate from the first unit on: whole units as text, and billionths. `beyond`: the rate of the last tier, since the first hours of a month may be free. */
function priceOf({ pricingInfo }: Sku, unit: string, currency: string, beyond = false): number | null {
  const expression = pricingInfo?.at(-1)?.pricingExpression
  const first = expression?.tieredRates?.findLast(({ startUsageAmount }) => beyond || startUsageAmount <= 0)?.unitPrice
  if (!first || expression?.usageUnit !== unit) return null
  if (first.currencyCode !== currency) throw new ForeignCurrency(first.currencyCode, currency)
  const price = Number(first.units ?? '0') + (first.nanos ?? 0) / 1e9
  return Number.isFinite(price) ? price : null
}

/** Without the dust of binary fractions. */
const rounded = (usd: number): number => Number(usd.toPrecision(12))
