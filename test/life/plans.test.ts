import t from 'tap'
import { completePolicy, strictPolicy } from '../../packages/core/src/index.ts'
import { Hubfleet, type SavedPlan } from '../../packages/sdk/src/index.ts'
import { startBed } from '../kubernetes/bed.ts'
import { getObject, kubectl } from '../kubernetes/kubectl.ts'
import { skipWithoutBed } from '../kubernetes/programs.ts'
import { skipWithoutJupyterHub } from '../jupyterhub/programs.ts'
import { waitFor } from '../processes/wait.ts'
import { bedPlace } from './bed-place.ts'
import { startInstallation } from './installation.ts'

/*
 * A plan in a real cluster holds only as long as the cluster is as the plan found it; and where no price is known, as in a cluster of one's
 * own, a tenant whose prices are limited needs a second person for what may become dearer.
 */
const skip = skipWithoutBed() || skipWithoutJupyterHub()
if (skip) t.plan(0, skip)
else {
  t.setTimeout(600_000)
  const { kubeconfig, stop } = await startBed()
  t.teardown(stop)
  const place = await bedPlace(t, { kubeconfig })
  const { url, client, tenant } = await startInstallation(t)
  const keyOf = async (maker: Hubfleet, name: string, role: 'operator' | 'admin') => new Hubfleet({ server: url, key: (await maker.keys.create({ tenant }, { name, role })).key })
  const author = await keyOf(client, 'author', 'admin')
  await client.clusters.create({ tenant }, { name: 'campus', provider: 'kubernetes', kubeconfig: await kubectl(kubeconfig, 'config', 'view', '--raw', '--output=json') }).wait({ timeoutMs: 60_000 })
  const hub = { tenant, hub: 'lab' }
  const creation = await author.hubs.create({ tenant }, { name: 'lab', cluster: 'campus', spec: place.spec, confirm: ['open-login'] })
  const namespace = await waitFor('the namespace', 60, async () => (await author.hubs.get({ tenant, hub: creation.operation.target.id })).status.namespace)
  t.teardown(() => kubectl(kubeconfig, 'delete', 'namespace', namespace, '--wait=false', '--ignore-not-found'))
  await Promise.all([place.openHub(namespace), creation.wait({ timeoutMs: 180_000 })])

  type Made = { wait(): Promise<{ result: Record<string, unknown> | null }> }
  const planOf = async (saving: Made): Promise<SavedPlan> => author.plans.get({ tenant, plan: String((await saving.wait()).result!['planId']) })
  const apply = (plan: SavedPlan) => author.plans.apply({ tenant, plan: plan.id }, {})
  const deployment = async (name: string) => (await getObject(kubeconfig, namespace, 'deployment', name))!
  const outdated = (name: string, what: string) => ({ code: 'plan-outdated', problem: { status: 409, errors: [{ pointer: '/objects', code: 'live', detail: `${name} ${what} the cluster` }] } })

  await t.test('a change by hand of an object of the release makes a plan outdated, and it says which object; a new plan takes it back', async (t) => {
    const plan = await planOf(author.hubs.plan(hub, { spec: { culling: { timeoutSeconds: 1800 } } }))
    t.match(plan, { state: 'ready', connected: 0 })
    const before = (await deployment('hub')).metadata.generation
    // As `kubectl edit` does it.
    await kubectl(kubeconfig, 'patch', 'deployment', 'proxy', `--namespace=${namespace}`, '--type=json', '--patch', JSON.stringify([{ op: 'replace', path: '/spec/template/spec/containers/0/image', value: 'example.org/proxy:by-hand' }]))
    await t.rejects(apply(plan), outdated('Deployment proxy', 'was changed in'))
    t.equal((await author.hubs.get(hub)).generation, 1, 'nothing was accepted')
    t.equal((await deployment('hub')).metadata.generation, before, 'and nothing happened')

    const again = await planOf(author.hubs.plan(hub, { spec: { culling: { timeoutSeconds: 1800 } } }))
    const proxy = again.objects.find(({ kind, name }) => kind === 'Deployment' && name === 'proxy')
    t.match(proxy, { change: 'update', restarts: true })
    t.ok(proxy!.fields.some(({ path, before: was }) => path.endsWith('/image') && was === 'example.org/proxy:by-hand'), 'what was changed by hand is shown as what goes')
    t.ok(again.plan.disruption.disconnectsUsers, 'and whom that disturbs')
    await apply(again).wait({ timeoutMs: 120_000 })
    t.not((await deployment('proxy')).spec.template.spec.containers[0].image, 'example.org/proxy:by-hand')
  })

  await t.test('an object that was deleted by hand, and what nobody wished but the cluster, are told apart', async (t) => {
    const plan = await planOf(author.hubs.plan(hub, { spec: { culling: { timeoutSeconds: 2400 } } }))
    await kubectl(kubeconfig, 'annotate', 'deployment', 'hub', `--namespace=${namespace}`, 'deployment.kubernetes.io/revision=77', '--overwrite')
    await kubectl(kubeconfig, 'delete', 'configmap', 'hub', `--namespace=${namespace}`)
    const rejected = await apply(plan).wait().then(() => undefined, (error) => error as { problem: { errors: object[] } })
    t.match(rejected, outdated('ConfigMap hub', 'is gone from'))
    t.equal(rejected!.problem.errors.length, 1)
    await planOf(author.hubs.plan(hub, { spec: { culling: { timeoutSeconds: 2400 } } })).then((fresh) => apply(fresh).wait({ timeoutMs: 120_000 }))
    t.ok(await getObject(kubeconfig, namespace, 'configmap', 'hub'), 'it is back')
  })

  await t.test('where prices are limited and none is known, what may become dearer waits for somebody, and what cannot does not', async (t) => {
    const policy = (approval?: object) => client.tenants.update({ tenant }, { policy: completePolicy({ allow: Object.fromEntries(Object.keys(strictPolicy.allow).map((capability) => [capability, true])), ...(approval && { approval }) }) })
    await policy({ monthlyTotal: 1_000_000 })
    await t.rejects(author.hubs.scale(hub, { seats: 2 }), { code: 'approval-required', problem: { detail: /not known in full.*no price is known where the hub is/ } })
    await author.hubs.update(hub, { spec: { culling: { everySeconds: 300 } } }).wait({ timeoutMs: 120_000 })
    const plan = await planOf(author.hubs.scale(hub, { seats: 2 }, { savePlan: true }))
    t.match(plan, { state: 'waiting-for-approval', plan: { cost: null, unpriced: ['no price is known where the hub is'] }, approval: { reasons: [/not known in full/] } })

    const own = await keyOf(author, 'of my own', 'admin')
    await t.rejects(own.plans.approve({ tenant, plan: plan.id }), { code: 'approval-own', problem: { detail: /descend from the same key/ } })
    await client.plans.approve({ tenant, plan: plan.id })
    await apply(plan).wait({ timeoutMs: 120_000 })
    t.match(await author.hubs.get(hub), { spec: { capacity: { seats: 2 } } })
    await policy()
    await author.hubs.delete(hub, { homes: 'delete' }).wait({ timeoutMs: 180_000 })
  })
}
