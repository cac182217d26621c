import { createHash } from 'node:crypto'
import { isProblem, parseImage, Problem, type ImageFacts, type ImageReference } from '@hubfleet/core'
import { reasonOf } from '../failures.ts'
import type { HostGuard } from '../kubernetes.ts'
import { parseChallenge, type Challenge } from './challenge.ts'
import { factsOf, manifestTypes, type Manifest } from './manifest.ts'

export interface RegistryCredentials { username: string; password: string }

export interface RegistryOptions {
  /** Judges each host before it is connected to. */
  guard: HostGuard
  fetch?: typeof globalThis.fetch
  timeoutMs?: number
}

/** Asks registries about images by the distribution specification. */
export interface Registry {
  /** Throws `image-missing`, `image-denied`, `registry-not-answering` or `address-refused`. */
  image(text: string, credentials: RegistryCredentials | null, signal: AbortSignal): Promise<ImageFacts>
}

const mostBytes = 8 * 1024 * 1024
const mostRedirects = 5

export function createRegistry({ guard, fetch = globalThis.fetch, timeoutMs = 10_000 }: RegistryOptions): Registry {
  return {
    async image(text, credentials, signal) {
      const reference = parseImage(text)
      if (!reference) throw new Problem('image-missing', { registry: 'of no name', image: text, reason: 'this is no name of an image' })
      const asked = new Asked(reference, text, credentials, { guard, fetch, signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) })
      try {
        return await factsOf(asked)
      } catch (error) {
        signal.throwIfAborted()
        if (isProblem(error)) throw error
        throw new Problem('registry-not-answering', { registry: reference.registry, image: text, reason: reasonOf(error) })
      }
    },
  }
}

interface Means { guard: HostGuard; fetch: typeof globalThis.fetch; signal: AbortSignal }

/** One question about one image, with the token that it was given on the way. */
class Asked {
  readonly #reference: ImageReference
  readonly #text: string
  readonly #credentials: RegistryCredentials | null
  readonly #means: Means
  #authorization: string | null = null

  constructor(reference: ImageReference, text: string, credentials: RegistryCredentials | null, means: Means) {
    this.#reference = reference
    this.#text = text
    this.#credentials = credentials
    this.#means = means
  }

  /** By its tag, or by the digest where one is named; the digest is that of the bytes that came. */
  async manifest(digest?: string): Promise<{ manifest: Manifest; digest: string }> {
    const wanted = digest ?? this.#reference.digest ?? this.#reference.tag ?? 'latest'
    const body = await this.#get(`manifests/${wanted}`, manifestTypes.join(', '))
    const found = `sha256:${createHash('sha256').update(body).digest('hex')}`
    if (wanted.startsWith('sha256:') && wanted !== found) throw new Error(`it gave something else than ${wanted}`)
    return { manifest: JSON.parse(body.toString()) as Manifest, digest: found }
  }

  async config(digest: string): Promise<Record<string, unknown>> {
    return JSON.parse((await this.#get(`blobs/${digest}`, '*/*')).toString()) as Record<string, unknown>
  }

  async #get(path: string, accept: string): Promise<Buffer> {
    const { registry, repository } = this.#reference
    const url = new URL(`${schemeOf(registry)}://${registry}/v2/${repository}/${path}`)
    let response = await this.#request(url, { accept, ...(this.#authorization && { authorization: this.#authorization }) })
    if (response.status === 401 && !this.#authorization) {
      const challenge = parseChallenge(response.headers.get('www-authenticate'))
      await response.body?.cancel()
      this.#authorization = await this.#answer(challenge)
      response = await this.#request(url, { accept, authorization: this.#authorization })
    }
    if (response.ok) return bodyOf(response)
    throw await this.#refusal(response)
  }

  /** Credentials go to who the registry says asks for them, and to nobody over a line that can be read. */
  async #answer(challenge: Challenge | null): Promise<string> {
    const basic = this.#credentials && `Basic ${Buffer.from(`${this.#credentials.username}:${this.#credentials.password}`).toString('base64')}`
    if (challenge?.scheme === 'basic' && basic) return basic
    if (challenge?.scheme !== 'bearer') throw this.#denied(basic ? 'it asks for a login of a kind that is not known' : 'it asks for a login')
    const { registry, repository } = this.#reference
    const realm = URL.parse(challenge.realm)
    if (!realm || (realm.protocol !== 'https:' && !(realm.protocol === 'http:' && schemeOf(registry) === 'http' && isLocal(realm.hostname)))) throw new Error(`it sends its callers to ${challenge.realm.slice(0, 200)}, which is no https address`)
    if (challenge.service) realm.searchParams.set('service', challenge.service)
    realm.searchParams.set('scope', challenge.scope ?? `repository:${repository}:pull`)
    const response = await this.#request(realm, { accept: 'application/json', ...(basic && { authorization: basic }) })
    if (response.status === 401 || response.status === 403) throw this.#denied(basic ? 'the name or the token is wrong' : 'it asks for a login')
    if (!response.ok) throw new Error(`${realm.host} answers ${response.status}`)
    const given = JSON.parse((await bodyOf(response)).toString()) as { token?: string; access_token?: string }
    const token = given.token ?? given.access_token
    if (!token) throw new Error(`${realm.host} gives no token`)
    return `Bearer ${token}`
  }

  /** Follows redirects itself: each host is judged, and what is secret is shown to the first only. */
  async #request(address: URL, headers: Record<string, string>): Promise<Response> {
    const { guard, fetch, signal } = this.#means
    let url = address
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      if (url.protocol !== 'https:' && !isLocal(url.hostname)) throw new Error(`it leads to ${url.protocol}//${url.host}, which is not https`)
      await guard(url.hostname)
      const { authorization, ...open } = headers
      const response = await fetch(url, { redirect: 'manual', headers: url.origin === address.origin && authorization ? { ...open, authorization } : open, signal })
      const location = response.headers.get('location')
      if (response.status < 300 || response.status >= 400 || !location) return response
      await response.body?.cancel()
      url = new URL(location, url)
    }
    throw new Error('it redirects too often')
  }

  async #refusal(response: Response): Promise<Error> {
    const { status } = response
    const said = await errorOf(response)
    if (status === 401 || status === 403) return this.#denied(said ?? (this.#credentials ? 'the login may not pull it' : 'it asks for a login'))
    if (status === 404) return new Problem('image-missing', { registry: this.#reference.registry, image: this.#text, reason: said ?? 'it is not known' })
    return new Error(status === 429 ? 'too many questions in a short time' : `it answers ${status}${said ? `: ${said}` : ''}`)
  }

  #denied(reason: string): Problem {
    return new Problem('image-denied', { registry: this.#reference.registry, image: this.#text, reason })
  }
}

export type { Asked }

/** As container runtimes do: a registry on the machine itself needs no certificate. */
const isLocal = (host: string): boolean => host === 'localhost' || /^127\./.test(host) || host === '[::1]'
const schemeOf = (registry: string): string => (isLocal(registry.replace(/:\d+$/, '')) ? 'http' : 'https')

/** The registry's own words, as `{"errors":[{"code","message"}]}`. */
async function errorOf(response: Response): Promise<string | null> {
  try {
    const { errors } = JSON.parse((await bodyOf(response)).toString()) as { errors?: { code?: string; message?: string }[] }
    return errors?.[0] ? [errors[0].code, errors[0].message].filter(Boolean).join(': ').slice(0, 300) : null
  } catch {
    return null
  }
}

async function bodyOf(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > mostBytes) throw new Error(`an answer is larger than ${mostBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
