import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'

const root = join(import.meta.dirname, '..')

/** All commands of a page of docs that a reader is to type: its blocks of `sh`, one after the other. */
export async function commandsOf(page: string): Promise<string> {
  const markdown = await readFile(join(root, 'docs', page), 'utf8')
  return shellOf(markdown)
}

const shellOf = (markdown: string): string => [...markdown.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block).join('')

/** The commands of each section of a page, by its heading. */
export async function sectionsOf(page: string): Promise<Map<string, string>> {
  const markdown = await readFile(join(root, 'docs', page), 'utf8')
  return new Map(markdown.split(/^## /m).slice(1).map((section) => [section.slice(0, section.indexOf('\n')), shellOf(section)]))
}

/** Runs commands as a reader would whose home is `directory`; the first that fails ends them. `env` adds to PATH and HOME, and programs of `path` come after ours. */
export async function runCommands(script: string, directory: string, env: Record<string, string>, path: string[] = []): Promise<{ code: number | null; out: string; err: string }> {
  const bash = spawn('bash', ['-euo', 'pipefail', '-x', '-c', script], {
    cwd: directory, stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: [join(root, 'node_modules/.bin'), ...path, process.env['PATH']].join(delimiter), HOME: directory, ...env },
  })
  const [out, err, code] = await Promise.all([text(bash.stdout), text(bash.stderr), new Promise<number | null>((resolve) => { bash.on('close', resolve) })])
  return { code, out, err }
}
