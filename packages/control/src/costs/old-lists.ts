import { cloudOfProvider } from '@hubfleet/core'
import { clusters, sql, type Transaction } from '@hubfleet/database'
import { catalogues, isOld, oldPrices } from '@hubfleet/pricing'

/** The warnings of the price lists that go for clusters that are seen, and that have grown old. No query while none has. */
export async function oldLists(tx: Transaction, now: Date): Promise<string[]> {
  const old = catalogues().filter((catalogue) => isOld(catalogue, now))
  if (old.length === 0) return []
  const rows = await tx.selectDistinct({ provider: clusters.provider, rented: sql<string | null>`${clusters.status} -> 'cloud' ->> 'provider'` }).from(clusters)
  const used = new Set(rows.map(({ provider, rented }) => cloudOfProvider(provider) ?? rented))
  return old.filter(({ provider }) => used.has(provider)).flatMap((catalogue) => oldPrices(catalogue, now))
}
