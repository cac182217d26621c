import type { JsonObject } from '../json.ts'
import { cullValues, serverConfigFiles } from './culling/culling-values.ts'
import { databaseValues } from './storage/database-values.ts'
import { exposureValues } from './exposure/exposure-values.ts'
import { homeHook } from './storage/home-values.ts'
import { tagOf } from './images/image.ts'
import { loginConfig } from './login/values.ts'
import { deepMerge, prune } from './merge.ts'
import { resourceValues } from './servers/profile-values.ts'
import { pullSecretValues } from './images/pull-secret.ts'
import type { HubSpec } from './spec.ts'
import { storageValues } from './storage/storage-values.ts'

/** The chart values that the typed fields mean. The spec has its secrets in. */
export function typedValues(spec: HubSpec): JsonObject {
  const { image, imagePullSecret, culling, capacity } = spec
  return prune(deepMerge(resourceValues(spec), {
    hub: { config: loginConfig(spec), activeServerLimit: capacity.maxServers, db: databaseValues(spec.database) },
    imagePullSecret: pullSecretValues(imagePullSecret),
    singleuser: {
      image: image && { name: image.name, tag: tagOf(image), pullPolicy: image.pullPolicy },
      extraFiles: serverConfigFiles(culling),
      storage: storageValues(spec.storage),
      cloudMetadata: { blockWithIptables: spec.security.cloudMetadata === 'iptables' },
      lifecycleHooks: { postStart: homeHook(spec.home) },
    },
    cull: cullValues(culling),
    ...exposureValues(spec.exposure, spec.chart.version),
  }))
}
