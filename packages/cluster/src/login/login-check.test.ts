import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { Problem, type LdapProbe, type LoginProbe } from '@hubfleet/core'
import { testCertificate } from '../../../core/src/testing-certificates.ts'
import { createLoginCheck } from './login-check.ts'
import { testDirectory } from './testing-directory.ts'

const signal = new AbortController().signal
const guard = async () => {}
const [client, secret, callback] = ['the-client', 's3cret', 'https://hub.example.org/hub/oauth_callback']

interface Known { client?: string; secret?: string; callback?: string }
type Provider = (known: Required<Known>) => (asked: { path: string; query: URLSearchParams; form: URLSearchParams }) => { status: number; location?: string; json?: unknown; html?: string }
const page = (status: number, html: string) => ({ status, html })
const error = (status: number, code: string, more = {}) => ({ status, json: { error: code, ...more } })

/** What providers answer, as their documentation and their users' reports have it. */
const providers: Record<string, Provider> = {
  github: (known) => ({ path, query, form }) => {
    if (path === '/authorize') return query.get('client_id') === known.client ? { status: 302, location: `/login?return_to=${encodeURIComponent(`/login/oauth/authorize?client_id=${known.client}`)}` } : page(404, 'Not Found')
    if (form.get('client_id') !== known.client) return error(404, 'Not Found')
    if (form.get('client_secret') !== known.secret) return error(200, 'incorrect_client_credentials')
    return form.get('redirect_uri') === known.callback ? error(200, 'bad_verification_code') : error(200, 'redirect_uri_mismatch')
  },
  google: (known) => ({ path, query, form }) => {
    const told = (words: string) => ({ status: 302, location: `https://accounts.example.org/signin/oauth/error?authError=${Buffer.from(`\x0a\x15${words}\x12\xb0\x01`, 'latin1').toString('base64url')}` })
    if (path === '/authorize') return query.get('client_id') !== known.client ? told('invalid_client') : query.get('redirect_uri') !== known.callback ? told('redirect_uri_mismatch') : { status: 302, location: '/v3/signin/identifier' }
    if (form.get('client_id') !== known.client || form.get('client_secret') !== known.secret) return error(401, 'invalid_client', { error_description: 'Unauthorized' })
    return error(400, 'invalid_grant', { error_description: 'Malformed auth code.' })
  },
  keycloak: (known) => ({ path, query, form }) => {
    if (path === '/authorize') return query.get('client_id') !== known.client ? page(400, '<p>Client not found.</p>') : query.get('redirect_uri') !== known.callback ? page(400, '<p>Invalid parameter: redirect_uri</p>') : page(200, '<form>')
    if (form.get('client_id') !== known.client) return error(401, 'invalid_client')
    return form.get('client_secret') === known.secret ? error(400, 'invalid_grant', { error_description: 'Code not valid' }) : error(401, 'unauthorized_client')
  },
  auth0: (known) => ({ path, query, form }) => {
    if (path === '/authorize') return query.get('redirect_uri') === known.callback ? { status: 302, location: '/u/login' } : page(403, 'Callback URL mismatch. The provided redirect_uri is not in the list of allowed callback URLs.')
    return form.get('client_secret') === known.secret && form.get('client_id') === known.client ? error(403, 'invalid_grant') : error(401, 'access_denied', { error_description: 'Unauthorized' })
  },
  microsoft: (known) => ({ path, form }) => {
    if (path === '/authorize') return page(200, '<form>')
    if (form.get('client_id') !== known.client) return error(400, 'unauthorized_client', { error_description: 'AADSTS700016: Application with identifier was not found in the directory' })
    return form.get('client_secret') === known.secret ? error(400, 'invalid_grant', { error_description: 'AADSTS9002313' }) : error(401, 'invalid_client', { error_description: 'AADSTS7000215: Invalid client secret provided.' })
  },
}

async function serve(t: Test, answer: (request: IncomingMessage, response: ServerResponse, body: string) => void, tls?: { cert: string; key: string }): Promise<string> {
  const listen = (request: IncomingMessage, response: ServerResponse) => { void text(request).then((body) => { answer(request, response, body) }) }
  const server = tls ? createHttpsServer(tls, listen) : createServer(listen)
  t.teardown(() => { server.close(); server.closeAllConnections() })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A provider that knows our client, secret and callback, but for what is said. */
async function provider(t: Test, name: string, known: Known = {}): Promise<{ at: string; asked: string[] }> {
  const asked: string[] = []
  const answers = providers[name]!({ client, secret, callback, ...known })
  const at = await serve(t, (request, response, body) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://here')
    asked.push(`${request.method} ${pathname}`)
    const { status, location, json, html } = answers({ path: pathname, query: searchParams, form: new URLSearchParams(body) })
    response.writeHead(status, { ...(location && { location }), 'content-type': json ? 'application/json' : 'text/html' })
    response.end(json ? JSON.stringify(json) : html)
  })
  return { at, asked }
}

const probe = (at: string, more: Partial<Extract<LoginProbe, { kind: 'oauth' }>> = {}): LoginProbe => ({
  kind: 'oauth', provider: 'Example', endpoints: { authorizeUrl: `${at}/authorize`, tokenUrl: `${at}/token` }, clientId: client, clientSecret: secret, callbackUrl: callback, scope: ['openid'], unknownIs404: false, ...more,
})
const check = createLoginCheck({ guard })

for (const name of Object.keys(providers)) {
  t.test(`${name}: a client that is right is told from one that is not known, and from a wrong secret`, async (t) => {
    const more = { unknownIs404: name === 'github' }
    const finding = async (known: Known) => check(probe((await provider(t, name, known)).at, more), signal)
    t.match(await finding({}), { fault: null, seen: /knows the client and takes its secret/ })
    t.match((await finding({ client: 'another' })).fault?.code, /^Client(Unknown|Refused)$/)
    const refused = await finding({ secret: 'another' })
    t.match(refused, { fault: { code: 'ClientRefused', what: /login\.clientSecret/ } })
    t.notMatch(JSON.stringify(refused), secret)
    // the others look at it only after somebody has logged in
    if (name !== 'microsoft') t.match(await finding({ callback: 'https://old.example.org/hub/oauth_callback' }), { fault: { code: 'CallbackNotRegistered', what: new RegExp(callback) } })
  })
}

t.test('answers that prove nothing are no fault, and no praise either', async (t) => {
  const silent: [number, string][] = [[500, 'oops'], [429, '{"error":"slow_down"}'], [403, 'Are you a robot?'], [200, '<html>'], [400, '{"error":"invalid_request"}']]
  for (const [status, body] of silent) {
    const at = await serve(t, (_request, response) => { response.writeHead(status).end(body) })
    await t.rejects(check(probe(at), signal), { code: 'login-not-checked', retryable: true }, `${status} ${body}`)
  }
})

t.test('who does not answer, or shows a certificate that nobody trusts, was not asked', async (t) => {
  const tls = await serve(t, (_request, response) => { response.end() }, await testCertificate('login.example.org'))
  await t.rejects(check(probe(tls), signal), { code: 'login-not-checked' })
  const hanging = await serve(t, () => {})
  await t.rejects(createLoginCheck({ guard, timeoutMs: 100 })(probe(hanging), signal), { code: 'login-not-checked', message: /no answer/ })
  await t.rejects(check(probe('http://127.0.0.1:1'), signal), { code: 'login-not-checked' })
})

t.test('an address that the guard refuses gets no secret', async (t) => {
  const { at, asked } = await provider(t, 'google')
  const guarded = createLoginCheck({ guard: async (address) => { throw new Problem('address-refused', { address, reason: 'a loopback address' }) } })
  await t.rejects(guarded(probe(at), signal), { code: 'address-refused' })
  t.same(asked, [])
})

t.test('one answer serves many looks, and a new secret is tried at once', async (t) => {
  let now = 0
  const { at, asked } = await provider(t, 'google')
  const patient = createLoginCheck({ guard, now: () => now })
  await Promise.all([1, 2, 3].map(() => patient(probe(at), signal)))
  t.same(asked, ['POST /token', 'GET /authorize'])
  await patient(probe(at, { clientSecret: 'new' }), signal)
  t.equal(asked.length, 4)
  now += 2 * 3_600_000
  await patient(probe(at), signal)
  t.equal(asked.length, 6)
})

t.test('OpenShift tells where to log in; a platform of LTI shows its keys, or it is told that there are none', async (t) => {
  const { at } = await provider(t, 'keycloak')
  const cluster = await serve(t, (_request, response) => { response.end(JSON.stringify({ authorization_endpoint: `${at}/authorize`, token_endpoint: `${at}/token` })) })
  t.match(await check(probe(at, { endpoints: { discoveryUrl: `${cluster}/.well-known/oauth-authorization-server` } }), signal), { fault: null })
  const keys = async (status: number, body: string) => check({ kind: 'keys', provider: 'Moodle', keysUrl: `${await serve(t, (_request, response) => { response.writeHead(status).end(body) })}/jwks` }, signal)
  t.match(await keys(200, '{"keys":[{"kty":"RSA"}]}'), { fault: null })
  t.match(await keys(404, ''), { fault: { code: 'KeysMissing' } })
  t.match(await keys(200, '<html>'), { fault: { code: 'KeysMissing' } })
})

const directory: LdapProbe = { kind: 'ldap', host: '127.0.0.1', port: 0, encryption: 'none', verify: true, certificateAuthority: null, account: { user: 'cn=reader', password: secret }, anonymous: false }
const byPassword = (_user: string, password: string) => (password === secret ? 0 : 49)

t.test('a directory takes the account that looks people up, or it is told that it does not', async (t) => {
  const { port } = await testDirectory(t, { bind: byPassword })
  t.match(await check({ ...directory, port }, signal), { fault: null, seen: /takes the account cn=reader/ })
  const refused = await check({ ...directory, port, account: { user: 'cn=reader', password: 'wr0ng' } }, signal)
  t.match(refused, { fault: { code: 'AccountRefused', what: /cn=reader/ } })
  t.notMatch(JSON.stringify(refused), 'wr0ng')
  const strict = await testDirectory(t, { bind: () => 48 })
  t.match(await check({ ...directory, port: strict.port, account: null, anonymous: true }, signal), { fault: { code: 'AccountNeeded' } })
  t.match(await check({ ...directory, port: strict.port, account: null }, signal), { fault: null }, 'people log in by their own names')
  const encrypted = await testDirectory(t, { bind: () => 13 })
  t.match(await check({ ...directory, port: encrypted.port }, signal), { fault: { code: 'EncryptionRequired' } })
})

t.test('a password goes to a directory only after it was encrypted for a server that is trusted', async (t) => {
  const certificate = await testCertificate('127.0.0.1')
  for (const encryption of ['startTls', 'tls'] as const) {
    const { port, binds } = await testDirectory(t, { bind: byPassword, certificate, tls: encryption === 'tls' })
    t.match(await check({ ...directory, port, encryption }, signal), { fault: { code: 'CertificateNotTrusted' } }, encryption)
    t.same(binds, [])
    t.match(await check({ ...directory, port, encryption, verify: false }, signal), { fault: null })
    t.same(binds, ['encrypted cn=reader'])
  }
  const { port, binds } = await testDirectory(t, { bind: byPassword })
  t.match(await check({ ...directory, port, encryption: 'startTls' }, signal), { fault: { code: 'NoStartTls' } })
  t.same(binds, [])
})

t.test('a directory that refused an account is not asked again and again, which would lock it', async (t) => {
  let now = 0
  const patient = createLoginCheck({ guard, now: () => now })
  const { port, binds } = await testDirectory(t, { bind: () => 49 })
  for (let look = 0; look < 20; look++) {
    t.match(await patient({ ...directory, port }, signal), { fault: { code: 'AccountRefused' } })
    now += 60_000
  }
  t.equal(binds.length, 1)
})
