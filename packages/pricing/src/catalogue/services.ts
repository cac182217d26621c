import type { Catalogue, LoadBalancerEntry } from './catalogue.ts'

/** USD per hour of `count` load balancers, each serving one hub's ports. */
export function loadBalancersPerHour(entry: LoadBalancerEntry, count: number): number {
  if (count === 0) return 0
  if (entry.rulesIncluded === null) return count * entry.firstRulesPerHour
  return entry.firstRulesPerHour + Math.max(0, count * entry.rulesPerService - entry.rulesIncluded) * entry.furtherRulePerHour
}

/** What load balancers cost in a region. */
export const loadBalancerIn = ({ loadBalancer }: Catalogue, region: string): LoadBalancerEntry => ({ ...loadBalancer, ...loadBalancer.in?.[region] })

/** USD per hour of a public address in a region. */
export const addressPerHour = ({ address }: Catalogue, region: string): number => address.in?.[region] ?? address.perHour

/** USD per hour of a control plane of the tier in a region; null when the tier is not known. */
export function controlPlanePerHour({ controlPlane }: Catalogue, tier: string, region: string): number | null {
  const perHour = { ...controlPlane.perHour, ...controlPlane.in?.[region] }
  return Object.hasOwn(perHour, tier) ? (perHour[tier] ?? null) : null
}

/** USD of a month's traffic to the internet, tier by tier; null when it is not known. */
export function egressPerMonth(catalogue: Catalogue, gib: number): number | null {
  if (gib === 0) return 0
  if (!catalogue.egress) return null
  let [usd, below] = [0, 0]
  for (const tier of catalogue.egress.tiers) {
    const upTo = tier.upToGiB ?? Infinity
    usd += Math.max(0, Math.min(gib, upTo) - below) * tier.perGiB
    below = upTo
  }
  return usd
}
