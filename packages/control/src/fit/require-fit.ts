import { canonicalJson, pointerTo, Problem, valueAt, type HubSpec, type JsonObject, type ProblemField } from '@hubfleet/core'
import type { ClusterRow } from '@hubfleet/database'
import { fitOf, fitsNowhere, seatFitOf, type ServerFit } from './fit.ts'

/** A hub as it would run: its spec, and the chart values rendered from it. */
interface Running { spec: HubSpec; values: JsonObject }

/**
 * Throws `server-fits-nowhere` for a kind of server that no node of the cluster could ever hold, with the figures of each. Answers warnings
 * instead where kinds of nodes may come that cannot be seen, and for what the hub has already: a node that went must not keep anybody from
 * stopping it.
 */
export function requireFit(cluster: ClusterRow, before: Running | null, { spec, values }: Running): string[] {
  const { servers, more } = fitOf(cluster, values)
  if (!more) requireSeatFit(cluster, before, { spec, values })
  const unfit = servers.filter(fitsNowhere)
  if (unfit.length === 0) return []
  const had = new Set(before ? fitOf(cluster, before.values).servers.map(keyOf) : [])
  const refused = more ? [] : unfit.filter((server) => !had.has(keyOf(server)))
  if (refused.length > 0) {
    throw new Problem('server-fits-nowhere', { cluster: cluster.name, ...saying(refused[0]!) }, { errors: refused.map((server) => fieldOf(spec, server)) })
  }
  const because = more ? `${more} may bring nodes of a kind that is not there now; if it does not, such servers wait for ever` : 'such servers wait for ever'
  return unfit.map((server) => `No node that is there holds ${saying(server).server}: ${because}. ${saying(server).reasons}.`)
}

const seatResources = ['scheduling', 'userPlaceholder', 'resources']

/** A seat that raw values make too large for every node would never be warm. */
function requireSeatFit(cluster: ClusterRow, before: Running | null, { spec, values }: Running): void {
  const given = valueAt(spec.values, seatResources)
  if (given === undefined || spec.capacity.seats === 0 || (before && canonicalJson(valueAt(before.spec.values, seatResources) ?? null) === canonicalJson(given))) return
  const seat = seatFitOf(cluster, values)
  if (!fitsNowhere(seat)) return
  const { reasons } = saying(seat)
  throw new Problem('server-fits-nowhere', { cluster: cluster.name, server: `a seat (${Number((seat.needs.memoryMiB / 1024).toFixed(2))} GiB, ${seat.needs.cpuMilli / 1000} CPU)`, reasons }, {
    errors: [{ pointer: `/spec/values/${seatResources.join('/')}`, code: 'fits-nowhere', detail: `No node holds a seat: ${reasons}.` }],
  })
}

const keyOf = ({ needs }: ServerFit): string => JSON.stringify(needs)

function saying({ shape: { profile, choices }, needs, fits }: ServerFit): { server: string; reasons: string } {
  const chosen = Object.entries(choices).map(([option, choice]) => `, ${option} ${choice}`).join('')
  const extra = Object.entries(needs.extra ?? {}).map(([name, amount]) => `, ${amount} ${name}`).join('')
  const size = `${Number((needs.memoryMiB / 1024).toFixed(2))} GiB${needs.cpuMilli ? `, ${needs.cpuMilli / 1000} CPU` : ''}${extra}`
  const told = fits.slice(0, 8).map(({ nodeType, detail }) => `${nodeType}: ${detail}`)
  const more = fits.length > told.length ? [`${fits.length - told.length} more kinds of nodes`] : []
  return { server: profile === null ? `a server (${size})` : `a server of the profile ${profile}${chosen} (${size})`, reasons: [...told, ...more].join('; ') }
}

/** The field to change: what binds on most kinds of nodes. */
function fieldOf(spec: HubSpec, server: ServerFit): ProblemField {
  const counts = Map.groupBy(server.fits, ({ binding }) => binding)
  const [binding] = [...counts].sort(([, a], [, b]) => b.length - a.length)[0]!
  return { pointer: `/spec${pointerOfBinding(spec, server, binding)}`, code: 'fits-nowhere', detail: `No node holds it: ${saying(server).reasons}.` }
}

function pointerOfBinding(spec: HubSpec, { shape, fits }: ServerFit, binding: string): string {
  const kindOf = ({ guarantee }: { guarantee: unknown }) => (guarantee === null ? 'limit' : 'guarantee')
  switch (binding) {
    case 'memory': return pointerTo(spec, shape, 'memory', kindOf(shape.memory))
    case 'cpu': return pointerTo(spec, shape, 'cpu', kindOf(shape.cpu))
    case 'volumes': return '/storage'
    case 'pods': return ''
    case 'placement': {
      const { barredBy } = fits.find((fit) => fit.binding === binding)!
      return barredBy === 'purpose' ? '/scheduling/userPods/matchNodePurpose' : pointerTo(spec, shape, barredBy!, '')
    }
    case 'nvidia.com/gpu': return pointerTo(spec, shape, 'gpu', '')
    default: return pointerTo(spec, shape, 'extraResource', 'limits')
  }
}
