import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { Figures, priceReader, type Catalogue } from '@hubfleet/pricing'
import { ask, Unreadable } from './ask.ts'
import { limited } from './pages.ts'
import type { PriceSettings } from './settings.ts'
import { at, isFolder, type PriceSource } from './source.ts'
import { spotRows } from './spot-rows.ts'

/** Machines and disks; load balancers; addresses; control planes. Each with the name of its file in a folder. */
const offers: [service: string, file: string][] = [['AmazonEC2', 'index.csv'], ['AWSELB', 'AWSELB.csv'], ['AmazonVPC', 'AmazonVPC.csv'], ['AmazonEKS', 'AmazonEKS.csv']]

const largeFileMs = 3600_000

/** AWS: files for each region, one of them hundreds of megabytes large, of which only a row at a time is in memory; and one list of spot prices for all. What is not told stays as it was. */
export function offerFiles(catalogue: Catalogue, { aws: place, awsSpot, retryMs }: PriceSettings, now: Date): PriceSource {
  const offer = (region: string, [service, file]: (typeof offers)[number], signal: AbortSignal): Promise<Figures> => {
    const path = `offers/v1.0/aws/${service}/current/${region}/index.csv`
    if (isFolder(place)) return rowsOf(createReadStream(join(place, region, file)), catalogue, now, `${region}/${file}`)
    return ask(at(place, `/${path}`), { retryMs, signal, patienceMs: largeFileMs, take: (response) => rowsOf(Readable.fromWeb(response.body as never), catalogue, now, path) })
  }
  // all offers of a region go through readers of their own, so what only one of them tells is put together here
  const region = (name: string) => ({
    name,
    async read(signal: AbortSignal) {
      const all = new Figures()
      for (const one of offers) all.addAll(await orNothing(() => offer(name, one, signal)))
      return all
    },
  })
  const spot = async (signal: AbortSignal): Promise<Figures> => {
    const reader = priceReader(catalogue, now)
    const text = isFolder(awsSpot) ? await readFile(join(awsSpot, 'spot.js'), { encoding: 'utf8', signal }) : await ask(at(awsSpot, '/spot.js'), { retryMs, signal, take: async (response) => (await limited(response)) })
    for (const row of spotRows(text)) reader.read(row)
    return reader.figures()
  }
  return {
    name: isFolder(place) ? `files of the AWS Price List in ${place}` : `AWS Price List, ${place}`,
    parts: [...catalogue.regions.map(region), { name: 'spot', read: (signal) => orNothing(() => spot(signal)) }],
  }
}

/** A file that is not there tells nothing; where none is, the list is refused as a whole. */
async function orNothing(read: () => Promise<Figures>): Promise<Figures> {
  try {
    return await read()
  } catch (error) {
    if ((error instanceof Unreadable && (error.status === 404 || error.status === 403)) || (error as NodeJS.ErrnoException).code === 'ENOENT') return new Figures()
    throw error
  }
}

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
