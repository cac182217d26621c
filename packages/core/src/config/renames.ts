import { isObject } from '../json.ts'
import type { Draft } from './draft.ts'

interface Rename { from: string; to?: string; /** The first chart that no longer had it under this name. */ until: string; why?: string }

/*
 * Every key of a released chart since 0.3.1 that today's does not have, as the values.yaml of each release shows them. Without `to` nothing
 * does it any more. Keys may contain no dots: the chart has none with dots outside of free-form tables.
 */
const table: Rename[] = [
  { from: 'name', until: '0.4.0', why: 'each hub has a namespace of its own' },
  { from: 'createNamespace', until: '0.4.0', why: 'each hub has a namespace of its own' },
  { from: 'builder', until: '0.4.0', why: 'images are built outside of the hub' },
  { from: 'statsd', until: '0.5.0', why: 'the hub tells its metrics at /hub/metrics' },
  { from: 'publicIP', to: 'proxy.service.loadBalancerIP', until: '0.4.0' },
  { from: 'admin', to: 'auth.admin', until: '0.5.0' },
  { from: 'hub.db.storageClass', to: 'hub.db.pvc.storageClassName', until: '0.4.0' },
  { from: 'singleuser.storage.storageClass', to: 'singleuser.storage.dynamic.storageClass', until: '0.4.0' },
  { from: 'singleuser.storage.homeHostPathTemplate', until: '0.4.0', why: 'homes in folders of the nodes are no more; use storage.type static with a claim or NFS' },
  { from: 'singleuser.schedulerStrategy', until: '0.8.0', why: 'scheduling.userScheduler packs servers' },
  { from: 'proxy.image', until: '0.5.0', why: 'the chart brings its own' },
  { from: 'proxy.cmd', until: '0.5.0', why: 'the chart brings its own' },
  { from: 'proxy.chp.cmd', until: '0.7.0', why: 'proxy.chp.extraCommandLineFlags adds to it' },
  { from: 'proxy.resources', to: 'proxy.chp.resources', until: '0.5.0' },
  { from: 'proxy.nginx', until: '0.9.0', why: 'the chart uses traefik' },
  { from: 'proxy.lego', until: '0.9.0', why: 'the chart uses traefik' },
  { from: 'proxy.nodeSelector', to: 'proxy.chp.nodeSelector', until: '0.10.0' },
  { from: 'proxy.tolerations', to: 'proxy.chp.tolerations', until: '0.10.0' },
  { from: 'proxy.networkPolicy', to: 'proxy.chp.networkPolicy', until: '0.10.0' },
  { from: 'proxy.containerSecurityContext', to: 'proxy.chp.containerSecurityContext', until: '0.11.0' },
  { from: 'proxy.pdb', to: 'proxy.chp.pdb', until: '0.11.0' },
  { from: 'ingress.https', until: '0.5.0', why: 'ask for a certificate with exposure.https' },
  { from: 'prePuller.enabled', until: '0.6.0', why: 'prePuller.hook and prePuller.continuous bring images to the nodes' },
  { from: 'prePuller.image', until: '0.6.0', why: 'the chart brings its own' },
  { from: 'prePuller.hook.extraEnv', until: '0.8.0' },
  { from: 'cull.podCuller', until: '0.8.0', why: 'the culler runs in the hub' },
  { from: 'hub.imagePullPolicy', to: 'hub.image.pullPolicy', until: '0.9.0' },
  { from: 'hub.publicURL', until: '1.0.0', why: 'the hub learns its address from each request' },
  { from: 'hub.uid', to: 'hub.containerSecurityContext.runAsUser', until: '0.10.0' },
  { from: 'hub.fsGid', to: 'hub.podSecurityContext.fsGroup', until: '2.0.0' },
  { from: 'hub.extraConfigMap', to: 'custom', until: '1.0.0' },
  { from: 'hub.imagePullSecret.enabled', to: 'imagePullSecret.create', until: '0.10.0' },
  { from: 'hub.imagePullSecret', to: 'imagePullSecret', until: '0.10.0' },
  { from: 'singleuser.imagePullSecret.enabled', to: 'imagePullSecret.create', until: '0.10.0' },
  { from: 'singleuser.imagePullSecret', to: 'imagePullSecret', until: '0.10.0' },
  { from: 'scheduling.userScheduler.policy', until: '0.10.0', why: 'scheduling.userScheduler.plugins takes its place' },
  { from: 'scheduling.userScheduler.logLevel', until: '1.0.0' },
  { from: 'rbac.enabled', to: 'rbac.create', until: '2.0.0' },
]

/** Moves what has another name now and takes out what is gone. */
export function applyRenames(draft: Draft): void {
  for (const { from, to, until, why } of table) {
    if (!draft.has(from)) continue
    const both = to !== undefined && draft.has(to) && !(isObject(draft.get(to)) && isObject(draft.get(from)))
    const value = draft.take(from)
    draft.olderThan(until)
    if (value === null && to === undefined) continue
    // A StorageClass that the chart made by itself was a table; today there is only the name of one that exists.
    if (/storageClass$/.test(from) && isObject(value)) {
      draft.note('removed', from, null, 'The chart no longer makes a StorageClass. Make one in the cluster and name it in storage.storageClass.')
    } else if (to === undefined) draft.note('removed', from, null, `Charts from ${until} on do not have it${why ? `: ${why}` : ''}.`)
    else {
      draft.put(to, value, from)
      if (both) draft.note('removed', from, null, `It is ${to} since chart ${until}. The file has that too, and that wins.`)
      else draft.note('moved', from, to, `It is ${to} since chart ${until}.`)
    }
  }
}
