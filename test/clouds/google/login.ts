/** The doors at which tokens are had: a service account's key, and a token of a trusted issuer that then acts as a service account. */
import { createVerify, randomUUID, type KeyObject } from 'node:crypto'

export interface Trust {
  /** Public keys of service accounts, by email. */
  keys: Map<string, KeyObject>
  /** Whether the issuer's token is taken; else why not. */
  identity(token: string): string | null
  audience: string
  serviceAccount: string
}

export class Login {
  /** When each token ends; `federated` ones act as nobody yet. */
  readonly #tokens = new Map<string, { endsAt: number; federated: boolean }>()
  readonly #trust: Trust
  readonly #now: () => number
  constructor(trust: Trust, now: () => number) {
    this.#trust = trust
    this.#now = now
  }

  #issue(federated: boolean): { token: string; endsAt: number } {
    const [token, endsAt] = [`ya29.${randomUUID()}`, this.#now() + 3_600_000]
    this.#tokens.set(token, { endsAt, federated })
    return { token, endsAt }
  }

  isGood(authorization: string | undefined, { federated = false } = {}): boolean {
    const known = this.#tokens.get(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '')
    return known !== undefined && known.federated === federated && known.endsAt > this.#now()
  }

  /** Ends all tokens, as when an account is disabled. */
  revoke(): void { this.#tokens.clear() }

  answer(service: string, path: string, text: string, authorization: string | undefined): { status: number; body: object } | null {
    if (service === 'oauth2' && path === '/token') return this.#key(new URLSearchParams(text))
    if (service === 'sts' && path === '/v1/token') return this.#exchange(new URLSearchParams(text))
    if (service === 'iamcredentials') return this.#impersonate(path, authorization)
    return null
  }

  #key(form: URLSearchParams): { status: number; body: object } {
    const refuse = (description: string) => ({ status: 400, body: { error: 'invalid_grant', error_description: description } })
    const [header = '', claims = '', signature = ''] = (form.get('assertion') ?? '').split('.')
    const { iss, scope, aud } = JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}') as Record<string, string>
    const key = this.#trust.keys.get(iss ?? '')
    if (form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer' || !scope || aud !== 'https://oauth2.googleapis.com/token') return refuse('Invalid JWT: fields are missing.')
    if (!key) return refuse('Invalid grant: account not found')
    if (!createVerify('RSA-SHA256').update(`${header}.${claims}`).verify(key, signature, 'base64url')) return refuse('Invalid JWT Signature.')
    return { status: 200, body: { access_token: this.#issue(false).token, expires_in: 3599, token_type: 'Bearer' } }
  }

  #exchange(form: URLSearchParams): { status: number; body: object } {
    const refuse = (error: string, description: string) => ({ status: 400, body: { error, error_description: description } })
    if (form.get('audience') !== this.#trust.audience) return refuse('invalid_target', 'The target service indicated by the "audience" parameters is invalid. This might either be because the pool or provider is disabled or deleted or because it doesn\'t exist.')
    if (form.get('subject_token_type') !== 'urn:ietf:params:oauth:token-type:jwt' || form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:token-exchange') return refuse('invalid_request', 'Invalid value for "subject_token_type".')
    const why = this.#trust.identity(form.get('subject_token') ?? '')
    return why === null ? { status: 200, body: { access_token: this.#issue(true).token, issued_token_type: 'urn:ietf:params:oauth:token-type:access_token', token_type: 'Bearer', expires_in: 3600 } } : refuse('unauthorized_client', why)
  }

  #impersonate(path: string, authorization: string | undefined): { status: number; body: object } {
    const email = decodeURIComponent(/^\/v1\/projects\/-\/serviceAccounts\/([^/:]+):generateAccessToken$/.exec(path)?.[1] ?? '')
    if (!this.isGood(authorization, { federated: true })) return { status: 401, body: { error: { code: 401, message: 'Request had invalid authentication credentials.', status: 'UNAUTHENTICATED' } } }
    if (email !== this.#trust.serviceAccount) return { status: 403, body: { error: { code: 403, message: 'Permission \'iam.serviceAccounts.getAccessToken\' denied on resource (or it may not exist).', status: 'PERMISSION_DENIED' } } }
    const { token, endsAt } = this.#issue(false)
    return { status: 200, body: { accessToken: token, expireTime: new Date(endsAt).toISOString() } }
  }
}

