import { effectiveCulling, nearest, refuse, type HubSpec, type ProblemField } from '@hubfleet/core'
import type { ClusterRow } from '@hubfleet/database'
import { pointing, priceBook, type EstimateInput } from '@hubfleet/pricing'
import { Type, type Static } from 'typebox'
import { hubEstimateInput } from '../estimates/hub-estimate.ts'

const nodes = (description: string) => Type.Optional(Type.Integer({ minimum: 0, maximum: 1000, description }))
const seconds = (minimum: number, description: string) => Type.Optional(Type.Integer({ minimum, maximum: 31_536_000, description }))

/** What can be another way; all else stays as it is. */
export const changedFields = {
  culling: Type.Optional(Type.Boolean({ description: 'false: idle servers are never stopped' })),
  timeoutSeconds: seconds(60, 'Idle for this long is unused, and the server is stopped'),
  everySeconds: seconds(10, 'How often it is looked at'),
  maxAgeSeconds: seconds(0, 'Servers older than this are stopped even when used; 0 for never'),
  pool: Type.Optional(Type.String({ maxLength: 40, description: 'The user pool that machineType, spot, nodes, min and max are of; without it, all' })),
  machineType: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'As `hubfleet machine-type list` has it' })),
  spot: Type.Optional(Type.Boolean({ description: 'Nodes that the cloud may take away, at the spot price' })),
  nodes: nodes('Always so many nodes, whoever is there'),
  min: nodes('Nodes that are always there; more come as they are needed'),
  max: nodes('There are never more nodes'),
  seats: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000, description: 'Seats kept warm' })),
}
const Changed = Type.Object(changedFields)
export type ChangedSettings = Static<typeof Changed>

/** As it is, what of that is changed, and each change in words: `culling after 30 minutes instead of 60`. */
export interface ReplaySettings { settings: EstimateInput; changed: Partial<EstimateInput>; changes: string[] }

/** Null where no prices or no pools are known. Throws `invalid-request` and `price-unknown`. */
export function settingsFor(cluster: ClusterRow, spec: HubSpec, asked: ChangedSettings, at: Date): ReplaySettings | null {
  const input = hubEstimateInput(cluster, spec, at)
  if (!input) return null
  const { enabled, timeoutSeconds, everySeconds, maxAgeSeconds } = effectiveCulling(spec)
  const settings: EstimateInput = { ...input, culling: enabled ? { timeoutSeconds, everySeconds, maxAgeSeconds } : null }
  refuse(faultsOf(asked, settings))
  if (asked.machineType !== undefined) pointing('/machineType', () => priceBook(settings).machine(asked.machineType!))
  const culling = cullingOf(settings.culling!, asked)
  const pools = settings.userPools.map((pool) => (asked.pool === undefined || pool.name === asked.pool ? poolOf(pool, asked) : pool))
  const changes = [
    ...cullingChanges(culling, settings.culling!),
    ...pools.flatMap((pool, index) => poolChanges(pool, settings.userPools[index]!, pools.length > 1)),
    ...(asked.seats === undefined || asked.seats === settings.placeholders ? [] : [`${asked.seats} seats kept warm instead of ${settings.placeholders ?? 0}`]),
  ]
  return { settings, changed: changes.length === 0 ? {} : { culling, userPools: pools, placeholders: asked.seats ?? settings.placeholders ?? 0 }, changes }
}

type Pool = EstimateInput['userPools'][number]
type Culling = NonNullable<EstimateInput['culling']> | null

function faultsOf({ culling, pool, nodes: fixed, min, max, ...asked }: ChangedSettings, { userPools, culling: was }: EstimateInput): ProblemField[] {
  const times = (['timeoutSeconds', 'everySeconds', 'maxAgeSeconds'] as const).find((name) => asked[name] !== undefined)
  const names = userPools.map(({ name }) => name!)
  const [lowest, highest] = [Math.max(...userPools.map((one) => one.min ?? 0)), Math.min(...userPools.map((one) => one.max ?? Infinity))]
  return [
    ...(culling === false && times ? [contradiction(`/${times}`, 'It is for servers that are stopped when idle, and culling is false.')] : []),
    ...(!was && culling !== false && times && asked.timeoutSeconds === undefined ? [contradiction('/timeoutSeconds', 'The hub stops no idle servers: say after how many seconds it would.')] : []),
    ...(!was && culling === true && !times ? [contradiction('/timeoutSeconds', 'The hub stops no idle servers: say after how many seconds it would.')] : []),
    ...(fixed !== undefined && (min !== undefined || max !== undefined) ? [contradiction('/nodes', 'Always so many nodes have no min and max of their own.')] : []),
    ...((min ?? lowest) > (max ?? highest) && (min !== undefined || max !== undefined) ? [contradiction(min === undefined ? '/max' : '/min', `min would be ${min ?? lowest}, which is more than max, ${max ?? highest}.`)] : []),
    ...(pool !== undefined && !names.includes(pool) ? [{ pointer: '/pool', code: 'unknown', detail: `There is no user pool ${pool} in the cluster; ${meant(pool, names)}` }] : []),
  ]
}

const contradiction = (pointer: string, detail: string): ProblemField => ({ pointer, code: 'contradiction', detail })
const meant = (name: string, known: readonly string[]): string => {
  const near = nearest(name, known)
  return near ? `did you mean ${near}?` : `there are ${known.join(', ')}.`
}

function cullingOf(was: Culling, { culling, timeoutSeconds, everySeconds, maxAgeSeconds }: ChangedSettings): Culling {
  if (culling === false) return null
  if (!was && timeoutSeconds === undefined) return null
  return { timeoutSeconds: timeoutSeconds ?? was!.timeoutSeconds, everySeconds: everySeconds ?? was?.everySeconds ?? 600, maxAgeSeconds: maxAgeSeconds ?? was?.maxAgeSeconds ?? 0 }
}

function poolOf(pool: Pool, { machineType, spot, nodes: fixed, min, max }: ChangedSettings): Pool {
  return {
    ...pool, machine: machineType ?? pool.machine, ...(spot !== undefined && { spotShare: spot ? 1 : 0 }),
    ...(fixed !== undefined ? { min: fixed, max: fixed } : { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }),
  }
}

function cullingChanges(is: Culling, was: Culling): string[] {
  const after = (culling: Culling) => (culling ? `culling after ${minutes(culling.timeoutSeconds)}` : 'no culling')
  const age = (culling: Culling) => (culling?.maxAgeSeconds ? `at the age of ${minutes(culling.maxAgeSeconds)}` : 'at no age')
  return [
    ...(after(is) === after(was) ? [] : [`${after(is)} instead of ${was && is ? minutes(was.timeoutSeconds) : after(was)}`]),
    ...(age(is) === age(was) ? [] : [`servers in use stopped ${age(is)} instead of ${age(was)}`]),
    ...(!is || !was || is.everySeconds === was.everySeconds ? [] : [`looked at every ${minutes(is.everySeconds)} instead of ${minutes(was.everySeconds)}`]),
  ]
}

const minutes = (seconds: number): string => (seconds % 60 === 0 ? `${seconds / 60} ${seconds === 60 ? 'minute' : 'minutes'}` : `${seconds} seconds`)

function poolChanges(is: Pool, was: Pool, named: boolean): string[] {
  const of = named ? ` in ${is.name}` : ''
  return [
    ...(is.machine === was.machine ? [] : [`${is.machine} instead of ${was.machine}${of}`]),
    ...((is.spotShare ?? 0) === (was.spotShare ?? 0) ? [] : [`${is.spotShare ? 'spot machines instead of machines on demand' : 'machines on demand instead of spot machines'}${of}`]),
    ...(is.min === was.min && is.max === was.max ? [] : [`${wordsOfNodes(is)} instead of ${wordsOfNodes(was)}${of}`]),
  ]
}

const wordsOfNodes = ({ min = 0, max }: Pool): string => (min === max ? `always ${min} nodes` : `${min} to ${max ?? 'any number of'} nodes`)
