import { mkdtemp, rm } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { Test } from 'tap'
import { scripted, serve, type Recorded, type Reply } from '@hubfleet/sdk/testing'
import type { Io } from './io.ts'
import { main } from './main.ts'

export interface World extends Io {
  /** What was written so far. */
  out(): string
  err(): string
  /** As if Ctrl-C was pressed. */
  interrupt(): void
  type(text: string): void
  /** Runs one command line and resolves with its exit code. */
  run(...argv: string[]): Promise<number>
}

export interface WorldOptions { tty?: boolean; input?: string; env?: Record<string, string>; now?: () => number }

/** A machine for commands: its streams, its environment and a home of its own, which go with the test. */
export async function world(t: Test, { tty = false, input, env = {}, now = Date.now }: WorldOptions = {}): Promise<World> {
  const home = await mkdtemp(join(tmpdir(), 'hubfleet-cli-'))
  t.teardown(() => rm(home, { recursive: true }))
  const stdin = Object.assign(new PassThrough(), { isTTY: tty })
  if (input !== undefined) stdin.end(input)
  const written = { out: '', err: '' }
  const interrupts = new Set<() => void>()
  const io: World = {
    stdin, env: { XDG_CONFIG_HOME: home, ...env }, now,
    stdout: { isTTY: tty, columns: 100, write(text) { written.out += text } },
    stderr: { isTTY: tty, columns: 100, write(text) { written.err += text } },
    onInterrupt(callback) {
      interrupts.add(callback)
      return () => interrupts.delete(callback)
    },
    out: () => written.out,
    err: () => written.err,
    interrupt: () => interrupts.forEach((each) => each()),
    type: (text) => stdin.write(text),
    run: (...argv) => main(argv, io),
  }
  return io
}

/** A machine that is logged in to a server which answers with these replies, the last one for ever, and records what it was asked. */
export async function loggedIn(t: Test, replies: Reply[], options: WorldOptions = {}): Promise<World & { requests: Recorded[]; server: string }> {
  const { server, requests } = await scripted(t, ...replies)
  const io = await world(t, { ...options, env: { HUBFLEET_URL: server, HUBFLEET_KEY: 'hf_key', HUBFLEET_TENANT: 'physics', ...options.env } })
  return Object.assign(io, { requests, server })
}

/** An operation as the API shows it. */
export const operation = (more: Record<string, unknown> = {}) => ({
  id: 'op_1', tenantId: 'tenant_1', kind: 'hub.scale', target: { type: 'hub', id: 'hub_1' }, generation: 2, state: 'running', done: false, steps: [], progress: { percent: 0, message: 'waits for a worker' },
  attempt: 0, lastError: null, error: null, result: null, supersededBy: null, requestedBy: 'key_1', reason: 'api', createdAt: '2026-01-01T00:00:00.000Z', startedAt: null, finishedAt: null,
  deadlineAt: '2026-01-01T01:00:00.000Z', ...more,
})

export const step = (name: string, state: string, message: string, waitingSince: string | null = null) => ({ name, state, message, startedAt: null, finishedAt: null, waitingSince })

/** A server that accepts a change and then holds back the answer to whoever waits for it, as the real one does while nothing changes. */
export async function holding(t: Test): Promise<{ url: string; held: Promise<ServerResponse>; calls: string[] }> {
  const calls: string[] = []
  const { promise: held, resolve: hold } = Promise.withResolvers<ServerResponse>()
  const url = await serve(t, (request, response) => {
    calls.push(`${request.method} ${request.url}`)
    if (request.url!.includes('wait=')) return hold(response)
    response.writeHead(request.method === 'POST' ? 202 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(operation()))
  })
  return { url, held, calls }
}
