import type { LoginFinding } from '@hubfleet/core'
import type { GuardedAnswer } from '../guarded-request.ts'

type Fault = LoginFinding['fault']
export interface Asked { provider: string; clientId: string; callbackUrl: string | null; unknownIs404: boolean }

/** What an answer proves: something wrong, that the client and its secret are right, or nothing. */
export interface Verdict { fault: Fault; proves: boolean }
const nothing: Verdict = { fault: null, proves: false }

const unknownClient = ({ provider, clientId }: Asked): Verdict => ({ fault: { code: 'ClientUnknown', what: `${provider} does not know the client ${clientId}: correct login.clientId.` }, proves: true })
const refusedClient = ({ provider, clientId }: Asked): Verdict =>
  ({ fault: { code: 'ClientRefused', what: `${provider} refuses the client ${clientId}: its id or its secret is wrong, or has expired. Make a new secret there and set login.clientSecret.` }, proves: true })
const unknownCallback = ({ provider, callbackUrl }: Asked): Verdict =>
  ({ fault: { code: 'CallbackNotRegistered', what: `${provider} does not send people back to ${callbackUrl}: enter this callback address there.` }, proves: true })

/** Errors of Microsoft's token service that are surely about the client. */
const microsoft: [string, (asked: Asked) => Verdict][] = [
  ['AADSTS700016', unknownClient], ['AADSTS50011', unknownCallback], ['AADSTS7000215', refusedClient], ['AADSTS7000222', refusedClient],
  ['AADSTS90002', ({ provider }) => ({ fault: { code: 'TenantUnknown', what: `${provider} does not know the directory: correct login.tenantId.` }, proves: true })],
]
const byMicrosoft = (asked: Asked, text: string): Verdict | undefined => microsoft.find(([code]) => text.includes(code))?.[1](asked)

/**
 * What the token endpoint answered to a code that nobody gave out. A provider looks at the client first (RFC 6749, 3.2.1 and 5.2), and only
 * then at the code; GitHub and Auth0 have names of their own for it.
 */
export function judgeToken(asked: Asked, { status, body }: GuardedAnswer): Verdict {
  const known = byMicrosoft(asked, body)
  if (known) return known
  const error = errorOf(body)
  switch (error) {
    case 'invalid_grant': case 'bad_verification_code': return { fault: null, proves: true }
    case 'invalid_client': case 'unauthorized_client': case 'incorrect_client_credentials': return refusedClient(asked)
    case 'access_denied': return status === 401 ? refusedClient(asked) : nothing
    case 'redirect_uri_mismatch': return unknownCallback(asked)
    default: return nothing
  }
}

function errorOf(body: string): string | null {
  try {
    const { error } = JSON.parse(body) as { error?: unknown }
    return typeof error === 'string' ? error : null
  } catch {
    // some answer as a form
    return /^[\w=&%+.-]+$/.test(body) ? new URLSearchParams(body).get('error') : null
  }
}

/**
 * What the authorization endpoint answered to who is not logged in. A provider that does not know the client or the callback address must
 * not send anybody back, and says so to the person (RFC 6749, 4.1.2.1); many look at it only after the login, and answer with its form.
 */
export function judgeAuthorize(asked: Asked, { status, location, body }: GuardedAnswer): Verdict {
  if (status >= 300 && status < 400 && location) return judgeRedirect(asked, location)
  const known = byMicrosoft(asked, body)
  if (known) return known
  if (status === 404 && asked.unknownIs404) return unknownClient(asked)
  if (status < 400 || status > 404) return nothing
  const text = body.toLowerCase()
  if (/redirect[\s_-]?ur[il]|callback url|reply url/.test(text) && /mismatch|invalid|not (registered|match|allowed|whitelisted)|must match|does ?n.t match/.test(text)) return unknownCallback(asked)
  return /client/.test(text) && /(not found|unknown|unregistered|does ?n.t exist|invalid[\s_]client|client authentication failed)/.test(text) ? unknownClient(asked) : nothing
}

function judgeRedirect(asked: Asked, location: string): Verdict {
  const target = URL.parse(location, asked.callbackUrl ?? 'https://nowhere.invalid')
  // Google tells what is wrong in base64 of a form of its own, in which the name of the error stands as it is
  const words = [target?.searchParams.get('error') ?? '', Buffer.from(target?.searchParams.get('authError') ?? '', 'base64').toString('latin1')].join(' ')
  if (/redirect_uri_mismatch/.test(words)) return unknownCallback(asked)
  return /invalid_client|deleted_client|unauthorized_client/.test(words) ? unknownClient(asked) : nothing
}
