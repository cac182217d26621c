import { isObject, type JsonObject } from '../../json.ts'
import { diffValues, mask, type ValueChange } from './diff.ts'

/** An object of Kubernetes. */
export interface Manifest { apiVersion: string; kind: string; metadata: { name: string; namespace?: string; [field: string]: unknown }; [field: string]: unknown }

/** What becomes of an object in the cluster. */
export interface ObjectChange {
  kind: string
  name: string
  change: 'create' | 'update' | 'delete'
  /** Its pods are replaced. */
  restarts: boolean
  /** What differs, fit to be shown; of one that goes nothing. */
  fields: ValueChange[]
}

/** How an object is called in a plan and by people. */
export const objectName = ({ kind, metadata }: Manifest): string => `${kind} ${metadata.name}`

/**
 * What becomes of an object; null when nothing does. Either side may be missing. Members of lists are told by their names. Texts that hold
 * one of `secrets` are masked, and so is all that a Secret holds.
 */
export function objectChange(before: Manifest | null, after: Manifest | null, secrets: readonly string[]): ObjectChange | null {
  const of = (after ?? before)!
  const { kind, metadata: { name } } = of
  if (!after) return { kind, name, change: 'delete', restarts: false, fields: [] }
  const [was, is] = [before, after].map((side) => (side ? shownPart(side) : {})) as [JsonObject, JsonObject]
  const fields = diffValues(was, is, secrets).map((field) => (kind === 'Secret' && /^\/(data|stringData)(\/|$)/.test(field.path) ? hidden(field) : field))
  if (!before) return { kind, name, change: 'create', restarts: false, fields }
  if (fields.length === 0) return null
  return { kind, name, change: 'update', restarts: fields.some(({ path }) => path.startsWith('/spec/template/') || path === '/spec/template') && !isJob(kind), fields }
}

const isJob = (kind: string): boolean => kind === 'Job' || kind === 'CronJob'

const hidden = ({ path, before, after }: ValueChange): ValueChange => ({ path, before: masked(before), after: masked(after) })
const masked = (value: unknown): unknown => (isObject(value) ? Object.fromEntries(Object.keys(value).map((key) => [key, mask])) : value === undefined ? undefined : mask)

/** What the cluster itself writes into an object, and changes without anybody's wish. */
const ofCluster = ['managedFields', 'resourceVersion', 'generation', 'uid', 'creationTimestamp', 'selfLink', 'finalizers', 'ownerReferences']
const notes = /^(meta\.helm\.sh\/|deployment\.kubernetes\.io\/|deprecated\.daemonset\.|kubectl\.kubernetes\.io\/last-applied|pv\.kubernetes\.io\/|volume\.(beta\.)?kubernetes\.io\/|cloud\.google\.com\/)/

/** An object without what the cluster writes into it: two of these differ only where somebody wanted it. */
export function wishedPart({ status: _, ...object }: Manifest): Manifest {
  const metadata = Object.fromEntries(Object.entries(object.metadata).filter(([name]) => !ofCluster.includes(name)))
  const annotations = Object.entries(isObject(metadata['annotations']) ? metadata['annotations'] : {}).filter(([name]) => !notes.test(name))
  return { ...object, metadata: { ...metadata, name: object.metadata.name, annotations: annotations.length > 0 ? Object.fromEntries(annotations) : undefined }, ...specOf(object) }
}

/** A claim learns its volume, and a Service its addresses and ports on the nodes, from the cluster. */
function specOf({ kind, spec }: JsonObject): JsonObject {
  if (!isObject(spec)) return {}
  if (kind === 'PersistentVolumeClaim') return { spec: without(spec, ['volumeName']) }
  if (kind === 'Service') return { spec: { ...without(spec, ['clusterIP', 'clusterIPs', 'healthCheckNodePort']), ports: Array.isArray(spec['ports']) ? spec['ports'].map((port) => (isObject(port) ? without(port, ['nodePort']) : port)) : spec['ports'] } }
  return {}
}

const without = (object: JsonObject, names: string[]): JsonObject => Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)))

const shownPart = (manifest: Manifest): JsonObject => keyed(wishedPart(manifest)) as JsonObject

/** Lists of objects as objects, by the name that tells their members apart, so that one more container is not a whole new list. */
function keyed(value: unknown): unknown {
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, keyed(inner)]))
  if (!Array.isArray(value) || value.length === 0 || !value.every(isObject)) return value
  const key = ['name', 'mountPath', 'containerPort', 'port', 'key', 'type', 'host'].find((candidate) => new Set(value.map((item) => item[candidate])).size === value.length && value.every((item) => item[candidate] !== undefined))
  return Object.fromEntries(value.map((item, index) => [key ? String(item[key]) : String(index), keyed(item)]))
}

