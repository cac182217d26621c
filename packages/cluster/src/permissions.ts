import type { PolicyRule } from './cluster-role.ts'

/** A rule as a cluster reports it. */
export interface GrantedRule { apiGroups?: string[]; resources?: string[]; resourceNames?: string[]; verbs: string[] }

/** Which of the needed rules are not granted, one text for each resource: `create, patch ingresses.networking.k8s.io`. */
export function missingPermissions(needed: readonly PolicyRule[], granted: readonly GrantedRule[]): string[] {
  return needed.flatMap(({ apiGroups, resources, verbs }) => apiGroups.flatMap((group) => resources.flatMap((resource) => {
    const missing = verbs.filter((verb) => !granted.some((rule) => grants(rule, group, resource, verb)))
    return missing.length === 0 ? [] : [`${missing.join(', ')} ${group ? `${resource}.${group}` : resource}`]
  })))
}

function grants(rule: GrantedRule, group: string, resource: string, verb: string): boolean {
  // a rule for some names is not one for all
  if (rule.resourceNames?.length) return false
  const sub = resource.includes('/') ? `*/${resource.split('/')[1]}` : resource
  return has(rule.apiGroups, group) && (has(rule.resources, resource) || has(rule.resources, sub)) && has(rule.verbs, verb)
}

const has = (list: readonly string[] | undefined, wanted: string): boolean => list?.includes('*') || list?.includes(wanted) || false
