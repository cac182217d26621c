import { liveFiles } from '../hub/live-files.ts'
import { prune } from '../hub/merge.ts'
import { adminServiceName, hubLabel, placeholderResources, serviceName, tenantLabel } from '../hub/values.ts'
import { canonicalJson, isObject, type JsonObject } from '../json.ts'
import type { Draft } from './draft.ts'

/** What Hubfleet puts into each hub by itself, as an export has it: an export that comes back is the hub that it was made of. */
export function dropOfExport(draft: Draft): void {
  if (!draft.has(`hub.services.${serviceName}`)) return
  for (const path of [`hub.loadRoles.${serviceName}`, `hub.services.${adminServiceName}`, ...(draft.get('prePuller.hook.enabled') === false ? ['prePuller.hook.enabled'] : []),
    ...(canonicalJson(draft.get('scheduling.userPlaceholder.resources') ?? null) === canonicalJson(prune(placeholderResources(draft.values))) ? ['scheduling.userPlaceholder.resources'] : []), ...(draft.get('fullnameOverride') === '' ? ['fullnameOverride'] : [])]) draft.take(path)
  for (const [table, keys] of [['singleuser.extraLabels', [hubLabel, tenantLabel]], ['singleuser.storage.extraLabels', [hubLabel, tenantLabel]], ['hub.db.pvc.annotations', ['helm.sh/resource-policy']]] as const) {
    const found = draft.get(table)
    if (!isObject(found)) continue
    // not by take: these keys have dots in them
    for (const key of keys) delete (found as JsonObject)[key]
    if (Object.keys(found).length === 0) draft.take(table)
  }
  for (const { codeName } of liveFiles) draft.take(`hub.extraConfig.${codeName}`)
  for (const list of ['hub.extraVolumes', 'hub.extraVolumeMounts']) dropMounts(draft, list)
  draft.note('removed', `hub.services.${serviceName}`, null, 'It is of an export, as are other values that each hub has by itself: they are made anew.')
  draft.take(`hub.services.${serviceName}`)
}

/** A list without what mounts our files. */
function dropMounts(draft: Draft, path: string): void {
  const found = draft.get(path)
  if (!Array.isArray(found)) return
  const left = found.filter((each) => !(isObject(each) && liveFiles.some(({ map }) => each['name'] === map)))
  if (left.length === 0) draft.take(path)
  else found.splice(0, found.length, ...left)
}
