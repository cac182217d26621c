import { UsageError } from './errors.ts'
import type { Io } from './io.ts'
import { profilesPath, readProfiles } from './profiles.ts'

export interface ConnectionOptions { server?: string; tenant?: string; profile?: string }

export interface Settings {
  server: string
  key: string | undefined
  tenant: string | undefined
  profile: string
  /** The flags that led here, to be repeated by a command that goes on from here: ` --tenant physics`, or ''. */
  flags: string
}

/** Which server, tenant and key: flags before the environment before the profile. */
export async function readSettings(options: ConnectionOptions, { env }: Pick<Io, 'env'>): Promise<Settings> {
  const { current, profiles } = await readProfiles(profilesPath(env))
  const named = options.profile ?? (env['HUBFLEET_PROFILE'] || undefined)
  const name = named ?? current
  const profile = profiles[name]
  if (named !== undefined && !profile) throw new UsageError(`There is no profile ${name}`, `Make it: hubfleet login --profile ${name} --server URL`)
  const server = options.server ?? (env['HUBFLEET_URL'] || profile?.server)
  if (!server) throw new UsageError('It is not known which server to use', 'Log in: hubfleet login --server URL --tenant TENANT, or set HUBFLEET_URL and HUBFLEET_KEY')
  // The key of a profile is for its own server: another one must not get to see it.
  const origin = originOf(server)
  const own = profile?.server !== undefined && originOf(profile.server) === origin
  return { server, key: env['HUBFLEET_KEY'] || (own ? profile.key : undefined), tenant: options.tenant ?? (env['HUBFLEET_TENANT'] || profile?.tenant), profile: name, flags: flagsOf(options) }
}

/** The tenant of a command that needs one. */
export function requireTenant({ tenant }: Settings): string {
  if (tenant) return tenant
  throw new UsageError('It is not known which tenant is meant', 'Name it with --tenant NAME, or set HUBFLEET_TENANT')
}

const flagsOf = ({ server, tenant, profile }: ConnectionOptions): string =>
  Object.entries({ server, tenant, profile }).map(([name, value]) => (value === undefined ? '' : ` --${name} ${quoted(value)}`)).join('')

/** For a shell. */
export const quoted = (value: string): string => (/^[\w.:/-]+$/.test(value) ? value : `'${value.replaceAll('\'', '\'\\\'\'')}'`)

export function originOf(server: string): string {
  try {
    const { protocol, origin } = new URL(server)
    if (protocol === 'https:' || protocol === 'http:') return origin
  } catch { /* the same answer as for another protocol */ }
  throw new UsageError(`${server} is no address of a server`, 'An address begins with https://')
}
