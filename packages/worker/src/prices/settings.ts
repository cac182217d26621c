/** Where the public price lists are read: the https address of an API, or the path of a folder into which its answers were downloaded. */
export interface PriceSettings {
  azure: string
  aws: string
  /** The public list of spot prices, or the folder of its file `spot.js`. */
  awsSpot: string
  gcp: string
  /** Google's API wants a key; without one its prices are not refreshed, unless from a folder. */
  googleKey: string | null
  /** Between two refreshes; 0: only when somebody asks. */
  everyDays: number
  /** Milliseconds before a call that failed is tried again; each time twice as long. */
  retryMs: number
}

export const defaultPrices: PriceSettings = { azure: 'https://prices.azure.com', aws: 'https://pricing.us-east-1.amazonaws.com', awsSpot: 'https://spot-price.s3.amazonaws.com', gcp: 'https://cloudbilling.googleapis.com', googleKey: null, everyDays: 0, retryMs: 1000 }
