import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { isProblem, Problem } from '@hubfleet/core'
import { packChart, readChart } from './chart-archive.ts'
import { downloadChart, officialCharts, sha256 } from './chart-repository.ts'
import { reasonOf } from './failures.ts'
import type { HostGuard } from './kubernetes.ts'

/** A chart that was fetched once: `digest` is the sha256 of its archive and pins it from then on. */
export interface Chart { name: string; version: string; digest: string; path: string; appVersion: string; kubeVersion: string; schema: Record<string, unknown> }

export interface ChartRequest {
  /** `official`, the https address of a chart repository, or the absolute path of an archive or a folder. */
  source: string
  version: string
  /** What the version was pinned to elsewhere, e.g. in the database that several workers share: where that archive is kept, the source is not asked. */
  digest?: string | undefined
}

export interface FetchOptions { guard?: HostGuard; fetch?: typeof globalThis.fetch }

/**
 * Fetches a chart, at most once: archives are kept in `cacheDir` by digest, and what a source calls a version is pinned to the digest that
 * it had the first time, so that no hub ever changes under an unchanged version. Throws `chart-unknown` when it is not to be had and
 * `chart-changed` when it is another than before. Several processes may share the folder.
 */
export async function fetchChart({ source, version, digest }: ChartRequest, cacheDir: string, signal: AbortSignal, { guard = async () => {}, fetch = globalThis.fetch }: FetchOptions = {}): Promise<Chart> {
  signal.throwIfAborted()
  const pinFile = join(cacheDir, 'pins', `${sha256(Buffer.from(JSON.stringify([source, version])))}.txt`)
  const pinned = digest ?? (await readFile(pinFile, 'utf8').catch(() => undefined))
  const kept = pinned && (digest || !isAbsolute(source)) ? await readKept(cacheDir, pinned) : null
  if (kept) return describe(kept, cacheDir, version)

  const archive = await archiveOf(source, version, { guard, fetch, signal })
  const found = sha256(archive)
  if (pinned && pinned !== found) throw new Problem('chart-changed', { chart: version, pinned, found })
  const chart = await describe(archive, cacheDir, version)
  await writeWhole(chart.path, archive)
  await writeWhole(pinFile, found)
  return chart
}

async function readKept(cacheDir: string, digest: string): Promise<Buffer | null> {
  const archive = await readFile(pathOf(cacheDir, digest)).catch(() => null)
  // a damaged file is as good as none
  return archive && sha256(archive) === digest ? archive : null
}

async function archiveOf(source: string, version: string, options: { guard: HostGuard; fetch: typeof globalThis.fetch; signal: AbortSignal }): Promise<Buffer> {
  const failures: string[] = []
  for (const place of source === 'official' ? officialCharts : [source]) {
    try {
      if (!isAbsolute(place)) return await downloadChart(place, version, options)
      return (await stat(place)).isDirectory() ? await packChart(place) : await readFile(place)
    } catch (error) {
      options.signal.throwIfAborted()
      if (isProblem(error)) throw error
      failures.push(reasonOf(error))
    }
  }
  throw new Problem('chart-unknown', { chart: version, reason: failures.join('; ') })
}

async function describe(archive: Buffer, cacheDir: string, version: string): Promise<Chart> {
  const facts = await readChart(archive).catch((error: unknown) => { throw new Problem('chart-unknown', { chart: version, reason: reasonOf(error) }) })
  if (withoutV(facts.version) !== withoutV(version)) throw new Problem('chart-unknown', { chart: version, reason: `the archive is version ${facts.version}` })
  const digest = sha256(archive)
  return { ...facts, digest, path: pathOf(cacheDir, digest) }
}

/** Charts before 0.7 were named v0.3.1 and the like. */
const withoutV = (version: string): string => version.replace(/^v/, '')

const pathOf = (cacheDir: string, digest: string): string => join(cacheDir, `${digest}.tgz`)

/** A reader never sees half a file. */
async function writeWhole(path: string, content: Buffer | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const half = `${path}.${randomUUID()}`
  await writeFile(half, content)
  await rename(half, path)
}
