/** A front that takes tokens only until their end. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { KubernetesAccess } from '@hubfleet/core'
import type { RenewedAccess } from './access.ts'
import { startFront, tokenOf } from './testing-front.ts'

export interface TokenFront {
  access: RenewedAccess
  /** Tokens that were made. */
  made(): number
  /** Requests that showed no token that holds. */
  refused(): number
  /** The tokens that a program showed, by its `User-Agent`, in the order in which they came. */
  shownBy(agent: RegExp): string[]
  /** Watches that were open when the token ended that they were begun with. */
  outlived(): number
  /** Whatever was made so far ends now; with `all` whatever is made later is refused too. */
  revoke(options?: { all: boolean }): void
  close(): Promise<void>
}

export async function startTokenFront(upstream: KubernetesAccess, lifeMs: number): Promise<TokenFront> {
  const tokens = new Map<string, number>()
  const shown: { agent: string; token: string }[] = []
  let [made, refused, outlived, closedToAll] = [0, 0, 0, false]

  function takes(incoming: IncomingMessage): boolean {
    const token = tokenOf(incoming)
    shown.push({ agent: incoming.headers['user-agent'] ?? '', token })
    if ((tokens.get(token) ?? 0) > Date.now()) return true
    refused++
    return false
  }

  const began = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    if (/[?&]watch=(true|1)/.test(incoming.url ?? '') && /javascript|node|undici/.test(incoming.headers['user-agent'] ?? 'node')) {
      const late = setTimeout(() => { outlived++ }, (tokens.get(tokenOf(incoming)) ?? 0) - Date.now() + 200)
      outgoing.on('close', () => clearTimeout(late))
    }
  }
  const front = await startFront(upstream, takes, began)

  return {
    access: {
      server: front.server,
      certificateAuthorityData: front.certificateAuthorityData,
      token: async () => {
        const token = `made-${++made}`
        const end = closedToAll ? 0 : Date.now() + lifeMs
        tokens.set(token, end)
        return { token, expiresAt: new Date(Date.now() + lifeMs) }
      },
    },
    made: () => made,
    refused: () => refused,
    shownBy: (agent) => [...new Set(shown.filter((one) => agent.test(one.agent)).map(({ token }) => token))],
    outlived: () => outlived,
    revoke: ({ all } = { all: false }) => {
      tokens.clear()
      closedToAll = all
    },
    close: front.close,
  }
}
