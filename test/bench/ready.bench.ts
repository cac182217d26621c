import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { completePolicy, strictPolicy } from '../../packages/core/src/index.ts'
import { Hubfleet } from '../../packages/sdk/src/index.ts'
import { cachesOf, kubectl } from '../kubernetes/kubectl.ts'
import { program } from '../kubernetes/programs.ts'
import { chart, chartVersion } from '../life/installation.ts'
import { networkOf, nodeKubeconfig, nodeSpec, skipWithoutNode } from '../life/node.ts'
import { waitFor } from '../processes/wait.ts'
import type { Bench } from './bench.ts'
import { install, serve } from './servers.ts'

const rounds = 3

export default {
  title: 'create a hub on a node whose pods run',
  figure: 's to Ready',
  peer: "helm upgrade --install --wait with the same values, then the first answer of the hub's API",
  limit: { atMost: 1.15 },
  skip: skipWithoutNode(),
  async measure() {
    const kubeconfig = nodeKubeconfig!
    await using installation = await install()
    const adminKey = `hf_${'bench'.repeat(8)}`
    await using server = await serve(installation, 'packages/main/src/serve.ts', { HUBFLEET_ADMIN_KEY: adminKey, HUBFLEET_HELM: program('helm'), HUBFLEET_CHART_SOURCE: chart, HUBFLEET_ALLOW_NETWORKS: await networkOf(kubeconfig) })
    const client = new Hubfleet({ server: server.url, key: adminKey })
    const tenant = 'bench'
    await client.tenants.create({ name: tenant, policy: completePolicy({ allow: Object.fromEntries(Object.keys(strictPolicy.allow).map((capability) => [capability, true])) }) })
    await client.clusters.create({ tenant }, { name: 'node', provider: 'kubernetes', kubeconfig: await readFile(kubeconfig, 'utf8') }).wait()
    // Without a claim for the hub's database: when its volume is made is chance, up to a quarter of a minute, and no work of either.
    const values = { ...nodeSpec.values, hub: { db: { type: 'sqlite-memory' } } }
    const spec = { ...nodeSpec, values, chart: { version: await chartVersion() }, access: { allowAll: true } }

    const [ours, peer]: [number[], number[]] = [[], []]
    // The first round warms both up: the node's caches, and Hubfleet's own of the chart.
    for (let round = 0; round <= rounds; round++) {
      const name = `ready-${round}`
      const oursTook = await seconds(() => client.hubs.create({ tenant }, { name, cluster: 'node', spec, confirm: ['open-login'] }).wait())
      const { namespace } = (await client.hubs.get({ tenant, hub: name })).status
      const installed = await helm(kubeconfig, 'get', 'values', namespace!, '--namespace', namespace!, '--output', 'json')
      await client.hubs.delete({ tenant, hub: name }, { homes: 'delete' }).wait()

      const peerTook = await seconds(() => installByHelm(kubeconfig, name, installed))
      await helm(kubeconfig, 'uninstall', name, '--namespace', name, '--wait')
      await kubectl(kubeconfig, 'delete', 'namespace', name)
      if (round === 0) continue
      ours.push(oursTook)
      peer.push(peerTook)
    }
    return { ours, peer }
  },
} satisfies Bench

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

async function installByHelm(kubeconfig: string, name: string, values: string): Promise<void> {
  const child = spawn(program('helm'), ['--kubeconfig', kubeconfig, 'upgrade', '--install', name, chart, '--namespace', name, '--create-namespace', '--values', '-', '--wait', '--hide-notes'], { stdio: ['pipe', 'ignore', 'inherit'], env: { ...process.env, ...cachesOf(kubeconfig) } })
  child.stdin.end(values)
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`helm ended with ${code}`)
  await waitFor("the hub's API", 60, () => kubectl(kubeconfig, 'get', '--raw', `/api/v1/namespaces/${name}/services/hub:8081/proxy/hub/api/`))
}

async function helm(kubeconfig: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program('helm'), ['--kubeconfig', kubeconfig, ...args], { maxBuffer: 64 << 20, env: { ...process.env, ...cachesOf(kubeconfig) } })
  return stdout
}
