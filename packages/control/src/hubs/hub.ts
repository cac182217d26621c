import { Type } from 'typebox'
import { cullingMeaning, CullingMeaningSchema, HubSpecSchema, isId, loginAddresses, LoginAddressesSchema, Problem, type LayerName } from '@hubfleet/core'
import { and, eq, hubs, isNull, type HubRow, type Transaction } from '@hubfleet/database'
import { newerLayers } from './layers.ts'
import type { Context, ReadContext } from '../verb.ts'
import { ConditionSchema, IdSchema, NullableText, NullableTime, OpenEnum, time, TimeSchema } from '../wire.ts'

export const HubSchema = Type.Object({
  id: IdSchema('hub'),
  tenantId: IdSchema('tenant'),
  clusterId: IdSchema('cluster'),
  name: Type.String(),
  state: OpenEnum('creating', 'ready', 'updating', 'degraded', 'stopped', 'deleting', 'error', 'deleted'),
  spec: HubSpecSchema,
  template: Type.Union([
    Type.Object({
      id: IdSchema('template'), name: Type.String(), version: Type.Integer(), parameters: Type.Record(Type.String(), Type.Unknown()),
    }, { $id: 'HubTemplate', description: 'The version of a template that the hub stands on, and what it chose' }),
    Type.Null(),
  ]),
  newerLayers: Type.Array(OpenEnum('platform', 'cluster', 'template'), { description: 'What changed under the hub since it was made or rebased; `hubRebase` moves it on' }),
  managedBy: NullableText,
  status: Type.Object({
    namespace: Type.Optional(Type.String()),
    address: Type.Optional(NullableText),
    url: Type.Optional(NullableText),
    dnsRecord: Type.Optional(Type.Union([Type.Object({ name: Type.String(), type: OpenEnum('A', 'AAAA', 'CNAME'), value: Type.String() }, { $id: 'DnsRecord', description: 'The record to make so that the host leads to the hub' }), Type.Null()])),
    jupyterhubVersion: Type.Optional(Type.String()),
    seats: Type.Optional(Type.Union([Type.Object({ wanted: Type.Integer(), ready: Type.Integer() }, { $id: 'Seats' }), Type.Null()])),
    podSecurity: Type.Optional(Type.Union([OpenEnum('restricted', 'baseline', 'privileged'), Type.Null()], { description: 'The level of the Pod Security Standards that its namespace enforced when it was last looked at; null for none' })),
    servers: Type.Optional(Type.Integer({ description: 'Servers that ran when it was last looked at' })),
    readyAt: Type.Optional(TimeSchema),
    observedAt: Type.Optional(Type.String({ format: 'date-time', description: 'When it was last looked at, by the clock of its cluster' })),
  }, { $id: 'HubStatus' }),
  loginAddresses: Type.Union([LoginAddressesSchema, Type.Null()], { description: 'What to enter at the provider of the login; null where nobody has to be told anything' }),
  conditions: Type.Array(ConditionSchema),
  culling: CullingMeaningSchema,
  frozen: Type.Union([Type.String(), Type.Null()], { description: 'Why only admins may start servers, as people are told; null where everybody may' }),
  paused: Type.Boolean({ description: 'Hubfleet leaves the hub as it is' }),
  chartDigest: Type.String({ description: 'sha256 of the archive of its chart' }),
  generation: Type.Integer({ description: 'Revision of the spec that is wanted; the ETag' }),
  observedGeneration: Type.Integer({ description: 'The last revision that was reached' }),
  homes: NullableText,
  createdAt: TimeSchema,
  updatedAt: TimeSchema,
  deletedAt: NullableTime,
}, { $id: 'Hub' })

export const showHub = (row: HubRow, newer: LayerName[]) => ({
  id: row.id, tenantId: row.tenantId, clusterId: row.clusterId, name: row.name, state: row.state, spec: row.spec, template: templateOf(row), newerLayers: newer, managedBy: row.managedBy, status: row.status,
  loginAddresses: loginAddresses(row.spec), conditions: row.conditions, culling: cullingMeaning(row.spec), paused: row.paused, frozen: row.freeze?.message ?? null,
  chartDigest: row.chartDigest, generation: row.generation, observedGeneration: row.observedGeneration, homes: row.homes,
  createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString(), deletedAt: time(row.deletedAt),
})

function templateOf({ layers }: HubRow) {
  if (!layers?.template) return null
  const { id, name, version, parameters } = layers.template
  return { id, name, version, parameters }
}

export async function showOneHub(context: { tx: Transaction }, row: HubRow) {
  return showHub(row, (await newerLayers(context, [row])).get(row.id)!)
}

/** The hub by id (a deleted one too) or by the name that a living one has. */
export async function loadHub({ tx, tenant, params }: Pick<ReadContext, 'tx' | 'tenant' | 'params'>, { lock = false } = {}): Promise<HubRow> {
  const ref = params.hub!
  const select = tx.select().from(hubs).where(and(eq(hubs.tenantId, tenant.id), isId(ref, 'hub') ? eq(hubs.id, ref) : and(eq(hubs.name, ref), isNull(hubs.deletedAt))))
  const [row] = await (lock ? select.for('update') : select)
  if (!row) throw new Problem('not-found', { noun: 'hub', ref })
  return row
}

/** A hub that takes changes, locked. */
export async function lockHub(context: Context): Promise<HubRow> {
  const hub = await loadHub(context, { lock: true })
  if (hub.deleteRequestedAt) throw new Problem('being-deleted', { noun: 'hub', ref: hub.name })
  return hub
}

/** After this long an operation on a hub that was not reached ends; the hub keeps trying. */
export const hubDeadlineSeconds = 1800
