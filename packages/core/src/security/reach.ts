import { valueAt } from '../json.ts'
import type { PostureInput } from './item.ts'

/** From where a hub can be reached, as its values have it. */
export type Reach = 'route' | 'ingress' | 'gateway' | 'loadBalancer' | 'nodePort' | 'cluster'

export function reachOf({ spec, values }: Pick<PostureInput, 'spec' | 'values'>): Reach {
  if (spec.exposure.type === 'route') return 'route'
  if (valueAt(values, ['ingress', 'enabled']) === true) return 'ingress'
  if (valueAt(values, ['httpRoute', 'enabled']) === true) return 'gateway'
  const type = valueAt(values, ['proxy', 'service', 'type']) ?? 'LoadBalancer'
  return type === 'LoadBalancer' ? 'loadBalancer' : type === 'NodePort' ? 'nodePort' : 'cluster'
}
