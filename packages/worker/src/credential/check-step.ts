import { isProblem, Problem } from '@hubfleet/core'
import type { CredentialRow } from '@hubfleet/database'
import { inSync, refused, type Step } from '@hubfleet/engine'
import type { CredentialFinding, OpenCredential, Provider } from '@hubfleet/providers'

export interface CredentialScope {
  row: CredentialRow
  provider(): Provider
  open(): Promise<OpenCredential>
  /** What was found; null where the cloud did not say. */
  finding: CredentialFinding | null
}

/** The cloud is asked a dozen questions at most. */
const patienceMs = 60_000

/** The one step of a credential: it only looks. */
export const checkStep: Step<CredentialScope> = {
  name: 'ask the cloud', condition: 'CredentialReady',
  async observe(scope, signal) {
    const { identity, account, missing } = scope.finding = await ask(scope, signal)
    if (missing.length > 0) return refused(new Problem('cloud-permissions-missing', { cloud: scope.row.cloud, account, identity, missing: missing.join(', ') }))
    return inSync(`${identity} may all that clusters in ${account} need`)
  },
}

async function ask({ row, provider, open }: CredentialScope, signal: AbortSignal): Promise<CredentialFinding> {
  const credential = await open()
  const within = AbortSignal.timeout(patienceMs)
  try {
    const { checkCredential } = provider()
    if (!checkCredential) throw new Problem('provider-failed', { provider: row.cloud, reason: 'this worker cannot check its credentials' })
    return await checkCredential(credential, AbortSignal.any([signal, within]))
  } catch (error) {
    signal.throwIfAborted()
    if (isProblem(error)) throw masked(error, secretsOf(credential))
    throw within.aborted ? new Problem('cloud-unavailable', { cloud: row.cloud, reason: `no answer within ${patienceMs / 1000} s` }) : error
  }
}

/** All texts of it that nobody may be shown, those inside of a key's file too. */
function secretsOf(credential: OpenCredential): string[] {
  switch (credential.type) {
    case 'gcp-key': return [credential.key, ...Object.entries(JSON.parse(credential.key) as Record<string, string>).filter(([name]) => name.startsWith('private_key')).map(([, value]) => value)]
    case 'azure-secret': return [credential.clientSecret]
    case 'aws-key': return [credential.secretAccessKey]
    case 'sandbox': return [credential.secret]
    default: return []
  }
}

/** The cloud's own words are in a problem, and it may quote what it was sent. */
function masked(problem: Problem, secrets: readonly string[]): Problem {
  const clean = (text: string) => secrets.reduce((shown, secret) => shown.replaceAll(secret, '••••••••'), text)
  const params = Object.fromEntries(Object.entries(problem.params).map(([name, value]) => [name, typeof value === 'string' ? clean(value) : value]))
  const errors = problem.errors.map((field) => ({ ...field, detail: clean(field.detail) }))
  return new Problem(problem.code, params as Problem['params'], { errors, ...(problem.retryAfterSeconds !== undefined && { retryAfterSeconds: problem.retryAfterSeconds }) })
}
