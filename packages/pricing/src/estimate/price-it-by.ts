import type { OwnPrices, PriceBook } from '../catalogue/price-book.ts'
import type { ComponentName } from './output.ts'

/** By which field a caller gives a component its price; what cannot be without one has none. */
const fields: Partial<Record<ComponentName, keyof OwnPrices | 'disks'>> = {
  'control-plane': 'controlPlaneHour', 'core-nodes': 'machines', 'user-nodes': 'machines', 'user-nodes-minimum': 'machines',
  'core-node-disks': 'disks', 'user-node-disks': 'disks', homes: 'disks', 'hub-disk': 'disks', 'load-balancers': 'loadBalancerHour', addresses: 'addressHour', egress: 'egressGiB',
}

/** What to do about a price that is missing, in words: to say it, and where a public list has such prices, to have that read. */
export function priceItBy(name: ComponentName, { catalogue }: Pick<PriceBook, 'catalogue'>): string {
  const said = `say what it costs with ${fields[name]} in ownPrices, or in the prices of the cluster`
  return catalogue && !catalogue.fictional && name !== 'egress' ? `${said}, or have list prices read anew: hubfleet catalogue refresh ${catalogue.provider}` : said
}
