import type { HostGuard } from './kubernetes.ts'

export interface Download { fetch: typeof globalThis.fetch; guard: HostGuard; signal: AbortSignal; maxBytes: number; /** Shown to the origin of the first address alone, and only over https. */ authorization?: string | undefined }

const maxRedirects = 5

/** The body behind an address. The guard judges each host on the way. Throws an Error that says what went wrong. */
export async function download(address: string, { fetch, guard, signal, maxBytes, authorization }: Download): Promise<Buffer> {
  let url = new URL(address)
  const { origin } = url
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error(`${url.protocol} is not an address to download from`)
    await guard(url.hostname)
    const response = await fetch(url, { redirect: 'manual', ...(authorization && url.origin === origin && url.protocol === 'https:' && { headers: { authorization } }), signal: AbortSignal.any([signal, AbortSignal.timeout(60_000)]) })
    const location = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && location) {
      await response.body?.cancel()
      url = new URL(location, url)
      continue
    }
    if (!response.ok) throw new Error(`${url.host} answers ${response.status}`)
    return await bodyOf(response, maxBytes)
  }
  throw new Error(`${address} redirects too often`)
}

async function bodyOf(response: Response, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > maxBytes) throw new Error(`it is larger than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
