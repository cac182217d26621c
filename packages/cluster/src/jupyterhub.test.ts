import type { IncomingMessage, RequestListener } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'
import t from 'tap'
import { createHubApi } from './jupyterhub.ts'

const signal = new AbortController().signal

async function serve(t: Test, listener: RequestListener) {
  const requests: { method: string; url: string; body: string; headers: IncomingMessage['headers'] }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => { body += String(chunk) }).on('end', () => {
      requests.push({ method: request.method ?? '', url: request.url ?? '', body, headers: request.headers })
      listener(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => { server.closeAllConnections(); server.close() })
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hub/api`
  return { api: createHubApi({ baseUrl, token: 'tok', timeoutMs: 300 }), baseUrl, requests }
}

const json = (response: Parameters<RequestListener>[1], status: number, body: unknown): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

t.test('every server of many users is found, though pages are short and plain lists are cut', async (t) => {
  const users = Array.from({ length: 450 }, (_, i) => ({ name: `u${i}`, servers: i % 3 ? {} : { '': { name: '', ready: true, pending: null, started: '2026-01-01T00:00:00Z', last_activity: null } } }))
  const { api, requests } = await serve(t, (request, response) => {
    if (!request.headers.accept?.includes('jupyterhub-pagination')) return json(response, 200, users.slice(0, 200))
    const offset = Number(new URL(request.url ?? '', 'http://x').searchParams.get('offset'))
    // filtered after paging, as JupyterHub does: a page may be empty and yet not the last
    const items = users.slice(offset, offset + 200).filter((user) => Object.keys(user.servers).length > 0 && offset !== 200)
    const next = offset + 200 < users.length ? { offset: offset + 200, limit: 200 } : null
    json(response, 200, { items, _pagination: { offset, limit: 200, total: users.length, next } })
  })
  const servers = await api.servers(signal)
  t.equal(servers.length, 67 + 16)
  t.same(servers[0], { user: 'u0', name: '', ready: true, pending: null, started: new Date('2026-01-01T00:00:00Z'), lastActivity: null })
  t.equal(requests.length, 3)
  t.equal(requests[0]?.headers.authorization, 'token tok')
})

t.test('a refused token is no outage: it says so, with the hub\'s own reason', async (t) => {
  const { api } = await serve(t, (_, response) => json(response, 403, { status: 403, message: 'Missing or invalid credentials.' }))
  await t.rejects(api.users(signal), { code: 'hub-api-refused', message: /403.*Missing or invalid/ })
})

t.test('while the hub restarts every call fails as one that may be tried again, and soon', async (t) => {
  const ways: Record<string, RequestListener> = {
    'plain 503 of the proxy': (_, response) => void response.writeHead(503).end('Service Unavailable'),
    'plain 404 of the proxy': (_, response) => void response.writeHead(404).end('Not Found'),
    'a 200 that is no JSON': (_, response) => void response.writeHead(200).end('<html>'),
    'a hang': () => {},
    'a cut connection': (request) => void request.socket.destroy(),
    'an error of the hub': (_, response) => json(response, 500, { message: 'database is locked' }),
  }
  for (const [way, listener] of Object.entries(ways)) {
    const { api } = await serve(t, listener)
    const calls: Promise<unknown>[] = [api.servers(signal), api.info(signal), api.deleteUser('u', signal), api.stopServer({ user: 'u', name: '' }, { remove: false }, signal)]
    for (const call of calls) {
      await t.rejects(call as Promise<void>, { code: 'hub-not-answering', retryable: true }, way)
    }
  }
})

t.test('an aborted call ends with the reason of its abort and not with a problem', async (t) => {
  const { api } = await serve(t, () => {})
  await t.rejects(api.servers(AbortSignal.timeout(20)), { name: 'TimeoutError' })
})

t.test('stopping tells whether the server is gone, and asks to remove only what can be removed', async (t) => {
  const { api, requests } = await serve(t, (request, response) => {
    if (request.url?.includes('slow')) return json(response, 202, {})
    if (request.url?.includes('busy')) return json(response, 400, { message: 'pending stop' })
    if (request.url?.includes('gone')) return json(response, 404, { message: 'no such user' })
    response.writeHead(204).end()
  })
  t.equal(await api.stopServer({ user: 'a/b@c', name: '' }, { remove: true }, signal), 'stopped')
  t.match(requests[0], { method: 'DELETE', url: '/hub/api/users/a%2Fb%40c/server', body: '' })
  t.equal(await api.stopServer({ user: 'slow', name: 'x' }, { remove: true }, signal), 'stopping')
  t.match(requests[1], { url: '/hub/api/users/slow/servers/x', body: '{"remove":true}' })
  t.equal(await api.stopServer({ user: 'busy', name: '' }, { remove: false }, signal), 'stopping')
  t.equal(await api.stopServer({ user: 'gone', name: '' }, { remove: false }, signal), 'stopped')
  await api.deleteUser('gone', signal)
})

t.test('version and scopes come from the hub itself', async (t) => {
  const { api } = await serve(t, (request, response) => json(response, 200, request.url?.endsWith('/user') ? { scopes: ['list:users'] } : { version: '5.5.0' }))
  t.same(await api.info(signal), { version: '5.5.0', scopes: ['list:users'] })
})
