import type { JsonObject } from '../json.ts'
import { isObject } from '../json.ts'
import { violationsOf } from './pod-security.ts'

/*
 * `restricted-v2`, the security context constraint that OpenShift gives everybody: what its admission refuses of a pod. A test holds
 * these rules against an API server that enforces them.
 */

/** Inclusive, as the annotations of a namespace have them. */
export interface SccRanges { uid: readonly [number, number]; group: readonly [number, number] }

const volumes = new Set(['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'])

const listOf = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : [])
const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {})
const contextOf = (holder: JsonObject) => objectOf(holder.securityContext)

/** What of a pod's spec is refused, in words. Without the ranges of its namespace, every user and group that is fixed. */
export function restrictedV2Violations(pod: JsonObject, ranges?: SccRanges): string[] {
  return [...new Set([...violationsOf(pod, 'baseline'), ...ofPod(pod, ranges)])]
}

function* ofPod(pod: JsonObject, ranges: SccRanges | undefined): Generator<string> {
  for (const volume of listOf(pod.volumes)) {
    const kind = Object.keys(volume).find((key) => key !== 'name' && !volumes.has(key))
    if (kind) yield `volumes of the type ${kind}`
  }
  const context = contextOf(pod)
  const group = context.fsGroup
  if (isSet(group) && !within(group, ranges?.group)) yield `fsGroup ${String(group)}`
  yield* ofContext(context, ranges)
  for (const container of ['containers', 'initContainers', 'ephemeralContainers'].flatMap((kind) => listOf(pod[kind]))) {
    const own = contextOf(container)
    yield* ofContext(own, ranges)
    if (own.allowPrivilegeEscalation === true) yield 'allowPrivilegeEscalation'
    const added = objectOf(own.capabilities).add
    const beyond = (Array.isArray(added) ? added.map(String) : []).filter((capability) => capability !== 'NET_BIND_SERVICE')
    if (beyond.length > 0) yield `the capabilities ${beyond.join(', ')}`
  }
}

function* ofContext(context: JsonObject, ranges: SccRanges | undefined): Generator<string> {
  const user = context.runAsUser
  if (isSet(user) && !within(user, ranges?.uid)) yield `runAsUser ${String(user)}`
  // the namespace has labels of its own
  if (isSet(context.seLinuxOptions) && Object.keys(objectOf(context.seLinuxOptions)).length > 0) yield 'seLinuxOptions'
  const profile = objectOf(context.seccompProfile).type
  if (isSet(profile) && profile !== 'RuntimeDefault') yield `seccompProfile ${String(profile)}`
}

const isSet = (value: unknown): boolean => value !== undefined && value !== null
const within = (value: unknown, range: readonly [number, number] | undefined): boolean => range !== undefined && Number(value) >= range[0] && Number(value) <= range[1]
