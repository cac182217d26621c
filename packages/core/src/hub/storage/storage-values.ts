import type { JsonObject } from '../../json.ts'
import { homesClaim, sharedClaim } from './file-shares.ts'
import { mountPathOf, type HubStorage } from './storage.ts'

/** `singleuser.storage` of the chart. */
export function storageValues(storage: HubStorage): JsonObject {
  return { ...homeVolume(storage), homeMountPath: storage.homeMountPath, ...sharedVolumes(storage) }
}

function homeVolume({ type, capacity, storageClass, static: homes }: HubStorage): JsonObject {
  switch (type) {
    case 'none': return { type }
    case 'static': return { type, static: { pvcName: homes?.nfs ? homesClaim(homes.nfs) : homes?.claim, subPath: homes?.subPath } }
    case 'dynamic': return { type, capacity, dynamic: { storageClass } }
  }
}

/** Twice read-only, so that neither a claim that could be written nor a mount by itself lets anybody write. */
function sharedVolumes(storage: HubStorage): JsonObject {
  if (storage.shared.length === 0) return {}
  return {
    extraVolumes: storage.shared.map(({ name, claim, nfs }) => ({ name: `shared-${name}`, persistentVolumeClaim: { claimName: nfs ? sharedClaim(name, nfs) : claim, readOnly: true } })),
    extraVolumeMounts: storage.shared.map((folder) => ({
      name: `shared-${folder.name}`, mountPath: mountPathOf(folder, storage), ...(folder.subPath && { subPath: folder.subPath }), readOnly: true,
    })),
  }
}
