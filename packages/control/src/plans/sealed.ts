import { charts, eq, open, seal, type ChartRow, type PlanRow, type Transaction } from '@hubfleet/database'
import { Problem } from '@hubfleet/core'
import type { Control } from '../control.ts'
import type { WantedSpec } from '../hubs/spec-plan.ts'

/**
 * What comes of a change: a spec, or that the hub goes, or an action that leaves both as they are. Of a spec the chart is kept by its
 * digest: its record, with a schema of many pages, is there already.
 */
export type PlannedEffect = WantedSpec | 'gone' | undefined

/** What of a plan nobody is shown: the input as it was sent, and what it came to. */
interface Sealed { input: unknown; effect: (Omit<WantedSpec, 'chart'> & { chart: string }) | 'gone' | null }

export const sealPlan = ({ keyRing }: Pick<Control, 'keyRing'>, id: string, input: unknown, effect: PlannedEffect): Promise<string> =>
  seal(keyRing, id, { input, effect: typeof effect === 'object' ? { ...effect, chart: effect.chart.digest } : effect ?? null } satisfies Sealed)

export async function openPlan({ keyRing }: Pick<Control, 'keyRing'>, row: PlanRow): Promise<Sealed> {
  if (!row.sealed) throw new Problem('plan-not-ready', { plan: row.id, state: row.state })
  return open<Sealed>(keyRing, row.id, row.sealed)
}

export async function effectOf(tx: Transaction, { effect }: Sealed): Promise<PlannedEffect> {
  if (effect === null || effect === 'gone') return effect ?? undefined
  const [chart] = await tx.select().from(charts).where(eq(charts.digest, effect.chart))
  if (!chart) throw new Problem('chart-unknown', { chart: effect.spec.chart.version, reason: 'its record is gone' })
  return { ...effect, chart: chart satisfies ChartRow }
}
