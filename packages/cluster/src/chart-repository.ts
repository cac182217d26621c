import { createHash } from 'node:crypto'
import { parse } from 'yaml'
import type { Download } from './download.ts'
import { download } from './download.ts'

/** The official repository of the JupyterHub chart, and the address it had before, which still serves the same files. */
export const officialCharts = ['https://hub.jupyter.org/helm-chart/', 'https://jupyterhub.github.io/helm-chart/'] as const

const chartName = 'jupyterhub'
const maxIndex = 32 * 1024 * 1024
const maxArchive = 32 * 1024 * 1024

interface IndexEntry { version?: unknown; digest?: unknown; urls?: unknown }

/** The archive of one version from a chart repository. Throws an Error that says why it is not to be had. */
export async function downloadChart(repository: string, version: string, options: Omit<Download, 'maxBytes'>): Promise<Buffer> {
  const base = repository.endsWith('/') ? repository : `${repository}/`
  const text = (await download(`${base}index.yaml`, { ...options, maxBytes: maxIndex })).toString('utf8')
  // everything as text: a digest of nothing but digits would be read as a number
  const index = parse(text, { schema: 'failsafe', maxAliasCount: 0 }) as { entries?: Record<string, IndexEntry[]> } | null
  const entry = index?.entries?.[chartName]?.find((candidate) => candidate.version === version)
  const address = Array.isArray(entry?.urls) ? (entry.urls[0] as unknown) : undefined
  if (!entry || typeof address !== 'string') throw new Error(`${new URL(base).host} has no version ${version}`)
  const archive = await download(new URL(address, base).href, { ...options, maxBytes: maxArchive })
  if (typeof entry.digest === 'string' && entry.digest !== sha256(archive)) throw new Error('its archive is not the one that the index names')
  return archive
}

export const sha256 = (data: Buffer): string => createHash('sha256').update(data).digest('hex')
