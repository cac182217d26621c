import { canonicalJson, isObject } from '../../json.ts'
import type { ProblemField } from '../../problems/problem.ts'
import { parseQuantity } from '../../units.ts'
import type { HubSpec } from '../spec.ts'

/** What a change of a hub does to files and users that exist: what is impossible, and what a plan tells. */
export function storageChange(before: HubSpec, after: HubSpec): { errors: ProblemField[]; warnings: string[] } {
  return { errors: impossible(before, after), warnings: [...homes(before, after), ...database(before, after)] }
}

/** The hub's disk exists: Kubernetes neither shrinks it nor moves it to another class. */
function impossible({ database: was }: HubSpec, { database: is }: HubSpec): ProblemField[] {
  if (was.type !== 'sqlite' || is.type !== 'sqlite') return []
  return [
    ...(sizeOf(is.capacity) < sizeOf(was.capacity) ? [{ pointer: '/database/capacity', code: 'shrinks', detail: `The disk has ${was.capacity}, and disks never shrink.` }] : []),
    ...(was.storageClass !== is.storageClass ? [{ pointer: '/database/storageClass', code: 'fixed', detail: 'The disk is made and keeps its class. A new hub can have another.' }] : []),
  ]
}

function homes({ storage: was }: HubSpec, { storage: is }: HubSpec): string[] {
  if (was.type !== is.type || was.homeMountPath !== is.homeMountPath || place(was) !== place(is)) {
    return ['Homes are kept elsewhere from now on: people find an empty home at their next start, and the old files stay where they are. Copy them first.']
  }
  if (is.type !== 'dynamic') return []
  const words: string[] = []
  if (sizeOf(is.capacity) > sizeOf(was.capacity)) words.push(`Homes that exist grow to ${is.capacity} where their StorageClass can; most disks do so at the next start of the server. Disks never shrink again.`)
  if (sizeOf(is.capacity) < sizeOf(was.capacity)) words.push(`Only new homes have ${is.capacity}: disks never shrink.`)
  if (is.storageClass !== was.storageClass) words.push('Only new homes have the new StorageClass; those that exist stay on the old one.')
  return words
}

/** Where the homes of a static volume are. */
const place = ({ type, static: volume }: HubSpec['storage']): string => (type === 'static' && isObject(volume) ? canonicalJson(volume) : '')

function database({ database: was }: HubSpec, { database: is }: HubSpec): string[] {
  const server = ({ type, host, port, name }: HubSpec['database']) => [type, host, port, name].join(' ')
  if (server(was) === server(is)) return []
  return ['Users, tokens and activity do not move to the other database: everybody logs in again, servers that run are no longer known to the hub, and lists of users made in the admin panel are empty. '
    + 'Stop all servers first. Homes are kept.']
}

const sizeOf = (quantity: string): number => parseQuantity(quantity) ?? 0
