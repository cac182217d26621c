import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { join } from 'node:path'

export interface GuardedOptions {
  /** Exactly these variables; left out, those of this process. */
  env?: Record<string, string>
  cwd?: string
  log: string
}

/** A process that ends with this one, whichever way this one ends. */
export interface Guarded {
  readonly name: string
  /** Of the guard, whose first child is the program itself. */
  readonly pid: number
  /** Whether it has not exited yet. */
  running(): boolean
  /** The last lines of its output, for the message of a failure. */
  tail(): Promise<string>
  /** SIGTERM, SIGKILL after ten seconds; resolves when it has exited. */
  stop(): Promise<void>
}

const guard = join(import.meta.dirname, 'guard.sh')

/** Starts `command` with its output in the file `log`, appended. It keeps neither this process nor its event loop alive. */
export function startGuarded(name: string, command: string[], { env, cwd, log }: GuardedOptions): Guarded {
  const output = openSync(log, 'a')
  // A group of its own: ctrl-c in a terminal reaches the test alone, which then closes the pipe.
  // The test runner adds to the environment of whatever a test spawns, and breaks node programs with it; `env -i` takes that away.
  const exactly = env ? ['env', '-i', ...Object.entries(env).map(([name, value]) => `${name}=${value}`)] : []
  const child = spawn(guard, [...exactly, ...command], { cwd, stdio: ['pipe', output, output], detached: true })
  closeSync(output)
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()).once('error', () => resolve()))
  let running = true
  void exited.then(() => { running = false })
  const lifeline = child.stdin as Socket
  lifeline.on('error', () => { /* the guard is gone already */ })
  lifeline.unref()
  child.unref()
  return {
    name,
    pid: child.pid ?? 0,
    running: () => running,
    tail: async () => (await readFile(log, 'utf8').catch(() => '')).trimEnd().split('\n').slice(-15).join('\n'),
    stop: async () => {
      child.ref()
      lifeline.end()
      await exited
    },
  }
}

/** Process id of the program that `startGuarded` started, for a test that kills or freezes it. */
export async function programUnder({ pid }: Guarded): Promise<number> {
  const [child] = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ')
  return Number(child)
}
