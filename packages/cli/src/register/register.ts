import { ProblemError, type Cluster as Registered, type Hubfleet, type OperationHandle } from '@hubfleet/sdk'
import type { Context } from '../context.ts'
import { Detached, Interrupted, UsageError, WaitTimedOut } from '../errors.ts'
import type { Io } from '../io.ts'
import { connect } from '../kubernetes/client.ts'
import { openKubeconfig, tokenKubeconfig, type Cluster, type KubeconfigOptions } from '../kubernetes/kubeconfig.ts'
import type { KubernetesObject } from '../kubernetes/object.ts'
import type { Format } from '../output/format-names.ts'
import { printOutcome } from '../output/outcome.ts'
import { ask } from '../prompt.ts'
import { requireTenant } from '../settings.ts'
import { waitFor } from '../wait.ts'
import { makeAccess } from './make.ts'
import { manifestOf } from './manifest.ts'
import { defaultNamespace, registrationObjects, type RegisteredProvider } from './objects.ts'
import { findings, intention, undoing } from './words.ts'

export interface RegisterOptions extends KubeconfigOptions {
  name: string
  /** Where the service account lives in the cluster. */
  namespace?: string
  /** Default: as the cluster shows. */
  provider?: RegisteredProvider
  /** Address of the proxy by which Hubfleet reaches the cluster. */
  proxy?: string
  /** Goes on without asking. */
  yes?: boolean
  /** Prints the objects instead of making them. */
  print?: boolean
  output: Format
  /** Seconds. */
  waitTimeout?: number
}

/**
 * Makes a service account with the published role in a cluster, and registers the cluster with its token: once more renews both. Hubfleet
 * is asked first whether it would take the cluster, so that nothing is made for a refusal.
 */
export async function registerCluster(context: Context, options: RegisterOptions): Promise<void> {
  const { io } = context
  const { name, namespace = defaultNamespace } = options
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(namespace)) throw new UsageError(`${namespace} cannot be the name of a namespace`)
  if (options.print) return void io.stdout.write(manifestOf(registrationObjects(namespace, options.provider)))

  const settings = await context.settings()
  const tenant = requireTenant(settings)
  const client = await context.client()
  const cluster = { ...openKubeconfig(options, io.env), ...(options.proxy && { proxy: options.proxy }) }
  const known = await accepting(client, tenant, name, tokenKubeconfig(cluster, 'to-be-made'), options.provider)
  io.stderr.write(intention(registrationObjects(namespace, options.provider), { cluster, server: settings.server, tenant, name, known }))
  if (!options.yes) await agree(io)
  const provider = options.provider ?? await providerOf(cluster)
  const objects = registrationObjects(namespace, provider)

  const made: KubernetesObject[] = []
  let registered: OperationHandle | undefined
  try {
    const kubeconfig = await interruptible(io, (signal) => makeAccess(cluster, objects, (object) => made.push(object), signal))
    registered = await (known ? client.clusters.update({ tenant, cluster: name }, { kubeconfig }) : client.clusters.create({ tenant }, { name, provider, kubeconfig }))
    const operation = await waitFor(context, registered, { timeoutSeconds: options.waitTimeout })
    if (options.output === 'table') io.stdout.write(findings(await client.clusters.get({ tenant, cluster: name })))
    else await printOutcome(io, options.output, client, tenant, operation)
  } catch (error) {
    if (error instanceof Detached || error instanceof WaitTimedOut) throw error
    if (registered && !known) io.stderr.write(`The cluster ${name} stays registered. Forget it: hubfleet cluster delete ${name} --confirm ${name}${settings.flags}\n`)
    io.stderr.write(undoing(made, { ...options, context: cluster.context }))
    throw error
  }
}

/** Whether Hubfleet would take a kubeconfig for this name; resolves with the cluster that has the name already. Throws the refusal. */
async function accepting(client: Hubfleet, tenant: string, name: string, kubeconfig: string, provider: RegisteredProvider = 'kubernetes'): Promise<Registered | null> {
  try {
    await client.clusters.create({ tenant }, { name, provider, kubeconfig }, { validateOnly: true })
    return null
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === 'name-taken')) throw error
  }
  const at = { tenant, cluster: name }
  await client.clusters.update(at, { kubeconfig }, { validateOnly: true })
  return client.clusters.get(at)
}

/** An OpenShift shows by its API groups. Where they cannot be read, what is made next says why. */
async function providerOf(cluster: Cluster): Promise<RegisteredProvider> {
  const groups = await connect(cluster).get<{ groups?: { name: string }[] }>('/apis').then((list) => list.groups ?? [], () => [])
  return openShiftGroups.every((group) => groups.some(({ name }) => name === group)) ? 'openshift' : 'kubernetes'
}

/** As the server's preflight has them. */
const openShiftGroups = ['config.openshift.io', 'route.openshift.io', 'security.openshift.io']

async function agree(io: Io): Promise<void> {
  if (!io.stdin.isTTY || !io.stderr.isTTY) throw new UsageError('To make this needs a confirmation', 'Say that it is meant: --yes')
  if (!/^y(es)?$/i.test(await ask(io, 'Go on? [y/N] '))) throw new UsageError('Nothing was done')
}

class InterruptedHalfway extends Interrupted {
  override message = 'Interrupted'
}

/** Ctrl-C ends the work with an error instead of the process without a word. */
async function interruptible<T>(io: Io, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController()
  const undo = io.onInterrupt(() => abort.abort(new InterruptedHalfway()))
  try {
    return await work(abort.signal)
  } finally {
    undo()
  }
}
