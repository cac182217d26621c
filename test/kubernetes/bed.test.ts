import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { waitFor } from '../processes/wait.ts'
import { startBed } from './bed.ts'
import { cachesOf, getObject, kubectl } from './kubectl.ts'
import { forwardPods } from './port-forward.ts'
import { skipWithoutBed } from './programs.ts'

const execute = promisify(execFile)
const chart = process.env.HUBFLEET_TEST_CHART ?? join(import.meta.dirname, '../../packages/cluster/chart/jupyterhub')

t.test('a Kubernetes for tests', { skip: skipWithoutBed() }, async t => {
  const bed = await startBed()
  t.teardown(() => bed.stop())
  const namespace = 'bed-test'
  const get = (kind: string, name: string): Promise<Record<string, any> | undefined> => getObject(bed.kubeconfig, namespace, kind, name)
  // The hub's own scheduler is a pod, which runs nothing here: placeholders would wait for it for ever.
  const upgrade = async (...values: string[]): Promise<void> => {
    const set = ['scheduling.userScheduler.enabled=false', ...values].map(value => `--set=${value}`)
    await execute(bed.helm, ['upgrade', '--install', 'bed-test-hub', chart, `--kubeconfig=${bed.kubeconfig}`, `--namespace=${namespace}`, '--create-namespace', '--wait', '--timeout=120s', ...set], { env: { ...process.env, ...cachesOf(bed.kubeconfig) } })
  }
  const given = ['hub.config.CryptKeeper.keys[0]=aa', 'hub.cookieSecret=bb', 'proxy.secretToken=cc']

  await t.test('the chart installs, with hooks, until everything is ready', async t => {
    await upgrade(...given, 'scheduling.podPriority.enabled=true', 'scheduling.userPlaceholder.replicas=2')
    for (const [kind, name] of [['deployment', 'hub'], ['deployment', 'proxy'], ['statefulset', 'user-placeholder']] as const) {
      const { status } = (await get(kind, name))!
      t.equal(status.readyReplicas, status.replicas, `${kind} ${name}`)
    }
    t.equal((await get('persistentvolumeclaim', 'hub-db-dir'))?.status.phase, 'Bound')
    t.notOk(await get('job', 'hook-image-awaiter'), 'a hook that succeeded is gone')
  })

  await t.test('the same values again do not restart the hub, another value does', async t => {
    const generation = async (): Promise<number> => (await get('deployment', 'hub'))!.metadata.generation
    const before = await generation()
    await upgrade(...given, 'scheduling.podPriority.enabled=true', 'scheduling.userPlaceholder.replicas=2')
    t.equal(await generation(), before)
    await upgrade(...given, 'scheduling.podPriority.enabled=true', 'scheduling.userPlaceholder.replicas=3')
    t.not(await generation(), before)
  })

  await t.test('a load balancer gets an address of its own on loopback', async t => {
    const address = await waitFor('an address', 20, async () => (await get('service', 'proxy-public'))?.status.loadBalancer.ingress?.[0].ip as string | undefined)
    t.match(address, /^127\.96\.\d+\.\d+$/)
  })

  await t.test('a port-forward to a pod arrives at a local process', async t => {
    const server = createServer((_request, response) => response.end('here')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const forward = spawn(bed.kubectl, [`--kubeconfig=${bed.kubeconfig}`, `--namespace=${namespace}`, 'port-forward', 'service/hub', ':8081'], { stdio: ['ignore', 'pipe', 'ignore'] })
    t.teardown(() => { forward.kill(); server.close(); server.closeAllConnections() })
    await forwardPods(bed.kubeconfig, { namespace, port: 8081, to: (server.address() as AddressInfo).port })
    const [line] = await once(forward.stdout, 'data') as [Buffer]
    const port = /127\.0\.0\.1:(\d+)/.exec(line.toString())?.[1]
    t.equal(await waitFor('an answer', 20, async () => (await fetch(`http://127.0.0.1:${port}/`)).text()), 'here')
  })

  await t.test('a value that the official chart does not know is refused', async t => {
    await t.rejects(upgrade('hub.replicas=2'), { message: /additional properties 'replicas' not allowed/ })
    await t.rejects(upgrade('hub.config.lowercase.key=1'), { message: /additional properties 'lowercase' not allowed/ })
  })

  await t.test('what helm and kubectl remember of it lies beside its kubeconfig, not in anybody\'s home nor where the test runs', async t => {
    const { clusters } = JSON.parse(await kubectl(bed.kubeconfig, 'config', 'view', '--raw', '--output=json')) as { clusters: [{ cluster: { server: string } }] }
    const { hostname, port } = new URL(clusters[0].cluster.server)
    const remembered = join('discovery', `${hostname}_${port}`)
    t.ok(existsSync(join(cachesOf(bed.kubeconfig).KUBECACHEDIR!, remembered)))
    for (const folder of [homedir(), process.cwd()]) t.notOk(existsSync(join(folder, '.kube/cache', remembered)), folder)
  })

  await t.test('uninstalling leaves nothing of the release in the cluster', async t => {
    await execute(bed.helm, ['uninstall', 'bed-test-hub', `--kubeconfig=${bed.kubeconfig}`, `--namespace=${namespace}`, '--wait'])
    const left = await kubectl(bed.kubeconfig, 'get', 'clusterrole,clusterrolebinding,priorityclass', '--selector=release=bed-test-hub', '--output=name')
    t.equal(left, '')
  })
})

t.test('a bed ends with the test that was killed', { skip: skipWithoutBed() }, async t => {
  const script = `import { startBed } from ${JSON.stringify(join(import.meta.dirname, 'bed.ts'))}; console.log(JSON.stringify(await startBed({ nodes: 1, exclusive: true }))); setInterval(() => {}, 1000)`
  const victim = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(victim.stdout, 'data') as [Buffer]
  const { dir, kubeconfig } = JSON.parse(line.toString()) as { dir: string; kubeconfig: string }
  const { clusters } = JSON.parse(await kubectl(kubeconfig, 'config', 'view', '--raw', '--output=json')) as { clusters: [{ cluster: { server: string } }] }
  victim.kill('SIGKILL')
  await waitFor('the folder to be gone', 30, async () => !existsSync(dir))
  await waitFor('the API server to be gone', 30, () => fetch(clusters[0].cluster.server).then(() => false, ({ cause }: Error) => (cause as { code?: string }).code === 'ECONNREFUSED'))
  t.pass()
})
