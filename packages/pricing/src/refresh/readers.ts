import type { Catalogue } from '../catalogue/catalogue.ts'
import { awsReader } from './aws.ts'
import { azureReader } from './azure.ts'
import { googleReader } from './google.ts'
import type { PriceReader } from './reader.ts'

const readers: Record<string, (catalogue: Catalogue, now: Date) => PriceReader> = { gcp: googleReader, azure: azureReader, aws: awsReader }

/** `gcp`: SKUs of the Cloud Billing Catalog; `azure`: items of the Retail Prices API; `aws`: rows of an offer file as CSV, by the names of its columns. */
export const priceReader = (catalogue: Catalogue, now: Date): PriceReader => readers[catalogue.provider]!(catalogue, now)
