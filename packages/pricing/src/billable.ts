import type { PriceBook } from './catalogue/price-book.ts'

/** What is known of something that a cloud bills; see each price book for the names of machines and disks. */
export interface PricedThing { kind: string; machineType?: string; spot?: boolean; sizeGiB?: number; diskType?: string }

const hoursPerMonth = 730

/**
 * USD per month of one thing, without traffic; null where its price is not known. Things that bill nothing by themselves (a network, what a
 * forwarding rule or a load balancer leads to) are 0. A load balancer is reckoned as the account's first.
 */
export function billablePerMonth(thing: PricedThing, prices: PriceBook): number | null {
  const hourly = (price: number | null): number | null => (price === null ? null : price * hoursPerMonth)
  switch (thing.kind) {
    case 'cluster': return hourly(prices.controlPlaneHour(prices.catalogue?.controlPlane.defaultTier ?? 'standard'))
    case 'machine': return hourly(machineHour(thing, prices))
    case 'disk': return thing.sizeGiB === undefined ? null : prices.diskMonth(thing.diskType ?? null, thing.sizeGiB)
    case 'load-balancer': case 'forwarding-rule': return hourly(prices.loadBalancersHour(1))
    case 'address': return hourly(prices.addressHour())
    case 'network': case 'target-proxy': case 'url-map': case 'backend-service': case 'endpoint-group': case 'target-pool': case 'target-group': return 0
    default: return null
  }
}

function machineHour({ machineType, spot = false }: PricedThing, prices: PriceBook): number | null {
  if (machineType === undefined || (prices.catalogue && !Object.hasOwn(prices.catalogue.machines, machineType))) return null
  const machine = prices.machine(machineType)
  return spot ? machine.spot : machine.onDemand
}
