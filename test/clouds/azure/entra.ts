import { ArmFailure } from './arm.ts'
import { clientId, directory } from './world.ts'

export const aksServer = '6dae42f8-4368-4678-94ff-3960e28e3630'

/** Entra's token endpoint for one app in one directory. */
export class Entra {
  secret = 'a-secret~value'
  secretExpired = false
  disabled = false
  /** The one token of others that the app trusts. */
  trusted = { issuer: 'https://hubfleet.example', subject: 'tenant:t1', audience: 'api://AzureADTokenExchange' }
  /** Scopes of the tokens that it gave. */
  readonly given: string[] = []

  answer(address: string, method: string, url: URL, text: string): { status: number; body: unknown } {
    if (url.pathname.endsWith('/v2.0/.well-known/openid-configuration')) {
      const base = `${address}/${url.pathname.split('/')[1]}`
      return { status: 200, body: { issuer: `${base}/v2.0`, authorization_endpoint: `${base}/oauth2/v2.0/authorize`, token_endpoint: `${base}/oauth2/v2.0/token`, jwks_uri: `${base}/discovery/v2.0/keys` } }
    }
    if (method !== 'POST' || !url.pathname.endsWith('/oauth2/v2.0/token')) return { status: 501, body: { error: 'UNIMPLEMENTED', error_description: `${method} ${url.pathname}` } }
    const form = new URLSearchParams(text)
    const refusal = this.#refusal(url.pathname.split('/')[1]!, form)
    if (refusal) return { status: refusal.startsWith('AADSTS7000') ? 401 : 400, body: { error: 'invalid_client', error_description: `${refusal} Trace ID: 0 Correlation ID: 0 Timestamp: 2026-03-02 08:00:00Z`, error_codes: [Number(/\d+/.exec(refusal)![0])] } }
    const scope = form.get('scope')!
    this.given.push(scope)
    const audience = scope.replace(/\/\.default.*$/, '')
    return { status: 200, body: { token_type: 'Bearer', expires_in: 3600, access_token: tokenOf({ aud: audience, appid: clientId, oid: 'object-1', tid: directory, exp: Math.floor(Date.now() / 1000) + 3600 }) } }
  }

  #refusal(tenant: string, form: URLSearchParams): string | null {
    if (tenant !== directory) return `AADSTS90002: Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`
    if (form.get('grant_type') !== 'client_credentials') return `AADSTS70003: The app requested an unsupported grant type '${form.get('grant_type')}'.`
    if (form.get('client_id') !== clientId) return `AADSTS700016: Application with identifier '${form.get('client_id')}' was not found in the directory 'Teaching'.`
    if (this.disabled) return `AADSTS7000112: Application '${clientId}' is disabled.`
    const assertion = form.get('client_assertion')
    if (assertion === null) {
      if (this.secretExpired) return `AADSTS7000222: The provided client secret keys for app '${clientId}' are expired.`
      return form.get('client_secret') === this.secret ? null : `AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`
    }
    if (form.get('client_assertion_type') !== 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer') return 'AADSTS50027: JWT token is invalid or malformed.'
    const { iss, sub, aud } = claimsOf(assertion)
    if (iss !== this.trusted.issuer) return `AADSTS700211: No matching federated identity record found for presented assertion issuer '${iss}'.`
    if (sub !== this.trusted.subject) return `AADSTS700213: No matching federated identity record found for presented assertion subject '${sub}'.`
    return aud === this.trusted.audience ? null : `AADSTS700212: No matching federated identity record found for presented assertion audience '${aud}'.`
  }

  check(authorization: string | undefined, management: string): void {
    const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1]
    if (!token) throw new ArmFailure(401, 'AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing.")
    const { aud } = claimsOf(token)
    if (aud !== management) throw new ArmFailure(401, 'InvalidAuthenticationTokenAudience', `The access token has been obtained for wrong audience or resource '${aud}'.`)
  }
}

export const tokenOf = (claims: object): string => `${encoded({ alg: 'none' })}.${encoded(claims)}.signature`
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
export const claimsOf = (token: string): Record<string, string> => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString() || '{}') as Record<string, string>
