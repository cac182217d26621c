import { Hubfleet } from '@hubfleet/sdk'
import { UsageError } from './errors.ts'
import { readAll, type Io } from './io.ts'
import { profilesPath, readProfiles, writeProfiles } from './profiles.ts'
import { ask } from './prompt.ts'
import { originOf, type ConnectionOptions } from './settings.ts'

/** Keeps how to reach a server in a profile and makes it the current one. A key that the server does not take is not kept. */
export async function login(options: ConnectionOptions, io: Io): Promise<void> {
  const path = profilesPath(io.env)
  const known = await readProfiles(path)
  const name = options.profile ?? (io.env['HUBFLEET_PROFILE'] || known.current)
  const before = known.profiles[name]
  const server = options.server ?? (io.env['HUBFLEET_URL'] || before?.server)
  if (!server) throw new UsageError('Which server?', 'hubfleet login --server URL --tenant TENANT')
  originOf(server)
  const tenant = options.tenant ?? (io.env['HUBFLEET_TENANT'] || before?.tenant)
  const key = io.stdin.isTTY ? await ask(io, `Key for ${server}: `, { hidden: true }) : (await readAll(io.stdin)).trim()
  if (!/^\S+$/.test(key)) throw new UsageError('There was no key on standard input', 'hubfleet login --server URL < FILE')

  const client = new Hubfleet({ server, key })
  if (tenant) await client.tenants.get({ tenant })
  else await client.tenants.list().page()
  await writeProfiles(path, { current: name, profiles: { ...known.profiles, [name]: { server, ...(tenant && { tenant }), key } } })
  io.stderr.write(`Logged in to ${server}${tenant ? ` as the tenant ${tenant}` : ''}; kept as the profile ${name} in ${path}.\n`)
}
