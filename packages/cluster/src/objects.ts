import { Problem, type Manifest } from '@hubfleet/core'
import type { Kubernetes } from './kubernetes.ts'

/** As helm writes under. */
const fieldManager = 'helm'

interface Resource { name: string; kind: string; namespaced: boolean }

/** What each API group of a cluster has, asked once for as long as the cluster is open. */
const groups = new WeakMap<Kubernetes, Map<string, Promise<Resource[]>>>()

/** An object of any kind as it is; null when it, or its kind, is not there. */
export async function read(kubernetes: Kubernetes, manifest: Manifest, signal: AbortSignal): Promise<Manifest | null> {
  const path = await pathOf(kubernetes, manifest, signal)
  return path ? await kubernetes.request(signal, { method: 'GET', path }) as Manifest | null : null
}

/** An object as the server would have it after helm applied the manifest: with its defaults, and after admission. Nothing is written. */
export async function dryRun(kubernetes: Kubernetes, manifest: Manifest, signal: AbortSignal): Promise<Manifest> {
  const path = await pathOf(kubernetes, manifest, signal)
  if (!path) throw new Problem('helm-failed', { verb: 'upgrade', release: manifest.metadata.name, reason: `${kubernetes.name.cluster} has no ${manifest.kind} of ${manifest.apiVersion}` })
  try {
    const tried = await kubernetes.request(signal, { method: 'PATCH', path, query: { dryRun: 'All', fieldManager, force: 'true' }, body: manifest, contentType: 'application/apply-patch+yaml' })
    return (tried ?? manifest) as Manifest
  } catch (error) {
    // the server may quote what it refuses
    if (manifest.kind === 'Secret' && error instanceof Problem && error.code === 'provider-failed') throw new Problem('provider-failed', { provider: `Kubernetes ${kubernetes.name.cluster}`, reason: `it refuses the Secret ${manifest.metadata.name}` })
    throw error
  }
}

async function pathOf(kubernetes: Kubernetes, { apiVersion, kind, metadata: { name, namespace } }: Manifest, signal: AbortSignal): Promise<string | null> {
  const root = `/${apiVersion.includes('/') ? 'apis' : 'api'}/${apiVersion}`
  const resource = (await resourcesOf(kubernetes, root, signal)).find((each) => each.kind === kind && !each.name.includes('/'))
  return resource ? [root, ...(resource.namespaced ? ['namespaces', namespace] : []), resource.name, encodeURIComponent(name)].join('/') : null
}

async function resourcesOf(kubernetes: Kubernetes, root: string, signal: AbortSignal): Promise<Resource[]> {
  const known = groups.get(kubernetes) ?? new Map<string, Promise<Resource[]>>()
  groups.set(kubernetes, known)
  let asked = known.get(root)
  if (!asked) {
    asked = kubernetes.request(signal, { method: 'GET', path: root }).then((list) => (list as { resources?: Resource[] } | null)?.resources ?? [])
    known.set(root, asked)
    // a group that is not there may be installed, and a failure is asked again
    asked.then((resources) => { if (resources.length === 0) known.delete(root) }, () => known.delete(root))
  }
  return asked
}
