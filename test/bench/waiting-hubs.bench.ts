import { Hubfleet } from '../../packages/sdk/src/index.ts'
import { demoCluster } from '../../packages/main/src/demo/story.ts'
import { waitFor } from '../processes/wait.ts'
import type { Bench } from './bench.ts'
import { install, serve } from './servers.ts'

const waiting = 200
const rounds = 5

export default {
  title: `create a hub while ${waiting} hubs of another tenant wait for their load balancers`,
  figure: 's to Ready',
  peer: 'while nobody waits',
  limit: { atMost: 1.5 },
  async measure() {
    await using installation = await install()
    const adminKey = `hf_${'bench'.repeat(8)}`
    await using server = await serve(installation, 'packages/main/src/serve.ts', { HUBFLEET_ADMIN_KEY: adminKey })
    const client = new Hubfleet({ server: server.url, key: adminKey })
    for (const tenant of ['crowd', 'other']) {
      await client.tenants.create({ name: tenant, sandbox: true })
      await client.clusters.create({ tenant }, demoCluster).wait()
    }
    let made = 0
    const create = async () => {
      const started = performance.now()
      await client.hubs.create({ tenant: 'other' }, { name: `hub-${++made}`, cluster: demoCluster.name, spec: {} }).wait()
      return (performance.now() - started) / 1000
    }
    const several = async () => {
      const figures = []
      for (let round = 0; round < rounds; round++) figures.push(await create())
      return figures
    }
    await create()
    const peer = await several()
    const stuck = { values: { custom: { sandbox: { misbehave: 'sandbox-lb-pending' } } } }
    for (let n = 1; n <= waiting; n++) await client.hubs.create({ tenant: 'crowd' }, { name: `stuck-${n}`, cluster: demoCluster.name, spec: stuck })
    await waitFor('all to wait for their addresses', 240, async () => (await waitingForAddress(client)) === waiting)
    return { ours: await several(), peer }
  },
} satisfies Bench

/** How many operations wait at the step that publishes the address. */
async function waitingForAddress(client: Hubfleet): Promise<number> {
  let count = 0
  for await (const { steps } of client.operations.list({ tenant: 'crowd' }, { limit: 100 })) if (steps.some(({ name, state }) => name === 'address' && state === 'waiting')) count++
  return count
}
