import type { KubernetesObject } from '../kubernetes/object.ts'
import { stringify } from '../yaml.ts'

/** The objects as YAML for `kubectl apply`. */
export const manifestOf = (objects: readonly KubernetesObject[]): string =>
  objects.map((object) => stringify(object, { aliasDuplicateObjects: false, flowCollectionPadding: false })).join('---\n')
