import { ProblemError, type Credential, type Hubfleet } from '@hubfleet/sdk'
import { fail, ok, warn, type Check } from './check.ts'

const names: Record<string, string> = { gcp: 'Google Cloud', azure: 'Azure', aws: 'Amazon Web Services' }

/** What clouds said of each credential when they were last asked; nothing where the server knows no credentials, or does not show them. */
export async function credentialChecks(client: Hubfleet, tenant: string, options: { retries: number; timeoutMs: number }): Promise<Check[]> {
  const checks: Check[] = []
  try {
    for await (const credential of client.credentials.list({ tenant }, {}, options)) checks.push(credentialCheck(credential))
    return checks
  } catch (error) {
    if (error instanceof ProblemError && [403, 404].includes(error.problem.status)) return checks
    return [...checks, warn('credentials', `The credentials for clouds cannot be read: ${error instanceof Error ? error.message : String(error)}`, 'Try again')]
  }
}

function credentialCheck({ name, cloud, state, status, conditions }: Credential): Check {
  const id = `credential-${name}`
  const of = `${names[cloud] ?? cloud}`
  const said = conditions.find(({ type }) => type === 'CredentialReady')
  const at = status.checkedAt ? ` when it was asked at ${status.checkedAt}` : ''
  const again = `ask again: hubfleet credential check ${name}`
  if (state === 'refused') return fail(id, `${of} refused the credential ${name}${at}: ${said?.message ?? 'it did not say why'}`, `Mend what it says, then ${again}`)
  if (said?.status === 'Unknown') return warn(id, `${of} could not be asked about the credential ${name}: ${said.message}`, `Look whether the workers reach it, then ${again}`)
  if (state !== 'ready') return warn(id, `${of} was not asked about the credential ${name} yet`, `Look whether a worker runs, then ${again}`)
  return ok(id, `${of} took the credential ${name}${at}${status.identity ? `: it is ${status.identity}` : ''}${status.account ? ` in ${status.account}` : ''}`)
}
