import { valueAt, type JsonObject } from '../json.ts'

/** A file that code of ours in the hub reads when it is needed, from a ConfigMap that need not be there: no change of it restarts the hub. */
export interface LiveFile {
  /** Of the ConfigMap, and of its volume. */
  map: string
  /** Where the hub has it. A folder, since a file that is mounted by itself never changes. */
  folder: string
  file: string
  /** The name in `hub.extraConfig`. These run in the order of their names, so that what builds upon others' settings begins with `zz-`. */
  codeName: string
  code(path: string): string
}

/** What mounts files into the hub, beside what is mounted and run there already: helm would replace lists. */
export function liveFileValues(files: readonly LiveFile[], below: JsonObject): JsonObject {
  if (files.length === 0) return {}
  const listed = (key: string): unknown[] => {
    const there = valueAt(below, ['hub', key])
    return Array.isArray(there) ? there : []
  }
  return {
    hub: {
      extraVolumes: [...listed('extraVolumes'), ...files.map(({ map }) => ({ name: map, configMap: { name: map, optional: true } }))],
      extraVolumeMounts: [...listed('extraVolumeMounts'), ...files.map(({ map, folder }) => ({ name: map, mountPath: folder, readOnly: true }))],
      extraConfig: Object.fromEntries(files.map(({ codeName, code, folder, file }) => [codeName, code(`${folder}/${file}`)])),
    },
  }
}
