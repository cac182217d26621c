import { isObject } from '../../json.ts'
import type { Denied } from './policy-paths.ts'

/** Volumes that stay in the namespace: those of Kubernetes' own "restricted" standard. */
const namespaced = new Set(['name', 'configMap', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'])

const privilegedFlags = new Set(['privileged', 'allowPrivilegeEscalation', 'hostNetwork', 'hostPID', 'hostIPC'])
const userIds = new Set(['runAsUser', 'runAsGroup', 'uid', 'run_as_uid'])

/** Parts of pods that reach the node, wherever in the values they are. */
export function* deniedInPods(value: unknown, path: (string | number)[] = []): Generator<Denied> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* deniedInPods(item, [...path, index])
  } else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      const here = [...path, key]
      if (isPrivileged(key, inner)) yield { path: here, capability: 'privileged' }
      else if (/^(extraVolumes|volumes)$/.test(key)) yield* deniedVolumes(inner, here)
      else yield* deniedInPods(inner, here)
    }
  }
}

function isPrivileged(key: string, value: unknown): boolean {
  if (privilegedFlags.has(key)) return value === true
  if (userIds.has(key)) return value === 0 || value === '0'
  if (key === 'runAsNonRoot') return value === false
  if (key === 'hostPort' || key === 'procMount') return value !== undefined && value !== null
  return key === 'capabilities' && isObject(value) && Array.isArray(value.add) && value.add.length > 0
}

/** Volumes come as a list, or as an object by name. */
function* deniedVolumes(volumes: unknown, path: (string | number)[]): Generator<Denied> {
  const entries: [string | number, unknown][] = Array.isArray(volumes) ? [...volumes.entries()] : isObject(volumes) ? Object.entries(volumes) : []
  for (const [key, volume] of entries) {
    for (const kind of kindsOf(volume)) if (!namespaced.has(kind)) yield { path: [...path, key, kind], capability: 'hostPath' }
  }
}

const kindsOf = (volume: unknown): string[] => (isObject(volume) ? Object.keys(volume) : [])
