import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A new folder that is gone after remove(), or soon after this process has ended, however it ended. Removed again and again
 * while a program that is still dying writes into it.
 */
export async function temporaryFolder(prefix: string): Promise<{ dir: string; remove(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), prefix))
  const child = spawn('sh', ['-c', 'while read -r _; do :; done; until rm -rf "$0" 2>/dev/null; do sleep 0.1; done', dir], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const lifeline = child.stdin as Socket
  lifeline.unref()
  child.unref()
  return {
    dir,
    remove: async () => {
      child.ref()
      lifeline.end()
      await exited
    },
  }
}
