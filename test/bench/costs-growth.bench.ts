import type { Bench } from './bench.ts'
import { costsPage } from './costs-page.ts'
import { fillTenant, install, load, serve, settle } from './servers.ts'
import { fillYear } from './year-of-costs.ts'

const usersPerHub = { small: 10, large: 100 }

export default {
  title: 'the same page of costs of 200 hubs, with ten times the users and their rows',
  figure: 'ms a page',
  peer: 'a tenth of the users',
  limit: { atMost: 1.25 },
  async measure() {
    await using installation = await install()
    const tenants = { small: await fillTenant(installation.database, 'small', 200), large: await fillTenant(installation.database, 'large', 200) }
    for (const name of ['small', 'large'] as const) await fillYear(installation.database, tenants[name].tenantId, usersPerHub[name])
    await settle(installation)
    await using hubfleet = await serve(installation, 'packages/main/src/serve.ts', { HUBFLEET_ROLE: 'api' })
    const page = async (name: keyof typeof tenants) => 10_000 / (await load({ url: `${hubfleet.url}/graphql`, ...costsPage(name) }, tenants[name].key, 3))
    for (const name of ['small', 'large'] as const) await page(name)
    const [ours, peer]: [number[], number[]] = [[], []]
    for (let round = 0; round < 5; round++) {
      peer.push(await page('small'))
      ours.push(await page('large'))
    }
    return { ours, peer }
  },
} satisfies Bench
