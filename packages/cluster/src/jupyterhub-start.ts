import { Problem } from '@hubfleet/core'
import type { ServerRef } from './jupyterhub-api.ts'
import type { StartProgress } from './jupyterhub-models.ts'
import { messageOf, unexpected, type Ask, type HubApiOptions } from './jupyterhub-request.ts'

export const serverPath = ({ user, name }: ServerRef): string => `/users/${encodeURIComponent(user)}/${name === '' ? 'server' : `servers/${encodeURIComponent(name)}`}`

/** By itself the hub waits up to ten seconds for a start before it answers; on Kubernetes it answers at once. */
const patience = 4

export async function startServer(ask: Ask, server: ServerRef, choice: Record<string, unknown>, signal: AbortSignal): Promise<'ready' | 'starting' | 'stopping'> {
  const body = Object.keys(choice).length > 0 ? choice : undefined
  const answer = await ask('POST', serverPath(server), signal, { body, patience, expected: [403, 429, 500] })
  const { status, json } = answer
  const reason = messageOf(json)
  switch (status) {
    case 201: return 'ready'
    case 202: return 'starting'
    case 404: throw new Problem('not-found', { noun: 'user', ref: server.user })
    case 429: throw new Problem('hub-full', { reason }, answer.retryAfterSeconds === null ? {} : { retryAfterSeconds: answer.retryAfterSeconds })
    case 400:
      if (/already running/.test(reason)) return 'ready'
      if (/pending/.test(reason)) return /pending stop/.test(reason) ? 'stopping' : 'starting'
      throw new Problem('server-refused', { reason })
    case 403: throw new Problem('server-refused', { reason })
    case 500: throw new Problem('server-start-failed', { user: server.user, reason })
    default: throw unexpected('POST of a server', answer)
  }
}

/** Events that are known already come at once; for later ones this long is listened. */
const listenMs = 1_000

/** The last event of a start's progress. */
export async function progressOf({ baseUrl, token, fetch = globalThis.fetch, timeoutMs = 5_000 }: HubApiOptions, server: ServerRef, signal: AbortSignal): Promise<StartProgress | null> {
  const enough = new AbortController()
  try {
    const response = await fetch(`${baseUrl}${serverPath(server)}/progress`, {
      headers: { authorization: `token ${token}`, accept: 'text/event-stream' }, redirect: 'error', signal: AbortSignal.any([signal, enough.signal, AbortSignal.timeout(timeoutMs)]),
    })
    if (response.status !== 200 || !response.body) return null
    return await lastEvent(response.body, enough)
  } catch {
    signal.throwIfAborted()
    return null // it only tells more than the server's own state does
  } finally {
    enough.abort()
  }
}

async function lastEvent(body: ReadableStream<Uint8Array>, enough: AbortController): Promise<StartProgress | null> {
  const timer = setTimeout(() => enough.abort(), listenMs)
  let text = ''
  try {
    const decoder = new TextDecoder()
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true })
      if (/"(ready|failed)": ?true/.test(text)) break
    }
  } catch (error) {
    if (!enough.signal.aborted) throw error
  } finally {
    clearTimeout(timer)
  }
  const events = text.split('\n').filter((line) => line.startsWith('data:')).flatMap((line) => eventOf(line.slice('data:'.length)))
  return events.at(-1) ?? null
}

function eventOf(json: string): StartProgress[] {
  try {
    const { progress = 0, message = '', ready = false, failed = false } = JSON.parse(json) as Partial<Record<'progress' | 'message' | 'ready' | 'failed', unknown>>
    return [{ percent: Number(progress), message: String(message).slice(0, 500), ready: ready === true, failed: failed === true }]
  } catch {
    return []
  }
}
