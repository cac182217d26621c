import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { priceReader, type Catalogue, type Figures } from '@hubfleet/pricing'
import { Unreadable } from './ask.ts'
import { offerFiles } from './offer-files.ts'
import { eachPage, pageOf } from './pages.ts'
import type { PriceSettings } from './settings.ts'
import { at, isFolder, type PriceSource } from './source.ts'

/** The price list of a catalogue's provider; null where nobody said how it is read. */
export function priceSource(catalogue: Catalogue, settings: PriceSettings, now: Date): PriceSource | null {
  const place = settings[catalogue.provider as 'azure' | 'aws' | 'gcp']
  if (catalogue.provider === 'aws') return offerFiles(catalogue, settings, now)
  if (isFolder(place)) return folderOfPages(catalogue, place, now)
  if (catalogue.provider === 'azure') return retailPrices(catalogue, place, settings, now)
  return settings.googleKey === null ? null : billingCatalogue(catalogue, place, settings.googleKey, settings, now)
}

const itemsIn: Record<string, string> = { azure: 'Items', gcp: 'skus' }

/** Reads the records of pages; a page without its list is no page. */
function readerOfPages(catalogue: Catalogue, now: Date): { take(page: Record<string, unknown>): void; figures(): Figures } {
  const reader = priceReader(catalogue, now)
  const items = itemsIn[catalogue.provider]!
  return {
    figures: () => reader.figures(),
    take(page) {
      if (!Array.isArray(page[items])) throw new Unreadable(`a page has no ${items}, but ${Object.keys(page).slice(0, 5).join(', ') || 'nothing'}`, true)
      for (const item of page[items]) reader.read(item)
    },
  }
}

/** Azure: region by region, machines, disks, addresses and clusters, by the links that lead from page to page; what it tells of no region at the end. */
function retailPrices(catalogue: Catalogue, place: string, { retryMs }: PriceSettings, now: Date): PriceSource {
  const inRegion = [
    "serviceName eq 'Virtual Machines'", "serviceName eq 'Storage' and contains(productName, 'Managed Disks')",
    "serviceName eq 'Virtual Network' and productName eq 'IP Addresses'", "serviceName eq 'Azure Kubernetes Service'", "serviceName eq 'Load Balancer'",
  ]
  const part = (region: string, wanted: readonly string[]) => ({
    name: region,
    async read(signal: AbortSignal) {
      const reader = readerOfPages(catalogue, now)
      for (const what of wanted) {
        const first = at(place, '/api/retail/prices')
        first.search = new URLSearchParams({ 'api-version': '2023-01-01-preview', currencyCode: `'${catalogue.currency}'`, $filter: `priceType eq 'Consumption' and armRegionName eq '${region}' and ${what}` }).toString()
        await eachPage(first, { retryMs, signal }, reader.take, ({ NextPageLink }) => (typeof NextPageLink === 'string' && NextPageLink ? sameServer(place, NextPageLink) : null))
      }
      return reader.figures()
    },
  })
  return { name: `Azure Retail Prices API, ${place}`, parts: [...catalogue.regions.map((region) => part(region, inRegion)), part('Global', ["serviceName eq 'Load Balancer'"])] }
}

/** By their ids, which never change: what is read of Compute Engine is machines, disks and addresses, of Networking load balancers. */
const googleServices = { 'Compute Engine': '6F81-5844-456A', 'Kubernetes Engine': 'CCD8-9BF1-090E', Networking: 'E505-1604-58F8' }

/** Google: a list for each service, of everywhere, by tokens from page to page. The key goes in a header, so that no address holds it. */
function billingCatalogue(catalogue: Catalogue, place: string, key: string, { retryMs }: PriceSettings, now: Date): PriceSource {
  return {
    name: `Google Cloud Billing Catalog API, ${place}`,
    parts: Object.entries(googleServices).map(([name, id]) => ({
      name,
      async read(signal) {
        const reader = readerOfPages(catalogue, now)
        const page = (token: string) => {
          const url = at(place, `/v1/services/${id}/skus`)
          url.search = new URLSearchParams({ currencyCode: catalogue.currency, pageSize: '5000', ...(token && { pageToken: token }) }).toString()
          return url
        }
        await eachPage(page(''), { headers: { 'x-goog-api-key': key }, retryMs, signal }, reader.take, ({ nextPageToken }) => (typeof nextPageToken === 'string' && nextPageToken ? page(nextPageToken) : null))
        return reader.figures()
      },
    })),
  }
}

/** The answers of an API as files, in the order of their names. */
function folderOfPages(catalogue: Catalogue, folder: string, now: Date): PriceSource {
  return {
    name: `files of ${catalogue.provider === 'gcp' ? 'the Google Cloud Billing Catalog API' : 'the Azure Retail Prices API'} in ${folder}`,
    parts: [{
      name: 'files',
      async read(signal) {
        const reader = readerOfPages(catalogue, now)
        const names = (await readdir(folder).catch((error: NodeJS.ErrnoException) => { throw new Unreadable(`the folder ${folder} cannot be read: ${error.code}`, true) })).filter((name) => name.endsWith('.json')).sort()
        if (names.length === 0) throw new Unreadable(`there is no file *.json in ${folder}`, true)
        for (const name of names) reader.take(pageOf(await readFile(join(folder, name), { encoding: 'utf8', signal }), name))
        return reader.figures()
      },
    }],
  }
}

/** The next page is at the server that was asked, whatever its link says: nobody is led elsewhere by an answer. */
function sameServer(place: string, link: string): URL | null {
  const url = URL.parse(link, place)
  if (!url) throw new Unreadable(`the link to the next page is no address: ${link.slice(0, 80)}`, true)
  return at(new URL(place).origin, url.pathname + url.search)
}
