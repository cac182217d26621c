import type { V1Service } from '@hubfleet/cluster'
import { judgeAddress } from '@hubfleet/core'

/** How many public addresses a load balancer has; null where the Service has none. A name that a cloud gave stands for one. */
export function countAddresses({ spec, status }: V1Service): number | null {
  const ways = status?.loadBalancer?.ingress ?? []
  if (spec?.type !== 'LoadBalancer' || ways.length === 0) return null
  return ways.filter(({ ip }) => ip === undefined || judgeAddress(ip, []) === null).length
}
