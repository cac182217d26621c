import { microsOf } from '../../packages/core/src/index.ts'
import type { Ask } from './servers.ts'
import { year } from './year-of-costs.ts'

const query = `query ($tenant: String!, $from: String, $to: String) {
  daily: costReport(tenant: $tenant, by: ["component"], every: "day", from: $from, to: $to) { periods { name } series { label currency amounts total } totals { currency total } }
  hubs: costReport(tenant: $tenant, by: ["hub", "component"], top: 20, from: $from, to: $to) { series { keys { by name } rest currency total } totals { currency total } }
}`

/** The two pictures of a finance page in one document, as a portal sends it. */
export const costsPage = (tenant: string): Pick<Ask, 'method' | 'body'> => ({ method: 'POST', body: JSON.stringify({ query, variables: { tenant, from: year.from, to: year.to } }) })

/** Throws unless both say the same of each day, hub and component, to the micro-dollar: only then their speeds can be held against each other. */
export async function requireSame(ours: Ask, peer: Ask, key: string): Promise<void> {
  const { data, errors } = await answerOf(ours, key)
  if (errors) throw new Error(JSON.stringify(errors))
  const expected = await answerOf(peer, key)
  const { daily, hubs } = data
  requireEqual(
    daily.series.flatMap(({ label, amounts }: { label: string; amounts: string[] }) => amounts.map((amount, at) => `${daily.periods[at].name} ${label} ${microsOf(amount)}`)),
    expected.daily.map(({ day, component, micros }: Record<string, string>) => `${day} ${component} ${micros}`))
  requireEqual(
    hubs.series.map(({ keys, rest, total }: { keys: { by: string; name: string }[]; rest: boolean; total: string }) => `${rest ? null : keys[0]!.name} ${keys.at(-1)!.name} ${microsOf(total)}`),
    expected.hubs.map(({ hub, component, micros }: Record<string, string>) => `${hub} ${component} ${micros}`))
}

async function answerOf({ url, method, body }: Ask, key: string): Promise<any> {
  const response = await fetch(url, { method: method ?? 'GET', headers: { 'authorization': `Bearer ${key}`, 'content-type': 'application/json' }, ...(body && { body }) })
  return response.json()
}

function requireEqual(ours: string[], peer: string[]): void {
  const [a, b] = [new Set(ours), new Set(peer)]
  const differing = [...ours.filter((one) => !b.has(one)), ...peer.filter((one) => !a.has(one))]
  if (differing.length > 0 || a.size === 0) throw new Error(`the two differ in ${differing.length} of ${a.size} amounts: ${differing.slice(0, 4).join(', ')}`)
}
