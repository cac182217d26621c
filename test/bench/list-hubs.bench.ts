import type { Bench } from './bench.ts'
import { fillTenant, install, load, serve } from './servers.ts'

const hubsOf = { small: 100, large: 10_000 }

export default {
  title: 'list 100 hubs of 10,000',
  figure: 'ms a page',
  peer: '100 of 100',
  limit: { atMost: 2 },
  async measure() {
    await using installation = await install()
    const tenants = { small: await fillTenant(installation.database, 'small', hubsOf.small), large: await fillTenant(installation.database, 'large', hubsOf.large) }
    await using hubfleet = await serve(installation, 'packages/main/src/serve.ts', { HUBFLEET_ROLE: 'api' })
    const page = async (name: keyof typeof tenants) => 10_000 / (await load(`${hubfleet.url}/v1/tenants/${name}/hubs?limit=100`, tenants[name].key, 3))
    for (const name of ['small', 'large'] as const) await page(name)
    const [ours, peer]: [number[], number[]] = [[], []]
    for (let round = 0; round < 5; round++) {
      peer.push(await page('small'))
      ours.push(await page('large'))
    }
    return { ours, peer }
  },
} satisfies Bench
