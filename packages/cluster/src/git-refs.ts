import { Problem } from '@hubfleet/core'
import { download } from './download.ts'
import { reasonOf } from './failures.ts'
import type { HostGuard } from './kubernetes.ts'

export interface GitOptions { guard: HostGuard; fetch?: typeof globalThis.fetch; timeoutMs?: number }

/** Finds commits in Git repositories, by what a repository says of itself over https. */
export interface Git {
  /** The commit that a branch, a tag or `HEAD` is now; one that is given in full is taken as it is. Throws `commit-unknown`. */
  commit(repository: string, ref: string, login: { username: string; token: string } | null, signal: AbortSignal): Promise<string>
}

const mostBytes = 32 * 1024 * 1024

export function createGit({ guard, fetch = globalThis.fetch, timeoutMs = 15_000 }: GitOptions): Git {
  return {
    async commit(repository, ref, login, signal) {
      // a pod of the cluster will go there too
      await guard(new URL(repository).hostname)
      if (/^[0-9a-f]{40}$/.test(ref)) return ref
      const unknown = (reason: string) => new Problem('commit-unknown', { repository, ref, reason })
      let refs: Map<string, string>
      try {
        const body = await download(`${repository.replace(/\/$/, '')}/info/refs?service=git-upload-pack`, { fetch, guard, signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]), maxBytes: mostBytes, ...(login && { authorization: `Basic ${Buffer.from(`${login.username}:${login.token}`).toString('base64')}` }) })
        refs = parseRefs(body)
      } catch (error) {
        signal.throwIfAborted()
        throw error instanceof Problem ? error : unknown(reasonFor(reasonOf(error), login !== null))
      }
      const found = [`refs/tags/${ref}^{}`, `refs/heads/${ref}`, `refs/tags/${ref}`, ref].map((name) => refs.get(name)).find((commit) => commit !== undefined)
      if (!found) throw unknown('it has no such branch or tag')
      return found
    },
  }
}

/** Hosts of Git answer 401 or 404 for what they do not show to who asks. */
const reasonFor = (reason: string, shown: boolean): string => (/answers (401|403|404)\b/.test(reason)
  ? `${reason}: ${shown ? 'there is no such repository, or the token of build.git may not read it' : 'there is no such repository, or it is not public'}`
  : `the repository does not answer as Git does: ${reason}`)

/** The advertisement of the smart protocol: packets that begin with their length in hex. A tag that is an object of its own comes again with `^{}`, as the commit it names. */
export function parseRefs(body: Buffer): Map<string, string> {
  const refs = new Map<string, string>()
  for (let at = 0; at + 4 <= body.length;) {
    const length = Number.parseInt(body.toString('latin1', at, at + 4), 16)
    if (Number.isNaN(length)) throw new Error('this is no answer of the smart protocol')
    if (length < 4) { at += 4; continue }
    const line = body.toString('utf8', at + 4, at + length).replace(/\n$/, '')
    at += length
    const [, commit, name] = /^([0-9a-f]{40}) ([^\0]+)/.exec(line) ?? []
    if (commit && name) refs.set(name, commit)
  }
  return refs
}
