import { Type } from 'typebox'
import { catalogueOf, catalogues, unknownPrice, type Catalogue } from '@hubfleet/pricing'

/** What a month has in hours where a price per hour is told per month. */
export const hoursPerMonth = 730

export const ProviderInput = Type.String({ minLength: 1, maxLength: 63, description: 'gcp, azure, aws or sandbox', examples: ['gcp'] })
export const RegionInput = Type.String({ minLength: 1, maxLength: 63, description: 'As the provider names it', examples: ['us-central1'] })

/** Where a figure comes from. */
export const sourceFields = {
  source: Type.String({ description: 'Where the price comes from' }),
  asOf: Type.Union([Type.String(), Type.Null()], { description: 'The day of the price; null where its source has no date' }),
}

/** A price in USD; finer than a cent, so with six decimals. */
export const PriceSchema = Type.Union([Type.String({ examples: ['0.094999'] }), Type.Null()], { description: 'USD; null is not known' })
export const price = (usd: number | null): string | null => (usd === null ? null : usd.toFixed(6))

/** Throws `price-unknown` with what there is instead. */
export function catalogueFor(provider: string, region?: string): Catalogue {
  const catalogue = catalogueOf(provider)
  if (!catalogue) throw unknownPrice(`the provider ${provider}`, provider, catalogues().map((each) => each.provider))
  if (region !== undefined && !catalogue.regions.includes(region)) throw unknownPrice(`the region ${region} of ${provider}`, region, catalogue.regions)
  return catalogue
}
