import type { Bench } from './bench.ts'
import { costsPage, requireSame } from './costs-page.ts'
import { fillTenant, install, load, serve, settle } from './servers.ts'
import { fillYear } from './year-of-costs.ts'

export default {
  title: 'a year of daily cost by component, and by hub and component, of 200 hubs with 20,000 users',
  figure: 'requests/s over GraphQL',
  peer: 'the same by hand-written SQL in a bare route',
  limit: { atLeast: 0.8 },
  async measure() {
    await using installation = await install()
    const { tenantId, key } = await fillTenant(installation.database, 'physics', 200)
    const rows = await fillYear(installation.database, tenantId, 100)
    if (rows < 1_000_000) throw new Error(`only ${rows} rows were made`)
    await settle(installation)
    await using hubfleet = await serve(installation, 'packages/main/src/serve.ts', { HUBFLEET_ROLE: 'api' })
    await using bare = await serve(installation, 'test/bench/bare-costs.ts')
    const ask = { url: `${hubfleet.url}/graphql`, ...costsPage('physics') }
    const peerAsk = { url: `${bare.url}/${tenantId}` }
    await requireSame(ask, peerAsk, key)
    const [ours, peer]: [number[], number[]] = [[], []]
    const both = [[ours, ask], [peer, peerAsk]] as const
    for (const [, request] of both) await load(request, key, 10)
    for (let round = 0; round < 5; round++) for (const [figures, request] of both) figures.push(await load(request, key, 4))
    return { ours, peer }
  },
} satisfies Bench
