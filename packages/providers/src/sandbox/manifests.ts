import { createHash } from 'node:crypto'
import { canonicalJson, objectChange, objectName, valuesOf, wishedPart, type Manifest } from '@hubfleet/core'
import type { DesiredRelease, Preview } from '../provider.ts'
import { readValues, type HubSettings } from './settings.ts'
import type { SandboxHub, SandboxParts, SandboxRelease } from './state.ts'

/** What a release would be, as far as its objects show it. */
type Shape = Pick<SandboxRelease, 'valuesHash' | 'chartDigest' | 'seats' | 'parts'> & { settings: HubSettings }

/** What the pods of the parts are made from: as in the chart, a change anywhere restarts the hub, and one of their own values the others. */
export const partsOf = (values: Record<string, unknown>): SandboxParts => ({ proxy: checksum(valuesOf('proxy', values)), userScheduler: checksum(valuesOf('user-scheduler', values)) })

/** Compares a release with the one that is there. */
export function previewRelease(namespace: string, { release }: SandboxHub, desired: DesiredRelease | null, secrets: readonly string[]): Preview {
  const live = new Map((release ? manifestsOf(namespace, release) : []).map((object) => [objectName(object), object]))
  const wanted = desired ? manifestsOf(namespace, shapeOf(desired)) : []
  const names = new Set(wanted.map(objectName))
  const changes = wanted.map((object) => objectChange(live.get(objectName(object)) ?? null, object, secrets))
  const gone = [...live.values()].filter((object) => !names.has(objectName(object)) && object.kind !== 'PersistentVolumeClaim').map((object) => objectChange(object, null, secrets))
  return { fingerprints: fingerprintsOf(namespace, release), objects: [...changes, ...gone].filter((each) => each !== null) }
}

export const fingerprintsOf = (namespace: string, release: SandboxRelease | null): Record<string, string> =>
  Object.fromEntries((release ? manifestsOf(namespace, release) : []).map((object) => [objectName(object), checksum(wishedPart(object)).slice(0, 22)]))

function shapeOf({ chart, values, valuesHash }: DesiredRelease): Shape {
  const { settings, seats } = readValues(values)
  return { chartDigest: chart.digest, valuesHash, seats, settings, parts: partsOf(values) }
}

/** The objects of the chart that the sandbox plays. */
function manifestsOf(namespace: string, { settings, seats, valuesHash, chartDigest, parts }: Shape): Manifest[] {
  const object = (apiVersion: string, kind: string, name: string, rest: object): Manifest => ({ apiVersion, kind, metadata: { name, namespace }, ...rest })
  const deployment = (name: string, madeFrom: string | undefined) =>
    object('apps/v1', 'Deployment', name, { spec: { template: { metadata: { annotations: { 'checksum/chart': chartDigest.slice(0, 12), ...(madeFrom && { 'checksum/values': madeFrom.slice(0, 12) }) } } } } })
  return [
    deployment('hub', valuesHash),
    deployment('proxy', parts?.proxy),
    ...(settings.userScheduler ? [deployment('user-scheduler', parts?.userScheduler)] : []),
    ...(settings.placeholders ? [object('apps/v1', 'StatefulSet', 'user-placeholder', { spec: { replicas: seats } })] : []),
    object('v1', 'Service', 'proxy-public', { spec: { type: settings.loadBalancer ? 'LoadBalancer' : 'ClusterIP' } }),
    object('v1', 'Secret', 'hub', { data: { 'values.yaml': valuesHash } }),
    ...(settings.databaseGiB === null ? [] : [object('v1', 'PersistentVolumeClaim', 'hub-db-dir', { spec: { storageClassName: settings.databaseStorageClass, resources: { requests: { storage: `${settings.databaseGiB}Gi` } } } })]),
  ]
}

const checksum = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')
