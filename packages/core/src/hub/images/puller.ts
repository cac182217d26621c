import type { JsonObject } from '../../json.ts'
import { isObject, valueAt } from '../../json.ts'
import { imagesOfSpec } from './images-of.ts'
import type { HubIdentity } from '../objects.ts'
import type { HubSpec } from '../spec.ts'
import { hubLabel, tenantLabel } from '../values.ts'

/** What Hubfleet pulls images with when it is asked to, beside the chart's own pullers. */
export const pullerName = 'hubfleet-image-puller'

/** All images that servers may start with; without one of its own a hub runs the chart's. */
export function pulledImages(spec: HubSpec): string[] {
  const named = imagesOfSpec(spec)
  const own = named.some(({ pointer }) => pointer === '/image' || pointer === '/values/singleuser/image')
  return [...new Set([...(own ? [] : [`quay.io/jupyterhub/k8s-singleuser-sample:${spec.chart.version.replace(/^v/, '')}`]), ...named.map(({ text }) => text)])]
}

const ofChart: JsonObject[] = ['hub.jupyter.org/dedicated', 'hub.jupyter.org_dedicated'].map((key) => ({ key, operator: 'Equal', value: 'user', effect: 'NoSchedule' }))
const harmless = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, readOnlyRootFilesystem: true, runAsNonRoot: true, runAsUser: 65534, runAsGroup: 65534 }
/** Next to nothing, so that a full node has room for it. */
const resources = { requests: { cpu: '1m', memory: '8Mi' } }

/** A pod on each node where servers may run. Its containers start one after the other with each image, do nothing, and so make the node pull it. */
export function pullerManifest(hub: HubIdentity, values: JsonObject, images: readonly string[]) {
  const labels = { 'app.kubernetes.io/managed-by': 'hubfleet', 'app.kubernetes.io/component': pullerName, [hubLabel]: hub.id, [tenantLabel]: hub.tenantId }
  const list = (path: string, initial: unknown[] = []) => { const value = valueAt(values, path.split('.')); return Array.isArray(value) ? value : initial }
  const nodeSelector = valueAt(values, ['singleuser', 'nodeSelector'])
  const forUsersOnly = valueAt(values, ['scheduling', 'userPods', 'nodeAffinity', 'matchNodePurpose']) === 'require'
  // as the chart's own puller, where the cluster gives users
  const { runAsUser: _user, runAsGroup: _group, ...ranged } = harmless
  const securityContext = valueAt(values, ['prePuller', 'containerSecurityContext', 'runAsUser']) === null ? ranged : harmless
  const secrets = [
    ...(valueAt(values, ['imagePullSecret', 'create']) === true ? ['image-pull-secret'] : []), ...list('imagePullSecrets'), ...list('singleuser.image.pullSecrets'),
  ].map((secret) => (typeof secret === 'string' ? { name: secret } : secret as { name: string }))
  return {
    apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: pullerName, namespace: hub.namespace, labels },
    spec: {
      selector: { matchLabels: { 'app.kubernetes.io/component': pullerName } },
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '100%' } },
      template: {
        metadata: { labels },
        spec: {
          automountServiceAccountToken: false, terminationGracePeriodSeconds: 0,
          ...(isObject(nodeSelector) && { nodeSelector: nodeSelector as Record<string, string> }),
          tolerations: [...list('scheduling.userPods.tolerations', ofChart), ...list('singleuser.extraTolerations'), ...list('prePuller.extraTolerations')] as { key?: string }[],
          ...(forUsersOnly && { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'hub.jupyter.org/node-purpose', operator: 'In', values: ['user'] }] }] } } } }),
          ...(secrets.length > 0 && { imagePullSecrets: secrets }),
          securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
          initContainers: images.map((image, index) => ({ name: `image-${index}`, image, command: ['/bin/sh', '-c', 'true'], resources, securityContext })),
          containers: [{ name: 'pause', image: 'registry.k8s.io/pause:3.10', resources, securityContext }],
        },
      },
    },
  }
}
