import { isDeepStrictEqual } from 'node:util'
import {
  checkChange, checkChartValues, checkHubSpec, checkPolicy, cullingMeaning, deviations, diffLayers, diffSpec, diffValues, disruption, hubPosture, lackedBy, layersOf, newHubSecrets, ownChanges, Problem, readClusterStatus, refuse, refusedBy, renderValues,
  secretTexts, toSetUp, withoutVouched, type HubSecrets, type HubSpec, type HubSpecCheck, type JsonObject, type PostureItem,
} from '@hubfleet/core'
import { and, claims, eq, grants, hubs, isNull, ne, open, sql, type ChartRow, type ClusterRow, type HubRow } from '@hubfleet/database'
import { holdWarnings, tenantHolds } from '../budgets/holds.ts'
import { judgeByBudgets } from '../budgets/judge-plan.ts'
import { rowHasCredit } from '../clusters/credit.ts'
import { clusterNow, oldPricesOf, pricingOf } from '../clusters/pricing.ts'
import { costChange } from '../estimates/cost-change.ts'
import { runsOpenShift } from '../clusters/cluster.ts'
import { observedOf } from '../fit/observed.ts'
import { judgeImages, refuseStaleDigests } from '../images/judge.ts'
import { seatsBeyond } from '../fit/seats-room.ts'
import { requireFit } from '../fit/require-fit.ts'
import type { Plan } from '../plan.ts'
import { tellingLayers } from './layers.ts'
import { policyOf } from '../tenants/tenant.ts'
import type { Context } from '../verb.ts'
import type { WantedSpec } from './wanted-spec.ts'

export type { WantedSpec }

/** What changes when a hub goes from its stored spec (null: it is new) to a wanted one. Throws the first refusal; asks no cluster. */
export const planSpec = (context: Context, before: HubRow | null, cluster: ClusterRow, wanted: WantedSpec): Promise<Plan & { effect: WantedSpec }> =>
  tellingLayers(wanted.layers, () => plan(context, before, cluster, wanted))

async function plan(context: Context, before: HubRow | null, cluster: ClusterRow, given: WantedSpec): Promise<Plan & { effect: WantedSpec }> {
  const { secrets, chart } = given
  const id = before?.id ?? 'hub_new'
  const seen = { name: cluster.name, openShift: runsOpenShift(cluster), status: readClusterStatus(cluster.status) }
  const render = (s: HubSpec, fields: HubSecrets) => renderValues({ hub: { id, tenantId: context.tenant.id }, spec: s, secrets: fields, openShift: seen.openShift }).values
  const checked = checkHubSpec(given.spec, secrets.fields)
  const change = checkChange(before?.spec ?? null, given.spec, context.now)
  refuse([...checked.errors, ...change.errors].map(inSpec))
  refusePolicy(withoutVouched(checkPolicy(given.spec, policyOf(context.tenant)), given.spec, given.layers).map(inSpec))
  refuseStaleDigests(before?.spec ?? null, given.spec)
  const images = await judgeImages(context, before, cluster, given)
  const wanted: WantedSpec = { ...given, spec: images.spec, layers: ownChanges(given.layers, given.spec, images.spec) }
  const { spec, layers } = wanted
  const values = render(spec, secrets)
  refuseValues(chart, checkChartValues(chart.schema, chart.digest, values).map(inSpec))
  refuse(refusedBy(seen, spec, values).map(inSpec))
  await requireHostFree(context, before, spec)
  await requireRoom(context, before, cluster, spec)

  const stored = before && { spec: before.spec, values: render(before.spec, await hubSecrets(context, before)) }
  const unfit = requireFit(cluster, stored, { spec, values })
  const posture = deviationsOf(cluster, { spec, values })
  const asked = confirmationsOf(checked, posture)
  // What was confirmed with an earlier revision stays confirmed.
  const known = new Set(stored ? confirmationsOf(checkHubSpec(stored.spec, secrets.fields), deviationsOf(cluster, stored)).map(({ confirmation }) => confirmation) : [])
  // a hub that was never ready has nobody who could lose something
  const ofChange = before?.status.readyAt ? change.confirmations.map(({ code, what }) => ({ confirmation: code as string, what })) : []
  const confirmations = [...asked.filter(({ confirmation }) => !known.has(confirmation)), ...ofChange]
  const now = clusterNow(context.control.clock, context.tenant, cluster)
  const cost = costChange(cluster, before, spec, now, await rowHasCredit(context.tx, cluster, now))
  const ofBudgets = [...before ? [] : holdWarnings(await tenantHolds(context)), ...await judgeByBudgets(context, before?.id ?? null, cost.cost)]
  return {
    valid: true,
    diff: before ? diffSpec(before.spec, spec) : [{ op: 'add', path: '', value: spec }],
    layers: diffLayers(before ? layersOf(before) : { own: {} }, layers),
    values: diffValues(stored?.values ?? {}, values, secretTexts(secrets)),
    disruption: disruption(stored, { spec, values }),
    ...cost,
    warnings: [...ofBudgets, ...(cost.cost ? oldPricesOf(pricingOf(cluster, now), now) : []), ...(cluster.state === 'ready' ? [] : [`The cluster ${cluster.name} is ${cluster.state}; the hub waits until it is ready.`]), ...change.warnings, ...checked.warnings.map(({ what }) => what), ...images.warnings, ...lackedBy(seen, before?.spec ?? null, spec), ...unfit, ...keptByMinimum(cluster, spec), ...seatsBeyond(cluster, { spec, values }), ...untold(posture, checked, confirmations)],
    elsewhere: toSetUp(before && { spec: before.spec, address: before.status.address }, spec),
    confirmations,
    ...cullingChange(before?.spec ?? null, spec),
    effect: wanted,
  }
}

/** What the culling will mean, where it means something else than before. */
function cullingChange(before: HubSpec | null, after: HubSpec): Pick<Plan, 'culling'> {
  const culling = cullingMeaning(after)
  return before && isDeepStrictEqual(cullingMeaning(before), culling) ? {} : { culling }
}

/** Where a hub is less secure than it could be, in what a change of it decides. */
const deviationsOf = (cluster: ClusterRow, hub: { spec: HubSpec; values: JsonObject }): PostureItem[] => deviations(hubPosture({ ...hub, cluster: observedOf(cluster) }))

/** What the spec asks for, and what its posture does. */
const confirmationsOf = ({ confirmations }: Pick<HubSpecCheck, 'confirmations'>, posture: readonly PostureItem[]): Plan['confirmations'] =>
  [...confirmations.map(({ code, what }) => ({ confirmation: code as string, what })), ...posture.flatMap(({ confirm, what }) => (confirm ? [{ confirmation: confirm, what }] : []))]

/** The deviations as warnings: what is asked to be confirmed, and a tag that moves, are told already. */
const untold = (posture: readonly PostureItem[], { warnings }: HubSpecCheck, asked: Plan['confirmations']): string[] =>
  posture.filter(({ code, confirm }) => !asked.some(({ confirmation }) => confirmation === confirm) && !(code === 'images' && warnings.some((warning) => warning.code === 'moving-tag')))
    .map(({ what, mend }) => `${what} ${mend}`)

/** The secrets of a stored hub. */
export const hubSecrets = ({ control }: Pick<Context, 'control'>, hub: HubRow): Promise<HubSecrets> => open<HubSecrets>(control.keyRing, hub.id, hub.secrets)

/** New secrets for a hub that is to be made; `fields` are what the spec's write-only fields had. */
export const freshSecrets = (fields: Record<string, string>): HubSecrets => newHubSecrets(fields)

/** Pointers of the spec's own checks, as the request has them. */
const inSpec = <Field extends { pointer: string }>(field: Field): Field => ({ ...field, pointer: `/spec${field.pointer}` })

function refusePolicy(errors: ReturnType<typeof checkPolicy>): void {
  const [first] = errors
  if (first) throw new Problem('policy-denied', { what: `${first.pointer}: ${first.detail}` }, { errors })
}

function refuseValues(chart: ChartRow, errors: ReturnType<typeof checkChartValues>): void {
  const [first] = errors
  if (first) throw new Problem('unknown-value', { chart: `${chart.name} ${chart.version}`, first: `${first.pointer}: ${first.detail}` }, { errors })
}

async function requireHostFree({ asAnyone }: Context, before: HubRow | null, spec: HubSpec): Promise<void> {
  const { host } = spec.exposure
  if (host && (await asAnyone.hostTaken(host, before?.id ?? null))) {
    throw new Problem('host-taken', { host }, { errors: [{ pointer: '/spec/exposure/host', code: 'host-taken', detail: `${host} belongs to a hub already` }] })
  }
}

/** A claim of fewer nodes than the pool keeps by itself saves nothing. */
function keptByMinimum(cluster: ClusterRow, { capacity: { nodes } }: HubSpec): string[] {
  const pool = ((cluster.spec as { pools?: { name: string; min: number }[] }).pools ?? []).find(({ name }) => name === nodes?.pool)
  return !nodes || !pool || pool.min <= nodes.count ? [] : [`The pool ${pool.name} keeps ${pool.min === 1 ? '1 node' : `${pool.min} nodes`} by its own minimum, billed: fewer need a lower minimum of the pool.`]
}

/** On somebody else's cluster the grant says how much room there is. */
async function requireRoom({ tx, tenant }: Context, before: HubRow | null, cluster: ClusterRow, spec: HubSpec): Promise<void> {
  const { nodes } = spec.capacity
  if (nodes && !cluster.managed) throw new Problem('managed-only', { what: 'A claim on nodes (capacity.nodes)', cluster: cluster.name })
  const pools = (cluster.spec as { pools?: { name: string; max: number }[] }).pools ?? []
  const pool = nodes && pools.find((p) => p.name === nodes.pool)
  if (nodes && !pool) refuse([{ pointer: '/spec/capacity/nodes/pool', code: 'unknown', detail: `the cluster ${cluster.name} has no pool ${nodes.pool}; it has ${pools.map((p) => p.name).join(', ')}` }])
  if (nodes && pool) {
    const [other] = await tx.select({ nodes: sql<number>`coalesce(sum(${claims.nodes}), 0)::int` }).from(claims).where(and(eq(claims.clusterId, cluster.id), eq(claims.pool, nodes.pool), ne(claims.hubId, before?.id ?? '')))
    if (other!.nodes + nodes.count > pool.max) throw new Problem('quota-exceeded', { what: `Nodes of the pool ${pool.name}`, wanted: other!.nodes + nodes.count, allowed: pool.max, where: 'from who keeps the cluster' })
  }
  if (cluster.tenantId === tenant.id) return
  const [grant] = await tx.select().from(grants).where(and(eq(grants.clusterId, cluster.id), eq(grants.granteeId, tenant.id)))
  if (!grant) throw new Problem('grant-missing', { cluster: cluster.name })
  const [used] = await tx.select({ hubs: sql<number>`count(*)::int`, seats: sql<number>`coalesce(sum((${hubs.spec}->'capacity'->>'seats')::int), 0)::int` }).from(hubs)
    .where(and(eq(hubs.tenantId, tenant.id), eq(hubs.clusterId, cluster.id), isNull(hubs.deletedAt), ne(hubs.id, before?.id ?? '')))
  const wanted = { hubs: used!.hubs + 1, seats: used!.seats + spec.capacity.seats }
  if (!before && grant.maxHubs !== null && wanted.hubs > grant.maxHubs) throw new Problem('grant-exceeded', { what: 'Hubs on the cluster', wanted: wanted.hubs, allowed: grant.maxHubs })
  if (grant.maxSeats !== null && wanted.seats > grant.maxSeats) throw new Problem('grant-exceeded', { what: 'Seats on the cluster', wanted: wanted.seats, allowed: grant.maxSeats })
}
