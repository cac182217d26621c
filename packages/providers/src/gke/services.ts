/** What bills in Google's other services: file shares, repositories of images, log buckets, and gateways of NAT in the network. */
import { isObject, type JsonObject } from '@hubfleet/core'
import type { Billable } from '../machines.ts'
import { computeUrl, scoped } from './compute.ts'
import { isOurs, lastOf, marks, pathOf } from './names.ts'
import type { GkeCluster, Place } from './place.ts'
import { refusalOf } from './refusal.ts'
import { listAll, type Session } from './session.ts'

interface Service {
  kind: Billable['kind']
  /** The method by which they are listed, as Google's API definition has it; its first word is the service. */
  asked: string
  path(place: Place, session: Session): string
  field: string
  more(item: JsonObject): Partial<Billable>
}

const services: readonly Service[] = [
  {
    kind: 'file-share', asked: 'file.projects.locations.instances.list', field: 'instances', path: (_place, { project }) => `/v1/projects/${project}/locations/-/instances`,
    more: ({ fileShares, tier }) => ({ sizeGiB: (fileShares as JsonObject[] | undefined ?? []).reduce((sum, { capacityGb }) => sum + Number(capacityGb), 0), diskType: `filestore-${String(tier).toLowerCase()}`, holdsHome: true }),
  },
  {
    kind: 'image', asked: 'artifactregistry.projects.locations.repositories.list', field: 'repositories', path: ({ region }, { project }) => `/v1/projects/${project}/locations/${region}/repositories`,
    more: ({ sizeBytes }) => ({ ...(sizeBytes !== undefined && { sizeGiB: Math.ceil(Number(sizeBytes) / 2 ** 30) }) }),
  },
  { kind: 'log-bucket', asked: 'logging.projects.locations.buckets.list', field: 'buckets', path: (_place, { project }) => `/v2/projects/${project}/locations/-/buckets`, more: () => ({}) },
]

export async function billablesOfServices(place: Place, session: Session, cluster: GkeCluster | null, signal: AbortSignal): Promise<Billable[]> {
  return (await Promise.all([...services.map((service) => ofService(place, session, service, signal)), gateways(place, session, cluster, signal)])).flat()
}

async function ofService(place: Place, session: Session, { kind, asked, path, field, more }: Service, signal: AbortSignal): Promise<Billable[]> {
  const pages = await listAll(session, asked, path(place, session), {}, signal, 'pageSize').catch((error: unknown) => {
    // a service that is not enabled has nothing
    if (refusalOf(error)?.reason === 'SERVICE_DISABLED') return []
    throw error
  })
  return pages.flatMap((page) => (Array.isArray(page[field]) ? page[field] as JsonObject[] : [])).filter(({ lifecycleState }) => lifecycleState !== 'DELETE_REQUESTED').flatMap((item) => {
    const known = knownBy(place, item)
    const id = String(item['name'])
    return known ? [{ kind, id, name: lastOf(id), location: id.split('/')[3] ?? place.location, ...known, ...more(item) }] : []
  })
}

/** Those of a network serve all that is in it: they are the cluster's only where somebody wrote so into the router's description. */
async function gateways(place: Place, session: Session, cluster: GkeCluster | null, signal: AbortSignal): Promise<Billable[]> {
  const pages = await listAll(session, 'compute.routers.aggregatedList', computeUrl(session, 'aggregated/routers'), {}, signal)
  return pages.flatMap((page) => scoped(page, 'routers')).filter(({ scope }) => scope === place.region).flatMap(({ scope, item }) => {
    const nats = item['nats'] as JsonObject[] | undefined ?? []
    const network = lastOf(String(item['network']))
    const known = knownBy(place, item) ?? (cluster && network === (cluster.network || 'default') ? { ours: false, known: `in the network ${network}, whose other users it serves too` } : null)
    return known ? nats.map((nat): Billable => ({ kind: 'nat', id: pathOf(String(item['selfLink'])), name: `${String(item['name'])}/${String(nat['name'])}`, location: scope, ...known })) : []
  })
}

/** By our label, or the same words in the description of what takes no labels. The name of the cluster alone proves nothing. */
function knownBy({ record }: Place, item: JsonObject): { ours: boolean; known: string } | null {
  const labels = isObject(item['labels']) ? item['labels'] as Record<string, string> : {}
  if (isOurs(labels, record)) return { ours: true, known: `label ${marks.cluster}` }
  if (String(item['description'] ?? '').split(/\s+/).includes(`${marks.cluster}=${record.id}`)) return { ours: true, known: `${marks.cluster}=${record.id} in its description` }
  const named = ['storage_gke_io_cluster_name', 'goog-k8s-cluster-name'].find((label) => labels[label] === record.name)
  if (named) return { ours: false, known: `label ${named}=${record.name}, but not ${marks.cluster}=${record.id}` }
  const name = lastOf(String(item['name']))
  return [record.name, `gke-${record.name}`, `hubfleet-${record.name}`].includes(name) ? { ours: false, known: `the name ${name}, but nothing that says ${marks.cluster}=${record.id}` } : null
}
