import { createHash } from 'node:crypto'
import { isProblem, Problem, type LoginFinding, type LoginProbe } from '@hubfleet/core'
import { reasonOf } from '../failures.ts'
import type { HostGuard } from '../kubernetes.ts'
import { checkLdap } from './ldap-check.ts'
import { checkKeys, checkOAuth } from './oauth-check.ts'

export interface LoginCheckOptions { guard: HostGuard; /** Of each request. */ timeoutMs?: number; now?(): number }
/** Asks who keeps the logins. Throws `login-not-checked` where the answers prove nothing, `address-refused` where it may not be asked. */
export type LoginCheck = (probe: LoginProbe, signal: AbortSignal) => Promise<LoginFinding>

const minute = 60_000
/** Answers are kept for a while: each look counts as an attempt to log in over there, and a directory locks accounts after a few that fail. */
const keptMs = { fine: 60 * minute, fault: minute, refusedAccount: 30 * minute, unknown: 5 * minute }
const mostKept = 500

export function createLoginCheck({ guard, timeoutMs = 5_000, now = () => Date.now() }: LoginCheckOptions): LoginCheck {
  const known = new Map<string, { until: number; answer: Promise<LoginFinding> }>()

  return async (probe, signal) => {
    signal.throwIfAborted()
    const key = createHash('sha256').update(JSON.stringify(probe)).digest('hex')
    const kept = known.get(key)
    if (kept && kept.until > now()) return kept.answer
    // not ended by one caller's signal, since others may wait for the same answer
    const entry = { until: now() + keptMs.unknown, answer: ask(probe, { guard, timeoutMs }) }
    known.delete(key)
    known.set(key, entry)
    if (known.size > mostKept) known.delete(known.keys().next().value!)
    entry.answer.then(({ fault }) => { entry.until = now() + (fault === null ? keptMs.fine : fault.code === 'AccountRefused' ? keptMs.refusedAccount : keptMs.fault) }, () => {})
    return entry.answer
  }
}

async function ask(probe: LoginProbe, { guard, timeoutMs }: { guard: HostGuard; timeoutMs: number }): Promise<LoginFinding> {
  try {
    if (probe.kind === 'ldap') return await checkLdap(probe, { guard, timeoutMs })
    const signal = AbortSignal.timeout(timeoutMs)
    return probe.kind === 'keys' ? await checkKeys(probe, { guard, signal }) : await checkOAuth(probe, { guard, signal })
  } catch (error) {
    if (isProblem(error)) throw error
    const provider = probe.kind === 'ldap' ? probe.host : probe.provider
    const late = error instanceof DOMException || (error as Error).name === 'TimeoutError'
    throw new Problem('login-not-checked', { provider, reason: late ? `no answer within ${timeoutMs / 1000} s` : reasonOf(error) })
  }
}
