import type { JsonObject } from '../../json.ts'
import { canonicalJson, isObject, pointerOf } from '../../json.ts'
import type { HubLayers } from '../layers/layers.ts'
import type { HubSpec } from '../spec.ts'

/** An operation of a JSON patch (RFC 6902). */
export type PatchOperation = { op: 'add' | 'replace'; path: string; value: unknown } | { op: 'remove'; path: string }

export interface ValueChange { path: string; before: unknown; after: unknown }

export const mask = '••••'

/** What changed from one spec to another as a JSON patch, in the order of paths; lists are replaced whole. Pass specs without their secrets. */
export const diffSpec = (before: HubSpec, after: HubSpec): PatchOperation[] => patchBetween(before, after)

/** What changed of what a spec is composed of. What a template's spec became shows in the spec; here are its version and parameters. */
export const diffLayers = (before: HubLayers, after: HubLayers): PatchOperation[] => patchBetween(told(before), told(after))

function told({ platform, cluster, template, ...hub }: HubLayers): JsonObject {
  const { id, name, version, parameters } = template ?? {}
  return { ...hub, ...(platform && { platform: platform.spec }), ...(cluster && { cluster: cluster.spec }), ...(template && { template: { id, name, version, parameters } }) }
}

function patchBetween(before: object, after: object): PatchOperation[] {
  return [...changes(before, after)].map(({ path, before: was, after: is }) =>
    is === undefined ? { op: 'remove', path: pointerOf(path) } : { op: was === undefined ? 'add' : 'replace', path: pointerOf(path), value: is })
}

/**
 * What changed from one set of chart values to another, fit to be shown: everything under a name that tells of a secret is masked, and
 * so is each text that contains one of `secrets`. A secret that changed is listed, masked on both sides. Undefined is absent.
 */
export function diffValues(before: JsonObject, after: JsonObject, secrets: readonly string[] = []): ValueChange[] {
  const known = secrets.filter((secret) => secret.length > 0)
  return [...changes(before, after)].map(({ path, before: was, after: is }) => {
    const hidden = path.some(isSecretName)
    return { path: pointerOf(path), before: masked(was, hidden, known), after: masked(is, hidden, known) }
  })
}

/** Values fit to be shown. */
export const maskValues = (values: JsonObject, secrets: readonly string[]): JsonObject => masked(values, false, secrets.filter((secret) => secret.length > 0)) as JsonObject

/** Names of fields that hold secrets, as far as names tell: `client_secret`, `apiToken`, `password`, `CryptKeeper.keys`, `tls.key`, connection strings. */
const isSecretName = (name: string): boolean =>
  /secret(?!name|sync)|token(?!url|_url)|passw|credential|private/i.test(name) || /^keys?$|[._-]key$|Key$|^(db_)?url$/.test(name)

function masked(value: unknown, hidden: boolean, secrets: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => masked(item, hidden, secrets))
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, masked(inner, hidden || isSecretName(key), secrets)]))
  if (value === undefined || value === null || typeof value === 'boolean') return value
  return hidden || secrets.some((secret) => String(value).includes(secret)) ? mask : value
}

/** Differences down to the deepest object, by sorted keys; an object that appears or goes is one difference. */
export function* changes(before: unknown, after: unknown, path: string[] = []): Generator<{ path: string[]; before: unknown; after: unknown }> {
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    for (const key of keys) yield* changes(before[key], after[key], [...path, key])
  } else if (canonicalJson(before ?? null) !== canonicalJson(after ?? null) || (before === undefined) !== (after === undefined)) {
    yield { path, before, after }
  }
}
