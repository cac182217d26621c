/** What of costs is told apart when an estimate is held against what was measured. */
export const costGroups = ['nodes', 'homes', 'hub-disk', 'cluster', 'access', 'other', 'unknown'] as const
export type CostGroup = (typeof costGroups)[number]

/** What a hub was expected to cost and use, as it is kept when somebody is told so: of a month of so many `hours`. Micro-dollars are texts, for JSON. */
export interface ExpectedCost {
  hours: number
  /** Of what has a price. */
  micros: Record<CostGroup, string>
  users: number
  serverHours: number
  gibPerServer: number
  /** Of user pools. */
  nodeHours: number
  homes: number
  gibPerHome: number
  pools: string[]
  /** What had no price. */
  incomplete: string[]
  catalogue: string | null
}
