import type { AuthClient } from 'google-auth-library'
import { Problem } from '@hubfleet/core'
import type { EndingToken } from '@hubfleet/cluster'
import type { OpenCredential } from '../machines.ts'
import { cloud, credentialProblem } from './problems.ts'

const scopes = ['https://www.googleapis.com/auth/cloud-platform']

export type GcpCredential = Extract<OpenCredential, { type: `gcp-${string}` }>

export interface Tokens {
  /** Kept until shortly before it ends; with `fresh` a new one. */
  token(signal: AbortSignal, options?: { fresh?: boolean }): Promise<EndingToken>
  /** Who the worker is, for a credential that does not say so. */
  identity(): Promise<string>
}

export type AddressOf = (service: string) => string

/** Tokens by Google's own library. What it reads of a credential is named here field by field: a key's file can name programs to run and addresses to ask. */
export function createTokens(credential: GcpCredential, addressOf: AddressOf): Tokens {
  let making: Promise<AuthClient> | null = null
  const client = () => (making ??= clientOf(credential, addressOf).catch((error: unknown) => {
    making = null
    throw error
  }))
  return {
    async identity() {
      const { GoogleAuth } = await import('google-auth-library')
      return (await new GoogleAuth({ scopes }).getCredentials()).client_email ?? 'the worker'
    },
    async token(signal, { fresh = false } = {}) {
      signal.throwIfAborted()
      try {
        if (fresh) making = null
        const auth = await client()
        const { token } = await bounded(auth.getAccessToken(), signal)
        if (!token) throw new Error('Google gave no token')
        return { token, expiresAt: new Date(auth.credentials.expiry_date ?? Date.now() + 3_300_000) }
      } catch (error) {
        signal.throwIfAborted()
        throw error instanceof Problem ? error : credentialProblem(error)
      }
    },
  }
}

/** The library takes no signal; what it still asks ends by itself. */
async function bounded<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(30_000)])
  return await Promise.race([work, new Promise<never>((_, reject) => limit.addEventListener('abort', () => reject(limit.reason), { once: true }))])
}

async function clientOf(credential: GcpCredential, addressOf: AddressOf): Promise<AuthClient> {
  const { GoogleAuth, IdentityPoolClient, JWT } = await import('google-auth-library')
  const transporterOptions = { fetchImplementation: redirected(addressOf), timeout: 20_000, retryConfig: { retry: 1, noResponseRetries: 1 } }
  switch (credential.type) {
    case 'gcp-federation': {
      const { workloadIdentityProvider, serviceAccount } = credential
      return new IdentityPoolClient({
        type: 'external_account', audience: `//iam.googleapis.com/${workloadIdentityProvider}`, subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
        token_url: `${addressOf('sts')}/v1/token`, scopes, transporterOptions,
        service_account_impersonation_url: `${addressOf('iamcredentials')}/v1/projects/-/serviceAccounts/${encodeURIComponent(serviceAccount)}:generateAccessToken`,
        subject_token_supplier: { getSubjectToken: () => credential.identityToken(`https://iam.googleapis.com/${workloadIdentityProvider}`) },
      })
    }
    case 'gcp-key': {
      const { email, key, keyId } = readKey(credential.key)
      return new JWT({ email, key, ...(keyId && { keyId }), scopes, transporterOptions })
    }
    case 'gcp-ambient': return new GoogleAuth({ scopes, clientOptions: { transporterOptions } }).getClient()
  }
}

function readKey(text: string): { email: string; key: string; keyId?: string } {
  const refuse = (reason: string): never => { throw new Problem('cloud-credential-refused', { cloud, reason, fix: 'Give the JSON of a key of a service account, as it was downloaded.' }) }
  let read: Record<string, unknown>
  try {
    read = JSON.parse(text) as Record<string, unknown>
  } catch {
    return refuse('the key is no JSON')
  }
  const { type, client_email: email, private_key: key, private_key_id: keyId } = read ?? {}
  if (type !== 'service_account') return refuse(`the key is of the type ${JSON.stringify(type)}; only service_account is taken`)
  if (typeof email !== 'string' || typeof key !== 'string') return refuse('the key has no client_email or no private_key')
  return { email, key, ...(typeof keyId === 'string' && { keyId }) }
}

/** The identity that a credential names by itself. */
export const identityOf = (credential: GcpCredential): string | null =>
  credential.type === 'gcp-federation' ? credential.serviceAccount : credential.type === 'gcp-key' ? readKey(credential.key).email : null

/** The library's own addresses are led to the endpoints that the credential names. */
const redirected = (addressOf: AddressOf): typeof fetch => (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input)
  const service = /^([a-z0-9]+)\.googleapis\.com$/.exec(url.hostname)?.[1]
  return fetch(service ? `${addressOf(service)}${url.pathname}${url.search}` : url, { ...init, redirect: 'error' })
}
