import { ask, Unreadable, type Asking } from './ask.ts'

/** Far more than a page of either API has: whoever sends more sends no prices. */
const mostBytes = 64 * 2 ** 20
const mostPages = 5_000

type Page = Record<string, unknown>

/** Page after page of a JSON API, one in memory at a time. `next` says where the next one is; null is the end. */
export async function eachPage(first: URL, options: Asking, take: (page: Page) => void, next: (page: Page) => URL | null): Promise<void> {
  const seen = new Set<string>()
  for (let url: URL | null = first; url;) {
    if (seen.has(url.href) || seen.size === mostPages) throw new Unreadable(`${url.origin}${url.pathname}: the pages have no end`, true)
    seen.add(url.href)
    const page: Page = await ask(url, { ...options, take: async (response) => pageOf(await limited(response), `${url!.origin}${url!.pathname}`) })
    take(page)
    url = next(page)
  }
}

export function pageOf(text: string, where: string): Page {
  try {
    const page: unknown = JSON.parse(text)
    if (page && typeof page === 'object' && !Array.isArray(page)) return page as Page
  } catch {
    // as below
  }
  throw new Unreadable(`${where} does not answer with JSON, but ${JSON.stringify(text.slice(0, 80))}`)
}

/** The whole text of an answer, if it is not larger than any page is. */
export async function limited(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.length
    if (bytes > mostBytes) throw new Unreadable(`${response.url.split('?')[0]} answers with more than ${mostBytes / 2 ** 20} MiB at once`, true)
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}
