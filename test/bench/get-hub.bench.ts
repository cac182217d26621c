import type { Bench } from './bench.ts'
import { fillTenant, install, load, serve } from './servers.ts'

export default {
  title: 'GET a hub',
  figure: 'requests/s',
  peer: 'a bare route with the same query in the same transaction',
  limit: { atLeast: 0.7 },
  async measure() {
    await using installation = await install()
    const { tenantId, key } = await fillTenant(installation.database, 'physics', 1000)
    await using hubfleet = await serve(installation, 'packages/main/src/serve.ts', { HUBFLEET_ROLE: 'api' })
    await using bare = await serve(installation, 'test/bench/bare.ts')
    const [ours, peer]: [number[], number[]] = [[], []]
    const addresses = [[ours, `${hubfleet.url}/v1/tenants/physics/hubs/hub-500`], [peer, `${bare.url}/${tenantId}/hub-500`]] as const
    for (const [, url] of addresses) await load(url, key, 2)
    for (let round = 0; round < 5; round++) for (const [figures, url] of addresses) figures.push(await load(url, key, 3))
    return { ours, peer }
  },
} satisfies Bench
