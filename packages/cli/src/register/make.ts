import { setTimeout as sleep } from 'node:timers/promises'
import { LocalError } from '../errors.ts'
import { connect, KubernetesError, type Kubernetes } from '../kubernetes/client.ts'
import { openText, tokenKubeconfig, type Cluster } from '../kubernetes/kubeconfig.ts'
import { nameOf, pathOf, type KubernetesObject } from '../kubernetes/object.ts'

const waitSeconds = 30
const lookAgainMs = 200

/**
 * Makes the objects and resolves with the kubeconfig of the token. `made` is told of each object that did not exist before, also where a
 * later one fails. Throws LocalError, or the reason of `signal`.
 */
export async function makeAccess(cluster: Cluster, objects: readonly KubernetesObject[], made: (object: KubernetesObject) => void, signal: AbortSignal): Promise<string> {
  const kubernetes = connect(cluster, signal)
  for (const object of objects) {
    const { created } = await kubernetes.apply(object).catch(explain(`${nameOf(object)} cannot be made`))
    if (created) made(object)
  }
  const kubeconfig = tokenKubeconfig(cluster, await tokenOf(kubernetes, objects.at(-1)!, signal))
  // This machine may not reach what the server will reach by another way.
  if (!cluster.proxied && !cluster.proxy) await admitted(kubeconfig, signal)
  return kubeconfig
}

/** A controller of Kubernetes fills it in, after a moment. */
async function tokenOf(kubernetes: Kubernetes, secret: KubernetesObject, signal: AbortSignal): Promise<string> {
  const token = await until(signal, async () => (await kubernetes.get<{ data?: { token?: string } }>(pathOf(secret)).catch(explain(`${nameOf(secret)} cannot be read`))).data?.token)
  if (!token) throw new LocalError(`${nameOf(secret)} got no token within ${waitSeconds} s`, 'Check that the controller manager of the cluster runs, and register again')
  return Buffer.from(token, 'base64').toString()
}

/** The authorizer of Kubernetes hears of the new binding a moment later: a preflight that came first would find permissions missing. */
async function admitted(kubeconfig: string, signal: AbortSignal): Promise<void> {
  const kubernetes = connect(openText(kubeconfig), signal)
  const question = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', spec: { resourceAttributes: { verb: 'list', resource: 'nodes' } } }
  const ask = () => kubernetes.post<{ status: { allowed: boolean } }>('/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', question)
  let refusal: unknown
  const allowed = await until(signal, () => ask().then(({ status }) => status.allowed || undefined, (error: unknown) => {
    signal.throwIfAborted()
    refusal = error
    return undefined
  }))
  if (!allowed) throw new LocalError(`The new token is not admitted${refusal instanceof Error ? `: ${refusal.message}` : ' with its role'}`, 'Check that the address in the kubeconfig is that of the API server itself, and register again')
}

async function until<T>(signal: AbortSignal, look: () => Promise<T | undefined>): Promise<T | undefined> {
  const end = Date.now() + waitSeconds * 1000
  for (;;) {
    const found = await look()
    if (found !== undefined || Date.now() > end) return found
    await sleep(lookAgainMs, undefined, { signal }).catch(() => signal.throwIfAborted())
  }
}

const explain = (what: string) => (error: unknown): never => {
  if (!(error instanceof KubernetesError)) throw error
  throw new LocalError(`${what}: ${error.message}`, nextStepOf(error), { cause: error })
}

function nextStepOf({ status }: KubernetesError): string {
  if (status === null) return 'Check that the cluster runs and that this machine reaches it; `hubfleet doctor --context` shows more'
  if (status === 401) return 'Log in to the cluster again'
  if (status === 403) return 'Use the kubeconfig of an administrator of the cluster, or have one apply what `hubfleet cluster register --print` shows'
  return 'Mend what the cluster says and register again: what is there already is kept'
}
