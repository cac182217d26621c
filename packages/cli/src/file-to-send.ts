import { openAsBlob } from 'node:fs'
import { unreadable, UsageError } from './errors.ts'
import { readBytes, type Io } from './io.ts'

/** The one file of a command that sends one as it is, read as it is sent; standard input is read before. Throws UsageError. */
export async function fileToSend(files: readonly string[], io: Io): Promise<Blob> {
  const [path, ...more] = files
  if (path === undefined || more.length > 0) throw new UsageError('This command sends one file', 'Use --file PATH; put parts of an export together before: cat part-*.csv.gz > whole.csv.gz')
  if (path === '-') return new Blob([await readBytes(io.stdin)])
  try {
    return await openAsBlob(path)
  } catch (error) {
    throw unreadable(`the file of --file ${path}`, error)
  }
}
