/** How what serves a whole cluster (core nodes, control plane) is shared among the hubs in it. `owner`: it is not, whoever owns the cluster bears it. */
export const sharingRules = ['server-hours', 'equal', 'owner'] as const
export type SharingRule = (typeof sharingRules)[number]

/** By what a tenant counts its usage and money. */
export interface Finance {
  /** IANA name of the zone by whose clock its days and months are. */
  timeZone: string
  /** In its clusters. */
  sharedBy: SharingRule
  /** Of a person in several groups the first one here counts, otherwise the first by name. */
  groupOrder: string[]
  /** Named spans of time, such as semesters, in order and apart. */
  terms: Term[]
}

/** From a first day until before another one, as `2026-09-01`. */
export interface Term { name: string; from: string; to: string }

export const defaultFinance: Finance = { timeZone: 'UTC', sharedBy: 'server-hours', groupOrder: [], terms: [] }

/** A row keeps only what was said, so that it reads with the defaults of what came later. */
export const financeOf = (said: Partial<Finance> | null): Finance => ({ ...defaultFinance, ...said })

/** The one group that a person counts in; '' for none. */
export function primaryGroup(groups: readonly string[], order: readonly string[]): string {
  return order.find((group) => groups.includes(group)) ?? groups.toSorted()[0] ?? ''
}
