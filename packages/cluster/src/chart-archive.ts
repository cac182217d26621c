import { readdir, readFile } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { extract, pack } from 'tar-stream'
import { parse } from 'yaml'

/** What a chart's archive says about the chart. */
export interface ChartFacts { name: string; version: string; appVersion: string; kubeVersion: string; schema: Record<string, unknown> }

const maxUnpacked = 64 * 1024 * 1024

/** Reads Chart.yaml and values.schema.json from a gzipped chart. Throws an Error that says what is wrong with it. */
export async function readChart(archive: Buffer): Promise<ChartFacts> {
  const files = await filesOf(await promisify(gunzip)(archive, { maxOutputLength: maxUnpacked }), ['Chart.yaml', 'values.schema.json'])
  const about = files['Chart.yaml'] && (parse(files['Chart.yaml']) as Record<string, unknown>)
  if (!about || typeof about.name !== 'string' || typeof about.version !== 'string') throw new Error('it has no Chart.yaml with a name and a version')
  return {
    name: about.name,
    version: about.version,
    appVersion: String(about.appVersion ?? ''),
    kubeVersion: String(about.kubeVersion ?? ''),
    schema: JSON.parse(files['values.schema.json'] ?? '{}') as Record<string, unknown>,
  }
}

/** Files of the chart's own folder; the subcharts' files of the same names are deeper. */
async function filesOf(tar: Buffer, wanted: string[]): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  const entries = extract()
  entries.end(tar)
  for await (const entry of entries) {
    const [, file, ...deeper] = entry.header.name.replace(/^\.\//, '').split('/')
    if (file && deeper.length === 0 && wanted.includes(file)) files[file] = (await buffer(entry)).toString('utf8')
    else entry.resume()
  }
  return files
}

/** A folder as a gzipped chart: the same files give the same bytes, whenever and by whom they were written. Hidden files and links are left out. */
export async function packChart(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  const tar = pack()
  const packed = buffer(tar)
  for (const path of paths.filter((path) => !/(^|\/)\./.test(path)).toSorted()) {
    tar.entry({ name: `${basename(folder)}/${path}`, mode: 0o644, mtime: new Date(0) }, await readFile(join(folder, path)))
  }
  tar.finalize()
  return promisify(gzip)(await packed)
}
