import { readFile } from 'node:fs/promises'
import { startFront, type Front } from '../../packages/cluster/src/testing-front.ts'
import { readKubeconfig, type KubernetesAccess } from '../../packages/core/src/index.ts'
import type { ClusterCreate, CredentialCreate } from '../../packages/sdk/src/index.ts'
import { startBed } from '../kubernetes/bed.ts'
import { apply, kubectl } from '../kubernetes/kubectl.ts'
import { bedPlace } from './bed-place.ts'
import type { Scope } from './installation.ts'
import type { Place } from './place.ts'

/** A cloud on this machine, as the life of a hub needs it. */
export interface Cloud {
  credential: CredentialCreate['spec']
  cluster: Omit<ClusterCreate, 'name' | 'credential'>
  /** Whether a token is one of those that the cloud gave. */
  takes(token: string): boolean
  /** From now on its clusters answer there. */
  answersAt(front: Front): void
  /** Lets the cloud's time go by. */
  advance(seconds: number): void
}

/**
 * Clusters of a cloud whose API server is the real one of the test bed, behind a front that takes the cloud's tokens and nothing else: what Hubfleet does in
 * the cluster it does as whoever the cloud says that it is.
 */
export async function cloudPlace(t: Scope, cloud: Cloud): Promise<Place> {
  // A cluster that goes takes all its load balancers along: not those of a bed that others use too.
  const bed = await startBed({ exclusive: true })
  t.teardown(bed.stop)
  const front = await startFront(await administrator(bed.kubeconfig), ({ headers }) => cloud.takes(headers.authorization?.replace(/^Bearer /, '') ?? ''))
  t.teardown(front.close)
  cloud.answersAt(front)
  const clock = setInterval(() => cloud.advance(30), 100)
  t.teardown(async () => clearInterval(clock))
  return {
    ...(await bedPlace(t, bed)),
    async makeCluster(client, tenant) {
      await client.credentials.create({ tenant }, { name: 'cloud', spec: cloud.credential }).wait({ timeoutMs: 60_000 })
      await client.clusters.create({ tenant }, { ...cloud.cluster, name: 'campus', credential: 'cloud' }).wait({ timeoutMs: 180_000 })
    },
  }
}

async function administrator(kubeconfig: string): Promise<KubernetesAccess> {
  const subject = { kind: 'ServiceAccount', name: 'of-the-cloud', namespace: 'default' }
  await apply(kubeconfig, { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: subject.name, namespace: subject.namespace } },
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: { name: subject.name }, roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' }, subjects: [subject] })
  const token = (await kubectl(kubeconfig, 'create', 'token', subject.name, '--namespace=default', '--duration=2h')).trim()
  return { ...readKubeconfig(await readFile(kubeconfig, 'utf8'), { allowHttp: true }), credentials: { token } }
}
