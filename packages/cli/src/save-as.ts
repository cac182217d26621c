import { writeFile } from 'node:fs/promises'
import type { Hubfleet } from '@hubfleet/sdk'
import type { ApiCommand } from './api-command.ts'
import { UsageError } from './errors.ts'
import { readFlags } from './input.ts'
import type { Io } from './io.ts'

/** Where the answer is to be written, and what was asked of it there: flags by their name, as given. */
export interface SaveOptions { path: string; flags: Record<string, unknown> }

/** Writes an answer into a file, in the form that the file's extension names. Throws UsageError before anything is asked where there is no such form, or where it does not know a flag. */
export async function saveAs(command: ApiCommand, { path, flags }: SaveOptions, sent: { params: Record<string, string>; query?: Record<string, unknown>; body?: unknown }, client: Hubfleet, io: Io): Promise<void> {
  const extension = Object.keys(command.files ?? {}).filter((each) => path.toLowerCase().endsWith(`.${each}`)).sort((a, b) => b.length - a.length)[0] ?? ''
  const file = command.files?.[extension]
  if (!file) throw new UsageError(`There is no form of this answer for ${path}`, `Name it ${Object.keys(command.files ?? {}).map((each) => `*.${each}`).join(' or ')}`)
  const foreign = Object.keys(flags).find((name) => flags[name] !== undefined && !file.flags.some((flag) => flag.name === name))
  if (foreign) throw new UsageError(`--${foreign} says nothing of a .${extension}`, 'Leave it out, or choose another form')
  const response = await client.file({ method: command.method, path: file.path, ...sent, query: { ...sent.query, ...readFlags(file.flags, flags) } })
  const bytes = new Uint8Array(await response.arrayBuffer())
  try {
    await writeFile(path, bytes)
  } catch (error) {
    throw new UsageError(`Cannot write ${path}: ${(error as NodeJS.ErrnoException).code}`, 'Choose a file in a folder that exists and may be written')
  }
  io.stderr.write(`Saved ${path} (${bytes.length} bytes).\n`)
}
