import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A bill as it lies there. `files` are its parts in their order, mostly one. */
export interface LyingBill { name: string; files: string[]; bytes: number; modifiedAt: Date }

/** What exports are called. Manifests, checksums and scripts lie beside them and are none. */
const export_ = /\.(csv|json|jsonl|ndjson|parquet)(\.gz)?$/i
const manifest = /manifest\.json$/i

/** How AWS (`costs-00001.csv.gz`) and Azure (`part_0_0001.csv`) number the parts of what is too large for one file. */
const parts = [/-(\d{5})(?=\.)/, /part_(\d+_\d+)(?=\.)/]

/** The bills in a folder and the folders in it. Links are not followed: whoever fills a folder shows us nothing else with them. */
export async function scanBills(folder: string): Promise<LyingBill[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile() && export_.test(entry.name) && !manifest.test(entry.name)).map(({ parentPath, name }) => join(parentPath, name)).filter((path) => !hidden(path.slice(folder.length)))
  const bills = Map.groupBy(files.toSorted(), (path) => nameOf(path.slice(folder.length + 1)))
  const found = await Promise.all([...bills].map(async ([name, files]) => {
    const states = await Promise.all(files.map((path) => stat(path).catch(gone)))
    return { name, files, bytes: states.reduce((all, state) => all + (state?.size ?? 0), 0), modifiedAt: new Date(Math.floor(Math.max(...states.map((state) => state?.mtimeMs ?? 0)))) }
  }))
  return found.toSorted((a, b) => a.modifiedAt.getTime() - b.modifiedAt.getTime() || (a.name < b.name ? -1 : 1))
}

const nameOf = (path: string): string => parts.reduce((name, part) => name.replace(part, (text, number: string) => text.replace(number, '*')), path)
const hidden = (path: string): boolean => /[/\\]\./.test(path)

/** It went away between two looks at it, and shows so in the next. */
function gone(error: NodeJS.ErrnoException): null {
  if (error.code !== 'ENOENT') throw error
  return null
}
