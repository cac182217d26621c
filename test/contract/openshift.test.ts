import t from 'tap'
import { openShiftClusterRole } from '../../packages/cluster/src/index.ts'
import { readKubeconfig } from '../../packages/core/src/index.ts'
import { kubernetesProvider, openShiftProvider } from '../../packages/providers/src/index.ts'
import { admitRoutes, appsDomain, startOpenShift } from '../kubernetes/openshift.ts'
import { program, skipWithoutBed } from '../kubernetes/programs.ts'
import { leastPrivileged } from '../life/least-privileged.ts'
import { unending as signal } from './bed.ts'
import { kubernetesBed } from './kubernetes-bed.ts'
import { providerContract } from './provider-contract.ts'
import { routeContract } from './route-contract.ts'
import { sandboxBed } from './sandbox-bed.ts'

const skip = skipWithoutBed()
// everything is there before the first test, or the file would end with it
const sandbox = await sandboxBed(t, { region: 'sandbox-openshift' })
const started = skip ? null : await startOpenShift({ flavour: 'rosa' })
// what is registered first ends last: what is in the bed goes before the bed
if (started) t.teardown(started.stop)
const options = { guard: async () => {}, helm: skip ? undefined : program('helm') }
const provider = openShiftProvider(options)
const real = started && await kubernetesBed(t, { ...started, provider, role: openShiftClusterRole })

routeContract(t, { ...sandbox.bed, admitRoutes: (site) => sandbox.bed.settle('the router', async () => (await site.route(signal))?.status?.ingress?.length === 1) })

if (!started || !real) t.comment(skip)
else {
  const { kubeconfig } = started
  const bed = real
  t.setTimeout(600_000)
  providerContract(t, { ...bed, barsBuilds: true, admitRoutes: (_site, { namespace }, refusal = '') => admitRoutes(kubeconfig, namespace, { refusal }) })

  t.test('openshift: it is only used: a life of its own is not among what it can do', async (t) => {
    t.equal(provider.capabilities.managed, false)
    t.equal(provider.machines, undefined)
    t.equal(provider.checkCredential, undefined)
  })

  t.test('openshift: a ROSA is told from its Infrastructure, with its version and the domain of its router', async (t) => {
    const cluster = await bed.open()
    const found = await cluster.preflight(signal)
    t.match(found.platform, { kind: 'openshift', name: 'ROSA', version: '4.20.3', domain: appsDomain })
    t.same(found.warnings.map(({ code }) => code).filter((code) => ['registered-as-kubernetes', 'permissions'].includes(code)), [])
    await cluster.close()
  })

  t.test('registered as a Kubernetes, an OpenShift is recognized; what its role lacks for Routes is told, and as an OpenShift refused', async (t) => {
    const access = readKubeconfig(await leastPrivileged(t, kubeconfig), { allowHttp: true })
    const record = { id: 'cluster_plain', tenantId: null, name: 'plain', spec: { provider: 'kubernetes' }, access }
    const plain = await kubernetesProvider(options).open(record)
    const found = await plain.preflight(signal)
    // who may not read its configuration knows no more than the API groups
    t.match(found.platform, { kind: 'openshift', name: 'OpenShift', version: null, domain: null })
    t.match(found.warnings.filter(({ code }) => ['registered-as-kubernetes', 'permissions'].includes(code)), [{ code: 'permissions', what: /create.* routes\.route\.openshift\.io/ }, { code: 'registered-as-kubernetes' }])
    await plain.close()
    const strict = await provider.open(record)
    await t.rejects(strict.preflight(signal), { code: 'cluster-permissions-missing', message: /routes\/custom-host\.route\.openshift\.io/ })
    await strict.close()
  })
}
