import { catalogues, eq, platformTenantId } from '@hubfleet/database'
import { catalogueOf, unknownPrice } from '@hubfleet/pricing'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { loadVersion } from './version.ts'

/** The offer files of Amazon are large, and price lists ask for patience. */
const deadlineSeconds = 6 * 3600

export const refreshCatalogue = verb({
  noun: 'catalogue', verb: 'refresh', summary: 'Read the public price list of a cloud, and make a new version of its prices',
  description: 'Odd prices stay as they were, and where many are odd, all do: `catalogue get` tells which and why. By itself it happens as often as the workers are set to.', action: 'platform:admin',
  input: Nothing,
  async load({ tx, params }) {
    const ref = params.catalogue!.replace(/^catalogue_/, '')
    const provider = catalogueOf(ref)?.provider ?? (await loadVersion(tx, ref)).provider
    const [row] = await tx.select().from(catalogues).where(eq(catalogues.provider, provider))
    if (!row) throw unknownPrice(`the public price list of ${provider}`, '', ['gcp', 'azure', 'aws'])
    return row
  },
  plan: async () => plainPlan(),
  apply: async (_context, { id, generation }) => ({ work: { type: 'catalogue', id }, tenantId: platformTenantId, generation, deadlineSeconds }),
})
