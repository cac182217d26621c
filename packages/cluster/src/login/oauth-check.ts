import { randomBytes } from 'node:crypto'
import { Problem, type LoginFinding, type LoginProbe } from '@hubfleet/core'
import { guardedRequest, type GuardedAnswer, type GuardedRequest } from '../guarded-request.ts'
import { judgeAuthorize, judgeToken } from './oauth-answers.ts'

type Through = Pick<GuardedRequest, 'guard' | 'signal'>
type OAuthProbe = Extract<LoginProbe, { kind: 'oauth' }>

/** Asks an OAuth provider what it would answer to the hub: for a token, with a code that nobody gave out, and for the page where people log in. */
export async function checkOAuth(probe: OAuthProbe, through: Through): Promise<LoginFinding> {
  const { provider, clientId, clientSecret, callbackUrl, scope } = probe
  const { authorizeUrl, tokenUrl } = await endpointsOf(probe, through)
  const code = randomBytes(20).toString('hex')
  const form = new URLSearchParams({ grant_type: 'authorization_code', code, client_id: clientId, client_secret: clientSecret, ...(callbackUrl && { redirect_uri: callbackUrl }) })
  const token = judgeToken(probe, await guardedRequest(tokenUrl, { ...through, method: 'POST', headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }, body: form.toString() }))

  const page = new URL(authorizeUrl)
  for (const [name, value] of Object.entries({ response_type: 'code', client_id: clientId, state: code, ...(callbackUrl && { redirect_uri: callbackUrl }), ...(scope.length > 0 && { scope: scope.join(' ') }) })) page.searchParams.set(name, value)
  const answer = await guardedRequest(page.href, { ...through, headers: { accept: 'text/html' } })
  const authorize = judgeAuthorize(probe, answer)
  // that a client is not known says more than that something of it is refused
  const fault = authorize.fault?.code === 'ClientUnknown' ? authorize.fault : token.fault ?? authorize.fault ?? missing(answer, authorizeUrl)
  if (fault) return { fault, seen: fault.what }
  if (!token.proves) throw new Problem('login-not-checked', { provider, reason: 'what it answers to an invented code says nothing about the client' })
  return { fault: null, seen: `${provider} knows the client and takes its secret` }
}

const missing = ({ status }: GuardedAnswer, authorizeUrl: string): LoginFinding['fault'] =>
  (status === 404 ? { code: 'PageMissing', what: `There is no page to log in at ${authorizeUrl}.` } : null)

async function endpointsOf({ provider, endpoints: { authorizeUrl, tokenUrl, discoveryUrl } }: OAuthProbe, through: Through): Promise<{ authorizeUrl: string; tokenUrl: string }> {
  if (authorizeUrl && tokenUrl) return { authorizeUrl, tokenUrl }
  const { status, body } = await guardedRequest(discoveryUrl!, through)
  try {
    const { authorization_endpoint: authorize, token_endpoint: token } = JSON.parse(body) as Record<string, unknown>
    if (typeof authorize === 'string' && typeof token === 'string') return { authorizeUrl: authorize, tokenUrl: token }
  } catch { /* said below */ }
  throw new Problem('login-not-checked', { provider, reason: `${discoveryUrl} answers ${status} and does not tell where to log in` })
}

/** Whether a platform shows the keys that it signs with. */
export async function checkKeys({ provider, keysUrl }: Extract<LoginProbe, { kind: 'keys' }>, through: Through): Promise<LoginFinding> {
  const { status, body } = await guardedRequest(keysUrl, { ...through, headers: { accept: 'application/json' } })
  const wrong = (what: string): LoginFinding => ({ fault: { code: 'KeysMissing', what: `${what}: correct login.jwksUrl.` }, seen: what })
  if (status === 404 || status === 410) return wrong(`There are no keys of ${provider} at ${keysUrl}`)
  if (status !== 200) throw new Problem('login-not-checked', { provider, reason: `${keysUrl} answers ${status}` })
  try {
    const { keys } = JSON.parse(body) as { keys?: unknown }
    if (Array.isArray(keys) && keys.length > 0) return { fault: null, seen: `${provider} shows its keys` }
  } catch { /* said below */ }
  return wrong(`What is at ${keysUrl} are no keys`)
}
