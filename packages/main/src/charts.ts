import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fetchChart, type Chart } from '@hubfleet/cluster'
import type { Charts } from '@hubfleet/control'
import { Problem } from '@hubfleet/core'
import { and, charts, eq, platformScope, transaction, type ChartRow, type Database } from '@hubfleet/database'
import type { Config } from './config.ts'

/** The chart of sandbox tenants: our own, with the official one's objects and values. Nothing is downloaded for it. */
const standIn = { source: fileURLToPath(new URL('../../cluster/chart/jupyterhub', import.meta.url)), version: '4.4.0-standin.1' }

const fetchMs = 60_000

/** Charts by their digest: fetched once, kept in the database as far as requests need them, and as archives where helm runs. */
export function chartStore(database: Database, config: Pick<Config, 'dataDirectory' | 'chartSource' | 'chartDirectory'>, guard: (host: string) => Promise<void>): Charts & { archive(digest: string, signal: AbortSignal): Promise<Chart> } {
  const cache = join(config.dataDirectory, 'charts')

  const known = (where: ReturnType<typeof and>): Promise<ChartRow | undefined> =>
    transaction(database, platformScope, async (tx) => (await tx.select().from(charts).where(where))[0])

  async function fetchNew(source: string, version: string): Promise<ChartRow> {
    const chart = await fetchChart({ source, version }, cache, AbortSignal.timeout(fetchMs), { guard })
    const { name, digest, appVersion, kubeVersion, schema } = chart
    await transaction(database, platformScope, (tx) => tx.insert(charts).values({ digest, source, name, version, appVersion, kubeVersion, schema }).onConflictDoNothing())
    return (await known(eq(charts.digest, digest)))!
  }

  return {
    async find({ version, source }, { sandbox }) {
      const wanted = sandbox ? standIn : { source: source ? allowedSource(source, config.chartDirectory) : config.chartSource, version }
      return (await known(and(eq(charts.source, wanted.source), eq(charts.version, wanted.version)))) ?? fetchNew(wanted.source, wanted.version)
    },
    async archive(digest, signal) {
      const row = await known(eq(charts.digest, digest))
      if (!row) throw new Problem('chart-unknown', { chart: digest, reason: 'its record is gone' })
      return fetchChart({ source: row.source, version: row.version, digest }, cache, signal, { guard })
    },
  }
}

/** A path that a user names must not read the server's other files. */
function allowedSource(source: string, directory: string | null): string {
  if (source.startsWith('https://')) return source
  const path = directory && resolve(directory, source)
  if (!path || relative(directory, path).startsWith('..')) throw new Problem('chart-unknown', { chart: source, reason: 'only https addresses and archives of the server\'s chart folder (HUBFLEET_CHART_DIRECTORY) can be named' })
  return path
}
