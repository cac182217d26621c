import { isIP } from 'node:net'
import { Client, ConfidentialityRequiredError, InvalidCredentialsError, InvalidDNSyntaxError, ResultCodeError, StrongAuthRequiredError } from 'ldapts'
import type { LdapProbe, LoginFinding } from '@hubfleet/core'
import { judgedAddress } from '../guarded-request.ts'
import type { HostGuard } from '../kubernetes.ts'

/** Connects to a directory as the hub would, and logs in as the account that looks people up. Nothing is searched. */
export async function checkLdap(probe: LdapProbe, { guard, timeoutMs }: { guard: HostGuard; timeoutMs: number }): Promise<LoginFinding> {
  const { host, port, encryption, verify, certificateAuthority, account, anonymous } = probe
  const address = await judgedAddress(host, guard)
  const tls = { rejectUnauthorized: verify, ...(!isIP(host) && { servername: host }), ...(certificateAuthority && { ca: certificateAuthority }) }
  const client = new Client({
    url: `${encryption === 'tls' ? 'ldaps' : 'ldap'}://${isIP(address) === 6 ? `[${address}]` : address}:${port}`,
    timeout: timeoutMs, connectTimeout: timeoutMs, ...(encryption === 'tls' && { tlsOptions: tls }),
  })
  try {
    if (encryption === 'startTls') await startTls(client, tls)
    await client.bind(account?.user ?? '', account?.password ?? '')
    return { fault: null, seen: account ? `${host} takes the account ${account.user}` : `${host} answers` }
  } catch (error) {
    const fault = faultOf(error, probe)
    if (fault) return { fault, seen: fault.what }
    // that nobody in particular may do nothing is no fault where people log in by their own names
    if (error instanceof ResultCodeError && !account && !anonymous) return { fault: null, seen: `${host} answers` }
    throw error
  } finally {
    await client.unbind().catch(() => {})
  }
}

class NoStartTls extends Error {}

async function startTls(client: Client, tls: object): Promise<void> {
  try {
    await client.startTLS(tls)
  } catch (error) {
    throw error instanceof ResultCodeError ? new NoStartTls() : error
  }
}

/** What the directory surely refuses; what it says is left out, since it may repeat what it was sent. */
function faultOf(error: unknown, { host, port, account, anonymous }: LdapProbe): LoginFinding['fault'] {
  const fault = (code: string, what: string) => ({ code, what })
  if (error instanceof NoStartTls) return fault('NoStartTls', `${host}:${port} does not begin encryption by startTls: set login.encryption to tls, with the port that is for it.`)
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string' && certificateErrors.test(code)) return fault('CertificateNotTrusted', `The certificate of ${host} is not trusted (${code}): give the authority that made it as login.certificateAuthority.`)
  if (error instanceof ConfidentialityRequiredError || error instanceof StrongAuthRequiredError) return fault('EncryptionRequired', `${host} takes no passwords in the clear: set login.encryption to startTls or tls.`)
  if (account && (error instanceof InvalidCredentialsError || error instanceof InvalidDNSyntaxError)) return fault('AccountRefused', `${host} refuses the account ${account.user}: its name or its password is wrong, or has expired.`)
  return anonymous && error instanceof ResultCodeError ? fault('AccountNeeded', `${host} lets nobody look people up without an account: set login.searchUser and login.searchPassword.`) : null
}

const certificateErrors = /CERT|SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|ERR_TLS_CERT/
