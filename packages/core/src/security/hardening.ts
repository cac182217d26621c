import type { JsonObject } from '../json.ts'
import { isObject, valueAt } from '../json.ts'

/**
 * What users' servers give up by default, of which a notebook has no use: the chart leaves it to them. Root and `sudo`, where somebody
 * wants them, need what would be dropped, and keep it. A raw `hub.config.KubeSpawner.container_security_context` wins key by key.
 * `ranged`: where no user is named the cluster gives one, which never is root.
 */
export function serverHardening(wanted: JsonObject, { ranged = false } = {}): JsonObject {
  const at = (...path: string[]) => valueAt(wanted, ['singleuser', ...path])
  const changed = overridesOf(at('profileList'))
  const uid = at('uid') === undefined || (ranged && at('uid') === null) ? 1000 : at('uid')
  const asRoot = [uid, ...changed.flatMap(({ uid: own, run_as_uid: old }) => [own, old].filter((one) => one !== undefined))].some((one) => !(Number(one) > 0))
  const escalates = at('allowPrivilegeEscalation') === true || changed.some(({ allow_privilege_escalation: own, privileged }) => own === true || privileged === true)
  return {
    seccompProfile: { type: 'RuntimeDefault' },
    ...(!asRoot && { runAsNonRoot: true }),
    ...(!asRoot && !escalates && { capabilities: { drop: ['ALL'] } }),
  }
}

/** Every override of KubeSpawner's settings that a profile or a choice of it makes. */
export function overridesOf(profileList: unknown): JsonObject[] {
  return listOf(profileList).flatMap((profile) => [profile, ...Object.values(objectOf(profile.profile_options)).flatMap((option) => Object.values(objectOf(objectOf(option).choices)))])
    .map((holder) => objectOf(objectOf(holder).kubespawner_override))
}

const listOf = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : [])
const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {})
