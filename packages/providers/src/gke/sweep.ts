import type { Billable } from '../machines.ts'
import { findBillables } from './billables.ts'
import { computeUrl } from './compute.ts'
import type { Place } from './place.ts'
import { isNotFound, refusalOf } from './refusal.ts'
import type { Session } from './session.ts'

/** What others stand on goes after them, and so does what proves that they are ours. */
const rounds: readonly (readonly Billable['kind'][])[] = [['forwarding-rule'], ['target-proxy', 'address'], ['url-map'], ['backend-service'], ['target-pool', 'endpoint-group']]

/** Of the path of a resource (`regions/us-central1/addresses/a`) the collection, as the API calls it there. */
function collectionOf(id: string): string {
  const [level, collection = ''] = [id.split('/')[0], id.split('/').at(-2)]
  const inCapitals = collection.charAt(0).toUpperCase() + collection.slice(1)
  if (level === 'global' && ['forwardingRules', 'addresses'].includes(collection)) return `global${inCapitals}`
  return level === 'regions' && /^(backendServices|urlMaps|targetHttps?Proxies)$/.test(collection) ? `region${inCapitals}` : collection
}

const removal = (session: Session, { kind, id }: Billable): { asked: string; path: string } => {
  switch (kind) {
    case 'file-share': return { asked: 'file.projects.locations.instances.delete', path: `/v1/${id}` }
    case 'image': return { asked: 'artifactregistry.projects.locations.repositories.delete', path: `/v1/${id}` }
    case 'log-bucket': return { asked: 'logging.projects.locations.buckets.delete', path: `/v2/${id}` }
    default: return { asked: `compute.${collectionOf(id)}.delete`, path: computeUrl(session, id) }
  }
}

/** Nothing of a cluster that is there is touched. */
export async function sweep(place: Place, { keepHomes }: { keepHomes: boolean }, signal: AbortSignal): Promise<Billable[]> {
  const { lives, things } = await findBillables(place, signal)
  if (lives) return []
  const left = things.filter(({ ours, holdsHome = false }) => ours && !(keepHomes && holdsHome))
  const round = rounds.find((kinds) => left.some(({ kind }) => kinds.includes(kind))) ?? []
  const going = left.filter(({ kind }) => round.includes(kind) || !rounds.some((kinds) => kinds.includes(kind)))
  const session = await place.session()
  await Promise.all(going.map(async (thing) => {
    const { asked, path } = removal(session, thing)
    try {
      await session.rest(asked, path, signal, { method: 'DELETE' })
    } catch (error) {
      // gone, going, or still held by another that goes: the next look tells
      if (!isNotFound(error) && !/resource.?in.?use|not ready|being used by/i.test(`${refusalOf(error)?.reason} ${refusalOf(error)?.message}`)) throw error
    }
  }))
  return going
}
