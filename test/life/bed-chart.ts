import { cp, glob, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { chart } from './installation.ts'

/**
 * A copy in `dir` of the chart that the tests install, for pages of docs as they stand: it has the version that a hub gets by default, and
 * the cluster's own scheduler places the seats, since the chart's is a pod, and pods of a bed run nothing.
 */
export async function chartForBed(dir: string): Promise<string> {
  const folder = join(dir, basename(chart))
  await cp(chart, folder, { recursive: true })
  const edit = async (file: string, from: RegExp, to: string) => writeFile(join(folder, file), (await readFile(join(folder, file), 'utf8')).replace(from, to))
  await edit('Chart.yaml', /^version: .*$/m, 'version: 4.4.0')
  for await (const file of glob('templates/scheduling/**/*.yaml', { cwd: folder })) await edit(file, /^ +schedulerName:.*\n/gm, '')
  return folder
}
