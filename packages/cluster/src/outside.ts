import { X509Certificate } from 'node:crypto'
import { Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import { connect } from 'node:tls'
import { describeCertificate, Problem, type ShownCertificate } from '@hubfleet/core'
import { reasonOf } from './failures.ts'
import type { HostGuard } from './kubernetes.ts'
import { createLoginCheck, type LoginCheck } from './login/login-check.ts'

export interface OutsideOptions {
  guard: HostGuard
  /** Addresses of DNS servers; default: those of the machine. */
  dnsServers?: readonly string[]
  httpsPort?: number
  /** Of each look: it must not hold up whoever looks. */
  timeoutMs?: number
}

/** A hub as people meet it from outside: its name in the DNS, and its certificate. */
export interface Outside {
  resolve(host: string, signal: AbortSignal): Promise<string[]>
  certificate(host: string, addresses: readonly string[], signal: AbortSignal): Promise<ShownCertificate>
  login: LoginCheck
}

export function createOutside({ guard, dnsServers, httpsPort = 443, timeoutMs = 4_000 }: OutsideOptions): Outside {
  return {
    /** The IP addresses of a name, those of version 4 first; none when the DNS does not know it. */
    async resolve(host, signal) {
      signal.throwIfAborted()
      if (isIP(host)) return [host]
      const resolver = new Resolver({ timeout: timeoutMs / 2, tries: 1 })
      if (dnsServers) resolver.setServers(dnsServers)
      const cancel = () => resolver.cancel()
      signal.addEventListener('abort', cancel, { once: true })
      try {
        const found = await Promise.all([none(resolver.resolve4(host)), none(resolver.resolve6(host))])
        return found.flat()
      } catch (error) {
        signal.throwIfAborted()
        throw new Problem('dns-not-answering', { host, reason: reasonOf(error) })
      } finally {
        signal.removeEventListener('abort', cancel)
      }
    },

    login: createLoginCheck({ guard }),

    async certificate(host, addresses, signal) {
      const [address] = addresses
      if (address === undefined) return { certificate: null, untrusted: null, reason: `${host} has no address` }
      // exactly the address that was judged is connected to
      await guard(address)
      signal.throwIfAborted()
      try {
        return await handshake(host, address, httpsPort, AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]))
      } catch (error) {
        signal.throwIfAborted()
        const reason = error instanceof DOMException ? `no answer within ${timeoutMs / 1000} s` : reasonOf(error)
        return { certificate: null, untrusted: null, reason: `${address} does not answer by https: ${reason}. It may let in certain networks only (exposure.allowedRanges).` }
      }
    },
  }
}

/** A name that has no such record has none. */
const none = (records: Promise<string[]>): Promise<string[]> => records.catch((error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOTFOUND' || error.code === 'ENODATA') return []
  throw error
})

/** Looks at a certificate and hangs up: no byte is sent, so it does not matter that one is taken that is not trusted. */
function handshake(host: string, address: string, port: number, signal: AbortSignal): Promise<ShownCertificate> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port, servername: host, rejectUnauthorized: false })
    const end = () => socket.destroy(signal.reason as Error)
    signal.addEventListener('abort', end, { once: true })
    socket.once('close', () => signal.removeEventListener('abort', end))
    socket.once('error', reject)
    socket.once('secureConnect', () => {
      const shown = socket.getPeerCertificate(false)
      const untrusted = socket.authorizationError ? String(socket.authorizationError) : null
      resolve({ certificate: shown.raw ? describeCertificate(new X509Certificate(shown.raw)) : null, untrusted, reason: '' })
      socket.destroy()
    })
  })
}
