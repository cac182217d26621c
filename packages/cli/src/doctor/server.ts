import { ForbiddenError, ProblemError, type Hubfleet } from '@hubfleet/sdk'
import type { Context } from '../context.ts'
import { LocalError, UsageError } from '../errors.ts'
import type { Settings } from '../settings.ts'
import { fail, ok, warn, type Check } from './check.ts'
import { clockCheck } from './clock.ts'
import { credentialChecks } from './credentials.ts'

const briefly = { retries: 0, timeoutMs: 10_000 }

/** Which server, whether it works, what the key may do there, and whether clouds take what it has for them. A check that needs a failed one is left out. */
export async function serverChecks(context: Context): Promise<Check[]> {
  let settings: Settings
  try {
    settings = await context.settings()
  } catch (error) {
    if (error instanceof UsageError) return [fail('profile', error.message, error.hint ?? 'Log in: hubfleet login --server URL --tenant TENANT')]
    if (error instanceof LocalError) return [fail('profile', error.message, error.nextStep)]
    throw error
  }
  const { server, tenant, profile, key } = settings
  const found = `${server}, profile ${profile}, ${tenant ? `tenant ${tenant}` : 'no tenant'}`
  const chosen = tenant ? ok('profile', found) : warn('profile', found, 'Name the tenant with --tenant NAME, or log in with it: hubfleet login --tenant NAME')
  const client = await context.client()
  const [ready, ...clock] = await readyChecks(client, server, context.io.now)
  if (ready!.state !== 'ok') return [chosen, ready!]
  const may = await keyCheck(client, key, tenant)
  return [chosen, ready!, ...clock, may, ...(may.state === 'ok' && tenant ? await credentialChecks(client, tenant, briefly) : [])]
}

async function readyChecks(client: Hubfleet, server: string, now: () => number): Promise<Check[]> {
  try {
    const asked = now()
    const { response } = await client.send({ method: 'GET', path: '/readyz', ...briefly })
    return [ok('server', `${server} answers and is ready`), ...clockCheck(response.headers.get('date'), asked, now())]
  } catch (error) {
    if (error instanceof ProblemError) return [fail('server', `${error.problem.title}: ${error.problem.detail}`, error.problem.nextStep)]
    return [fail('server', error instanceof Error ? error.message : String(error), 'Check that the server runs and that its address is right')]
  }
}

const may: Record<string, string> = { reader: 'it looks', operator: 'it runs hubs', admin: 'it makes and deletes hubs, keys and clusters' }

async function keyCheck(client: Hubfleet, key: string | undefined, tenant: string | undefined): Promise<Check> {
  if (!key) return fail('key', 'There is no key for this server', 'Log in: hubfleet login, or set HUBFLEET_KEY')
  try {
    if (!tenant) {
      await client.tenants.list({}, briefly).page()
      return ok('key', 'The key is valid; its role shows in a tenant')
    }
    await client.tenants.get({ tenant }, briefly)
    const role = await roleOf(client, key, tenant)
    return ok('key', `The key is valid; its role in ${tenant} is ${role}: ${may[role.replace('platform ', '')] ?? 'a role that is newer than this command line'}`)
  } catch (error) {
    if (error instanceof ProblemError) return fail('key', `${error.problem.title}: ${error.problem.detail}`, error.problem.nextStep)
    return fail('key', error instanceof Error ? error.message : String(error), 'Try again')
  }
}

const prefixLength = 9

/** Only an admin may list keys; who may not is told which role he has. A key that is not in the list is one of the platform's. */
async function roleOf(client: Hubfleet, key: string, tenant: string): Promise<string> {
  try {
    for await (const each of client.keys.list({ tenant }, {}, briefly)) if (each.prefix === key.slice(0, prefixLength)) return each.role
    return 'platform admin'
  } catch (error) {
    if (error instanceof ForbiddenError && typeof error.problem.params['role'] === 'string') return error.problem.params['role']
    throw error
  }
}
