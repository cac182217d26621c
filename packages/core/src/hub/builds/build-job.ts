import { credentialScript, type GitLogin } from './build-git.ts'
import { buildScript, contextScript, fetchScript } from './build-script.ts'
import type { HubBuild } from './build-settings.ts'
import { parseImage } from '../images/image-reference.ts'
import type { HubIdentity } from '../objects.ts'
import { hubLabel, tenantLabel } from '../values.ts'

/** One build as a cluster is given it. */
export interface BuildJob {
  /** Of its Job. */
  name: string
  repository: string
  /** All 40 digits. */
  commit: string
  /** With the commit as tag. */
  image: string
  settings: Omit<HubBuild, 'image' | 'password' | 'git'>
  /** What the registry is shown; null where it takes pushes from everybody. */
  credentials: { username: string; password: string } | null
  /** What the repository is read with; null where anybody may read it. */
  git: GitLogin | null
}

export const repo2docker = { version: '2026.4.0', image: 'quay.io/jupyterhub/repo2docker:2026.4.0' }
const buildkit = 'docker.io/moby/buildkit:v0.27.0-rootless'

/** Builds have a namespace of their own: nothing of the hub is in it, and all of it goes when the build ends. */
export const buildNamespace = ({ namespace }: Pick<HubIdentity, 'namespace'>): string => `${namespace}-build`

const labelsOf = ({ id, tenantId }: HubIdentity): Record<string, string> => ({ 'app.kubernetes.io/managed-by': 'hubfleet', 'app.kubernetes.io/component': 'image-build', [hubLabel]: id, [tenantLabel]: tenantId })

/**
 * What a build is in a cluster, in the order in which it can be made. The first container fetches the commit and has repo2docker put down how it
 * is built; the second builds it with BuildKit without root and without a daemon, and pushes it. Neither has a token of the cluster.
 */
export function buildObjects(hub: HubIdentity, job: BuildJob) {
  const namespace = buildNamespace(hub)
  const metadata = { name: job.name, namespace, labels: labelsOf(hub) }
  const registry = parseImage(job.image)?.registry ?? ''
  const login = job.credentials && { [registry === 'registry-1.docker.io' ? 'https://index.docker.io/v1/' : registry]: { auth: Buffer.from(`${job.credentials.username}:${job.credentials.password}`).toString('base64') } }
  return {
    namespace: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels: labelsOf(hub), annotations: { 'hubfleet.dev/name': hub.name } } },
    // out to registries and package indexes, but not to the cloud's metadata, and nothing in
    network: {
      apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata,
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'], ingress: [], egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.0.0/16'] } }, { ipBlock: { cidr: '::/0', except: ['fd00:ec2::254/128', 'fe80::/10'] } }] }] },
    },
    secret: { apiVersion: 'v1', kind: 'Secret', metadata, type: 'kubernetes.io/dockerconfigjson', stringData: { '.dockerconfigjson': JSON.stringify({ auths: login ?? {} }) } },
    scripts: { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { docker: contextScript, 'git-credential-hubfleet': credentialScript } },
    git: job.git && { apiVersion: 'v1', kind: 'Secret', metadata: { ...metadata, name: gitSecretName(job) }, type: 'Opaque', stringData: { ...job.git } },
    job: {
      apiVersion: 'batch/v1', kind: 'Job', metadata,
      spec: { backoffLimit: 0, activeDeadlineSeconds: job.settings.timeoutSeconds, ttlSecondsAfterFinished: 86_400, template: { metadata: { labels: labelsOf(hub), annotations: { 'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false' } }, spec: podSpec(job) } },
    },
  }
}

const gitSecretName = ({ name }: Pick<BuildJob, 'name'>): string => `${name}-git`

function podSpec({ name, repository, commit, image, git, settings: { memory, cpu, disk } }: BuildJob) {
  const resources = { requests: { cpu: String(Math.min(cpu, 0.5)), memory, 'ephemeral-storage': disk }, limits: { cpu: String(cpu), memory, 'ephemeral-storage': disk } }
  const env = (values: Record<string, string>) => Object.entries(values).map(([key, value]) => ({ name: key, value }))
  return {
    restartPolicy: 'Never', automountServiceAccountToken: false, enableServiceLinks: false, terminationGracePeriodSeconds: 5,
    securityContext: { runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000, runAsNonRoot: true },
    initContainers: [{
      name: 'fetch', image: repo2docker.image, command: ['sh', '-c', fetchScript], resources,
      env: env({ REPOSITORY: repository, COMMIT: commit, IMAGE: image, HUBFLEET_BIN: '/hubfleet', HOME: '/tmp', GIT_TERMINAL_PROMPT: '0' }),
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, seccompProfile: { type: 'RuntimeDefault' } },
      volumeMounts: [{ name: 'context', mountPath: '/context' }, { name: 'scripts', mountPath: '/hubfleet', readOnly: true }, ...(git ? [{ name: 'git', mountPath: '/login', readOnly: true }] : [])],
    }],
    containers: [{
      name: 'build', image: buildkit, command: ['sh', '-c', buildScript], resources,
      env: env({ IMAGE: image, BUILDKITD_FLAGS: '--oci-worker-no-process-sandbox' }),
      // a user namespace of its own is what rootless BuildKit builds in, and the default profiles forbid to make one
      securityContext: { seccompProfile: { type: 'Unconfined' }, appArmorProfile: { type: 'Unconfined' } },
      volumeMounts: [{ name: 'context', mountPath: '/context', readOnly: true }, { name: 'buildkit', mountPath: '/home/user/.local/share/buildkit' }, { name: 'login', mountPath: '/home/user/.docker', readOnly: true }],
    }],
    volumes: [
      { name: 'context', emptyDir: {} }, { name: 'buildkit', emptyDir: {} }, { name: 'scripts', configMap: { name, defaultMode: 0o555 } },
      { name: 'login', secret: { secretName: name, items: [{ key: '.dockerconfigjson', path: 'config.json' }], defaultMode: 0o440 } },
      ...(git ? [{ name: 'git', secret: { secretName: gitSecretName({ name }), defaultMode: 0o440 } }] : []),
    ],
  }
}
