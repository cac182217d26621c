import { isObject, nearest, Problem, type JsonObject } from '@hubfleet/core'
import { cloud } from './problems.ts'
import { isNotFound, refusalOf } from './refusal.ts'
import { lastOf } from './names.ts'
import { listAll, type Session } from './session.ts'

export interface MachineType { name: string; cpus: number; /** Those that have it, sorted. */ zones: string[] }
export interface Quota { metric: string; limit: number; usage: number }

const base = (session: Session): string => `/compute/v1/projects/${session.project}`
export const computeUrl = (session: Session, path: string): string => `${base(session)}/${path}`

/** The region with its zones and quotas. Throws `cloud-choice-unknown` where Google has none of that name. */
export async function regionNamed(session: Session, region: string, signal: AbortSignal): Promise<{ zones: string[]; quotas: Quota[] }> {
  try {
    const { zones, quotas } = await session.rest('compute.regions.get', computeUrl(session, `regions/${encodeURIComponent(region)}`), signal)
    return { zones: (zones as string[] ?? []).map(lastOf).sort(), quotas: (quotas as unknown as Quota[]) ?? [] }
  } catch (error) {
    if (!isUnknown(error)) throw error
    const regions = (await listAll(session, 'compute.regions.list', computeUrl(session, 'regions'), {}, signal)).flatMap(itemsOf)
    throw choiceUnknown('region', region, regions.map((item) => String(item['name'])))
  }
}

/** In which zones of the region each machine type is. Throws `cloud-choice-unknown` for one that none of them has. */
export async function machineTypesNamed(session: Session, names: readonly string[], zones: readonly string[], signal: AbortSignal): Promise<Map<string, MachineType>> {
  const types = await Promise.all([...new Set(names)].map(async (name): Promise<MachineType> => {
    const found = (await listAll(session, 'compute.machineTypes.aggregatedList', computeUrl(session, 'aggregated/machineTypes'), { filter: `name="${name.replaceAll('"', '')}"` }, signal)).flatMap((page) => scoped(page, 'machineTypes'))
    const there = found.filter(({ scope }) => zones.includes(scope))
    if (there.length > 0) return { name, cpus: Number(there[0]!.item['guestCpus']), zones: there.map(({ scope }) => scope).sort() }
    const known = (await listAll(session, 'compute.machineTypes.list', computeUrl(session, `zones/${zones[0]!}/machineTypes`), {}, signal)).flatMap(itemsOf)
    throw choiceUnknown(`machine type in ${zones.join(', ')} named`, name, known.map((item) => String(item['name'])))
  }))
  return new Map(types.map((type) => [type.name, type]))
}

export async function projectQuotas(session: Session, signal: AbortSignal): Promise<Quota[]> {
  const { quotas } = await session.rest('compute.projects.get', base(session), signal)
  return (quotas as unknown as Quota[]) ?? []
}

/** Nodes that a group is to have, and that run: `none` is what Google calls a node with which nothing is being done. */
export async function groupSize(session: Session, url: string, signal: AbortSignal): Promise<{ target: number; ready: number }> {
  const path = url.slice(url.indexOf('/compute/v1/'))
  try {
    const { targetSize, currentActions } = await session.rest('compute.instanceGroupManagers.get', path, signal)
    return { target: Number(targetSize ?? 0), ready: isObject(currentActions) ? Number(currentActions['none'] ?? 0) : 0 }
  } catch (error) {
    if (isNotFound(error)) return { target: 0, ready: 0 }
    throw error
  }
}

export const choiceUnknown = (what: string, name: string, known: readonly string[]): Problem =>
  new Problem('cloud-choice-unknown', { cloud, what, name, nearest: nearest(name, known) ?? (known.length > 0 ? [...known].sort().slice(0, 5).join(', ') : 'none') })

export const itemsOf = (page: JsonObject): JsonObject[] => (Array.isArray(page['items']) ? page['items'] as JsonObject[] : [])

/** Things of an aggregated list with the last part of their scope: a zone, a region or `global`. */
export function scoped(page: JsonObject, kind: string): { scope: string; item: JsonObject }[] {
  return Object.entries(isObject(page['items']) ? page['items'] : {}).flatMap(([scope, of]) => {
    const items = isObject(of) ? of[kind] : undefined
    return Array.isArray(items) ? (items as JsonObject[]).map((item) => ({ scope: lastOf(scope), item })) : []
  })
}

function isUnknown(error: unknown): boolean {
  const refusal = refusalOf(error)
  return isNotFound(error) || (refusal?.status === 'INVALID_ARGUMENT' && /unknown|invalid value/i.test(refusal.message))
}
