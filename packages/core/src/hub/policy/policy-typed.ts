import type { ProblemField } from '../../problems/problem.ts'
import type { Capability, Policy } from './policy.ts'
import type { HubSpec } from '../spec.ts'

/** Typed fields that reach outside of the namespace, as some raw values do. */
export function checkTypedFields({ storage, exposure }: Pick<HubSpec, 'storage' | 'exposure'>, { allow }: Policy): ProblemField[] {
  const used: [string, Capability][] = []
  if (storage.static?.nfs) used.push(['/storage/static/nfs', 'hostPath'])
  for (const [index, { nfs }] of storage.shared.entries()) if (nfs) used.push([`/storage/shared/${index}/nfs`, 'hostPath'])
  if (exposure.loadBalancerIP !== undefined) used.push(['/exposure/loadBalancerIP', 'network'])
  if (Object.keys(exposure.annotations).length > 0) used.push(['/exposure/annotations', 'network'])
  return used.filter(([, capability]) => !allow[capability]).map(([pointer, capability]) => ({ pointer, code: 'policy-denied', detail: `The policy denies ${capability}.` }))
}
