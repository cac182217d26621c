/** What is true of a hub, a cluster or a credential, for machines. All are normal when `True`, except `Deleting`. */
export type ConditionType = 'Ready' | 'ClusterReachable' | 'ReleaseInSync' | 'AddressReady' | 'DnsReady' | 'CertificateReady' | 'LoginReady' | 'StorageReady' | 'CapacityReady' | 'ImagesReady' | 'CullingReady' | 'CredentialReady' | 'PricesRead' | 'Secure' | 'Deleting'

export interface Condition {
  type: ConditionType
  status: 'True' | 'False' | 'Unknown'
  /** CamelCase, for machines. */
  reason: string
  /** For people: what is waited for, and what would help. */
  message: string
  observedGeneration: number
  /** RFC 3339. */
  lastTransitionTime: string
}

/** The conditions with one of them set; its transition time moves only when its status does. */
export function setCondition(conditions: readonly Condition[], next: Omit<Condition, 'lastTransitionTime'>, now: Date): Condition[] {
  const before = conditions.find((c) => c.type === next.type)
  const lastTransitionTime = before?.status === next.status ? before.lastTransitionTime : now.toISOString()
  return [...conditions.filter((c) => c.type !== next.type), { ...next, lastTransitionTime }].sort((a, b) => (a.type < b.type ? -1 : 1))
}

/** The reason of a condition that a problem gives: `CloudDenied`. */
export const camelCode = (code: string): string => code.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
