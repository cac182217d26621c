import type { JsonObject } from '../json.ts'
import { pointerOf, valueAt } from '../json.ts'
import type { ProblemField } from '../problems/problem.ts'
import { podsOfValues } from '../security/pods-of-values.ts'
import { restrictedV2Violations } from '../security/restricted-v2.ts'
import { deepMerge } from './merge.ts'
import type { HubSpec } from './spec.ts'

const blocker = ['singleuser', 'cloudMetadata', 'blockWithIptables']

/** Where the raw values of a pod can ask for more than a pod may have, by its name. */
const places: Record<string, string[]> = {
  'hub': ['hub.podSecurityContext', 'hub.containerSecurityContext', 'hub.extraPodSpec', 'hub.initContainers', 'hub.extraContainers', 'hub.extraVolumes'],
  'proxy': ['proxy.chp.containerSecurityContext', 'proxy.chp.extraPodSpec'],
  'autohttps': ['proxy.traefik.containerSecurityContext', 'proxy.secretSync.containerSecurityContext', 'proxy.traefik.extraInitContainers', 'proxy.traefik.extraVolumes', 'proxy.traefik.extraPodSpec'],
  'user-scheduler': ['scheduling.userScheduler.containerSecurityContext', 'scheduling.userScheduler.extraPodSpec'],
  'user-placeholder': ['scheduling.userPlaceholder.containerSecurityContext', 'scheduling.userPlaceholder.extraPodSpec'],
  'image-puller': ['prePuller.containerSecurityContext', 'prePuller.pause.containerSecurityContext', 'prePuller.hook.containerSecurityContext'],
  'users\' servers': [
    'singleuser.uid', 'singleuser.fsGid', 'singleuser.allowPrivilegeEscalation', 'singleuser.extraPodConfig', 'singleuser.initContainers', 'singleuser.extraContainers', 'singleuser.storage.extraVolumes',
    'singleuser.profileList', 'hub.config.KubeSpawner',
  ],
}

/** Pods that an OpenShift would never let in, and where the spec asks for them. `values` are rendered for OpenShift. */
export function checkOpenShift(spec: HubSpec, values: JsonObject): ProblemField[] {
  const faults: ProblemField[] = []
  if (valueAt(values, blocker) !== false) {
    const isRaw = valueAt(spec.values, blocker) !== undefined
    faults.push({
      pointer: isRaw ? pointerOf(['values', ...blocker]) : '/security/cloudMetadata', code: 'openshift',
      detail: `OpenShift lets no privileged container in, which blocks the cloud's metadata with iptables. Its NetworkPolicies do that: ${isRaw ? 'take this away' : 'set this to networkPolicy'}.`,
    })
  }
  const without = deepMerge(values, { singleuser: { cloudMetadata: { blockWithIptables: false } } })
  const told = new Set<string>()
  for (const { name, spec: pod } of podsOfValues(without, spec.chart.version)) {
    const refused = restrictedV2Violations(pod)
    if (refused.length === 0) continue
    const pointer = pointerFor(spec, name, refused)
    const detail = `OpenShift would let ${name} not in, for ${refused.join(', ')}: it gives each namespace users and groups of its own and nothing of the node. Take it away.`
    if (!told.has(pointer + detail)) faults.push({ pointer, code: 'openshift', detail })
    told.add(pointer + detail)
  }
  return faults
}

/** The raw value without which nothing would be refused; else the first of those that may be why. */
function pointerFor(spec: HubSpec, pod: string, refused: readonly string[]): string {
  const there = (places[pod] ?? []).map((place) => place.split('.')).filter((path) => valueAt(spec.values, path) !== undefined)
  const named = there.find((path) => refused.some((what) => mentions(valueAt(spec.values, path), path.at(-1)!, what)))
  const path = named ?? there[0]
  return path ? pointerOf(['values', ...path]) : '/values'
}

/** Whether a raw value says what is refused: `runAsUser 1000` names the field and its value. */
function mentions(value: unknown, key: string, what: string): boolean {
  const [field = '', of] = what.split(' ')
  if (key === 'uid' && field === 'runAsUser') return true
  if (key === 'fsGid' && field === 'fsGroup') return true
  const text = JSON.stringify(value) ?? ''
  return text.includes(field) || (of !== undefined && new RegExp(`"(uid|fs_gid|run_as_user|run_as_uid)":"?${of}\\b`).test(text))
}
