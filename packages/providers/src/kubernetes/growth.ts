import type { V1PersistentVolumeClaim } from '@hubfleet/cluster'
import { parseQuantity } from '@hubfleet/core'
import type { Claim } from '../provider.ts'
import { claimsOf, isDatabase, isHome } from './claims.ts'
import { requireOurs } from './namespace.ts'
import type { Place } from './place.ts'

/** People's homes and the hub's database, with whether their class lets them grow. */
export async function claims(place: Place, signal: AbortSignal): Promise<Claim[]> {
  const ours = (await claimsOf(place, signal)).filter((claim) => (isHome(claim) || isDatabase(claim)) && !claim.metadata?.deletionTimestamp)
  if (ours.length === 0) return []
  const { items: classes } = await place.kubernetes.call(signal, ({ storage }, options) => storage.listStorageClass({}, options))
  const growing = new Set(classes.filter(({ allowVolumeExpansion }) => allowVolumeExpansion).map(({ metadata }) => metadata?.name))
  return ours.map((claim) => claimOf(claim, growing.has(claim.spec?.storageClassName)))
}

function claimOf(claim: V1PersistentVolumeClaim, classGrows: boolean): Claim {
  const { metadata, spec, status } = claim
  const requested = bytes(spec?.resources?.requests?.storage)
  return {
    name: metadata?.name ?? '', kind: isHome(claim) ? 'home' : 'database', requested,
    // one that waits for its first pod has no size yet, and will be made with what it asks for
    actual: status?.phase === 'Bound' ? bytes(status.capacity?.storage) : requested,
    storageClass: spec?.storageClassName ?? null,
    canGrow: classGrows && status?.phase === 'Bound',
  }
}

const bytes = (quantity: string | undefined): number => parseQuantity(quantity ?? '0') ?? 0

export async function growClaims(place: Place, names: readonly string[], capacity: string, signal: AbortSignal): Promise<void> {
  await requireOurs(place, signal)
  const { kubernetes, hub: { namespace } } = place
  const body = [{ op: 'replace', path: '/spec/resources/requests/storage', value: capacity }]
  const small = (await claims(place, signal)).filter(({ name, requested }) => names.includes(name) && requested < bytes(capacity))
  for (const { name } of small) {
    await kubernetes.find(signal, ({ core }, options) => core.patchNamespacedPersistentVolumeClaim({ namespace, name, body }, options))
  }
}
