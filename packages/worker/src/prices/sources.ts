import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { Figures, priceReader, type Catalogue } from '@hubfleet/pricing'
import { ask, Unreadable } from './ask.ts'
import { eachPage, pageOf } from './pages.ts'
import type { PriceSettings } from './settings.ts'
import { isFolder, type PriceSource } from './source.ts'

/** The price list of a catalogue's provider; null where nobody said how it is read. */
export function priceSource(catalogue: Catalogue, settings: PriceSettings, now: Date): PriceSource | null {
  const place = settings[catalogue.provider as 'azure' | 'aws' | 'gcp']
  if (catalogue.provider === 'aws') return offerFiles(catalogue, place, settings, now)
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

/** Azure: region by region, machines and then disks, by the links that lead from page to page. */
function retailPrices(catalogue: Catalogue, place: string, { retryMs }: PriceSettings, now: Date): PriceSource {
  const wanted = ["serviceName eq 'Virtual Machines'", "serviceName eq 'Storage' and contains(productName, 'Managed Disks')"]
  return {
    name: `Azure Retail Prices API, ${place}`,
    parts: catalogue.regions.map((region) => ({
      name: region,
      async read(signal) {
        const reader = readerOfPages(catalogue, now)
        for (const what of wanted) {
          const first = at(place, '/api/retail/prices')
          first.search = new URLSearchParams({ 'api-version': '2023-01-01-preview', currencyCode: `'${catalogue.currency}'`, $filter: `priceType eq 'Consumption' and armRegionName eq '${region}' and ${what}` }).toString()
          await eachPage(first, { retryMs, signal }, reader.take, ({ NextPageLink }) => (typeof NextPageLink === 'string' && NextPageLink ? sameServer(place, NextPageLink) : null))
        }
        return reader.figures()
      },
    })),
  }
}

/** Google: one list of everything, by tokens from page to page. The key goes in a header, so that no address holds it. */
function billingCatalogue(catalogue: Catalogue, place: string, key: string, { retryMs }: PriceSettings, now: Date): PriceSource {
  return {
    name: `Google Cloud Billing Catalog API, ${place}`,
    parts: [{
      name: 'Compute Engine',
      async read(signal) {
        const reader = readerOfPages(catalogue, now)
        const page = (token: string) => {
          const url = at(place, '/v1/services/6F81-5844-456A/skus')
          url.search = new URLSearchParams({ currencyCode: catalogue.currency, pageSize: '5000', ...(token && { pageToken: token }) }).toString()
          return url
        }
        await eachPage(page(''), { headers: { 'x-goog-api-key': key }, retryMs, signal }, reader.take, ({ nextPageToken }) => (typeof nextPageToken === 'string' && nextPageToken ? page(nextPageToken) : null))
        return reader.figures()
      },
    }],
  }
}

/** AWS: a file for each region, hundreds of megabytes large, of which only a row at a time is in memory. */
function offerFiles(catalogue: Catalogue, place: string, { retryMs }: PriceSettings, now: Date): PriceSource {
  const read = async (region: string, signal: AbortSignal): Promise<Figures> => {
    const path = `offers/v1.0/aws/AmazonEC2/current/${region}/index.csv`
    try {
      if (isFolder(place)) return await rowsOf(createReadStream(join(place, region, 'index.csv')), catalogue, now, `${region}/index.csv`)
      return await ask(at(place, `/${path}`), { retryMs, signal, patienceMs: largeFileMs, take: (response) => rowsOf(Readable.fromWeb(response.body as never), catalogue, now, path) })
    } catch (error) {
      // a region that is not told stays as it was; where none is, the list is refused as a whole
      if (error instanceof Unreadable && error.status === 404 || (error as NodeJS.ErrnoException).code === 'ENOENT') return new Figures()
      throw error
    }
  }
  return {
    name: isFolder(place) ? `files of the AWS Price List in ${place}` : `AWS Price List, ${place}`,
    parts: catalogue.regions.map((region) => ({ name: region, read: (signal) => read(region, signal) })),
  }
}

const largeFileMs = 3600_000

/** Five lines about the file come before the names of its columns. */
async function rowsOf(file: Readable, catalogue: Catalogue, now: Date, name: string): Promise<Figures> {
  const reader = priceReader(catalogue, now)
  const rows = parse({ columns: true, from_line: 6, relax_column_count: true, max_record_size: 2 ** 20 })
  file.on('error', (error) => rows.destroy(error))
  try {
    for await (const row of file.pipe(rows)) reader.read(row)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('CSV_')) throw new Unreadable(`${name} is no CSV: ${(error as Error).message}`, true)
    throw error
  } finally {
    file.destroy()
  }
  return reader.figures()
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

const at = (place: string, path: string): URL => new URL(place.replace(/\/+$/, '') + path)

/** The next page is at the server that was asked, whatever its link says: nobody is led elsewhere by an answer. */
function sameServer(place: string, link: string): URL | null {
  const url = URL.parse(link, place)
  if (!url) throw new Unreadable(`the link to the next page is no address: ${link.slice(0, 80)}`, true)
  return at(new URL(place).origin, url.pathname + url.search)
}
