import type { JsonObject } from '../../json.ts'
import { isObject, leaves, setAt, valueAt } from '../../json.ts'
import { completeHubSpec, overlay, withDefaults } from '../complete.ts'
import { composeSpec, inherited, layersInOrder } from './compose.ts'
import { changes } from '../changes/diff.ts'
import type { HubLayers } from './layers.ts'
import { splitSecrets } from '../secrets.ts'
import type { HubSpec, HubSpecInput, HubSpecPatch } from '../spec.ts'

/** The layers of a stored hub. One that is older than layers set all of its spec itself. */
export const layersOf = ({ layers, spec }: { layers: HubLayers | null; spec: HubSpec }): HubLayers => layers ?? { own: spec as HubSpecPatch }

/** After a JSON merge patch of what the hub itself sets: a null gives a field back to the layers below it; raw `values` are replaced whole. */
export function patchOwn(layers: HubLayers, patch: HubSpecPatch): HubLayers {
  const own = overlay(layers.own as JsonObject, patch as JsonObject)
  if (patch.values === null) delete own.values
  else if (patch.values) own.values = patch.values
  return withDecisions({ ...layers, own: own as HubSpecPatch })
}

/**
 * With what completing a spec decides once and for all, such as whether the names of users are stripped of their domain: as if the hub had
 * set it, so that no later change decides otherwise.
 */
export function withDecisions(layers: HubLayers): HubLayers {
  const merged = layersInOrder(layers).reduce<JsonObject>((below, [, patch]) => overlay(below, patch as JsonObject), {})
  const whole = withDefaults(merged)
  const decided = [...changes(whole, completeHubSpec(whole as unknown as HubSpecInput))].filter(({ after }) => after !== undefined)
  if (decided.length === 0) return layers
  const own = structuredClone(layers.own) as JsonObject
  // A login of the hub's own names its type, or it would be one of no type.
  const type = valueAt(merged, ['login', 'type'])
  for (const { path, after } of decided) {
    setAt(own, path, after)
    if (path[0] === 'login') setAt(own, ['login', 'type'], type)
  }
  return { ...layers, own: own as HubSpecPatch }
}

/** The layers of a hub whose spec was changed as a whole, by a verb such as scale: what differs is the hub's own from then on. */
export function ownChanges(layers: HubLayers, before: HubSpec, after: HubSpec): HubLayers {
  const below = inherited(layers)
  const own = structuredClone(layers.own) as JsonObject
  for (const { path, after: value } of changes(before, after)) {
    if (path[0] === 'login') own.login = after.login
    else if (value !== undefined) setAt(own, path, value)
    else if (path[0] !== 'values' && valueAt(below, path) !== undefined) setAt(own, path, null)
    else removeAt(own, path)
  }
  return { ...layers, own: own as HubSpecPatch }
}

/**
 * After files said what the hub itself sets: what they said before and say no more goes back to the layers below; what was set by other
 * means, such as seats by a schedule, stays where the files do not speak of it. Raw `values` are replaced whole.
 */
export function applyOwn(layers: HubLayers, said: HubSpecPatch): HubLayers {
  const { values: before, ...typed } = layers.applied ?? {}
  const own = structuredClone(layers.own) as JsonObject
  for (const { path } of leaves(typed)) if (path.length > 0 && valueAt(said, path) === undefined) giveBack(own, path)
  if (before !== undefined && said.values === undefined) delete own.values
  // what we decided beside what the files said, such as the digest of a pinned image, goes with it
  for (const section of ['login', 'image'] as const) if (typed[section] && !said[section]) delete own[section]
  return { ...patchOwn({ ...layers, own: own as HubSpecPatch }, said), applied: said }
}

/** As if the hub had set a field itself, unless any layer does: what is decided as a hub is made, and stays so. */
export function decideOnce(layers: HubLayers, path: readonly string[], value: unknown): HubLayers {
  if (layersInOrder(layers).some(([, patch]) => valueAt(patch, path) !== undefined)) return layers
  const own = structuredClone(layers.own) as JsonObject
  setAt(own, path, value)
  return { ...layers, own: own as HubSpecPatch }
}

/** Removes what a path names, and the objects on the way that hold nothing else. */
function giveBack(own: JsonObject, path: readonly string[]): void {
  removeAt(own, path)
  for (let length = path.length - 1; length > 0; length--) {
    const holder = valueAt(own, path.slice(0, length))
    if (isObject(holder) && Object.keys(holder).length === 0) removeAt(own, path.slice(0, length))
  }
}

/** The spec that layers come to, with the write-only fields that the hub itself sets taken out of everything: neither is stored with them. */
export function composeApart(layers: HubLayers): { layers: HubLayers; spec: HubSpec; secrets: Record<string, string> } {
  const { spec, secrets } = splitSecrets(composeSpec(layers))
  const apart = structuredClone({ own: layers.own, ...(layers.applied && { applied: layers.applied }) })
  for (const pointer of Object.keys(secrets)) for (const part of Object.values(apart)) removeAt(part as JsonObject, pointer.split('/').slice(1))
  return { layers: { ...layers, ...apart }, spec, secrets }
}

function removeAt(root: JsonObject, path: readonly string[]): void {
  const holder = valueAt(root, path.slice(0, -1))
  if (isObject(holder)) delete holder[path.at(-1)!]
}
