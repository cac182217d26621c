import type { Guarded } from '../processes/guarded.ts'
import { temporaryFolder } from '../processes/temporary.ts'
import { waitFor } from '../processes/wait.ts'
import { startControlPlane } from './control-plane.ts'
import { kubeconfigPath } from './credentials.ts'
import { apply, kubectl } from './kubectl.ts'
import { nodeManifest, storageClass } from './nodes.ts'
import type { NodeSpec } from './nodes.ts'
import { program } from './programs.ts'

export interface Bed {
  /** Path of the administrator's kubeconfig. */
  kubeconfig: string
  /** Paths of the programs. */
  helm: string
  kubectl: string
  /** A folder for the test's files, gone after stop(). */
  dir: string
  stop(): Promise<void>
}

export interface BedOptions {
  /** How many nodes, or which; three by default. A shared bed keeps those it has. */
  nodes?: number | NodeSpec[]
  /** True for a test that changes nodes or ends processes: never the shared bed. */
  exclusive?: boolean
}

/**
 * A Kubernetes whose pods run nothing: everything but a kubelet is real, kwok makes pods Ready and Jobs succeed. About six
 * seconds and 550 MiB. Its processes and its folder end with this process, however that ends; several run side by side.
 *
 * With HUBFLEET_TEST_KUBECONFIG the bed of that kubeconfig is shared instead and stop() leaves it alone: use namespaces and
 * release names of your own.
 */
export async function startBed({ nodes = 3, exclusive = false }: BedOptions = {}): Promise<Bed> {
  const { dir, remove } = await temporaryFolder('hubfleet-bed-')
  const paths = { helm: program('helm'), kubectl: program('kubectl'), dir }
  const shared = process.env.HUBFLEET_TEST_KUBECONFIG
  if (shared && !exclusive) return { ...paths, kubeconfig: shared, stop: remove }

  const processes: Guarded[] = []
  const stop = async (): Promise<void> => {
    // Last started, first stopped: nobody complains into a log about a missing server.
    for (const one of processes.reverse()) await one.stop()
    await remove()
  }
  const kubeconfig = kubeconfigPath(dir, 'admin')
  try {
    await startControlPlane(dir, processes)
    const specs = typeof nodes === 'number' ? Array.from({ length: nodes }, (): NodeSpec => ({})) : nodes
    await apply(kubeconfig, storageClass, ...specs.map((spec, index) => nodeManifest(spec, index + 1)))
    await waitFor('ready nodes', 30, async () => await countReady(kubeconfig) === specs.length, processes)
    await waitFor('the default service account', 30, () => kubectl(kubeconfig, 'get', 'serviceaccount', 'default', '--output=name'), processes)
  } catch (error) {
    await stop()
    throw error
  }
  return { ...paths, kubeconfig, stop }
}

async function countReady(kubeconfig: string): Promise<number> {
  const statuses = await kubectl(kubeconfig, 'get', 'nodes', '--output=jsonpath={.items[*].status.conditions[?(@.type=="Ready")].status}')
  return statuses.split(' ').filter(status => status === 'True').length
}
