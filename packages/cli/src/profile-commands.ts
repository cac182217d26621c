import { UsageError } from './errors.ts'
import type { Io } from './io.ts'
import { print } from './output/format.ts'
import type { Format } from './output/format-names.ts'
import { profilesPath, readProfiles, writeProfiles, type Profiles } from './profiles.ts'

export async function listProfiles({ output }: { output: Format }, io: Io): Promise<void> {
  const { current, profiles } = await readProfiles(profilesPath(io.env))
  const rows = Object.entries(profiles).map(([name, { server, tenant, key }]) => ({ id: name, current: name === current, server, tenant: tenant ?? null, key: key ? 'kept' : 'none' }))
  await print(io, output, 'profile', rows)
}

export async function useProfile(name: string, io: Io): Promise<void> {
  await change(name, io, (known) => ({ ...known, current: name }))
}

export async function removeProfile(name: string, io: Io): Promise<void> {
  await change(name, io, ({ current, profiles: { [name]: _, ...profiles } }) => ({ current: current === name ? 'default' : current, profiles }))
}

async function change(name: string, io: Io, make: (known: Profiles) => Profiles): Promise<void> {
  const path = profilesPath(io.env)
  const known = await readProfiles(path)
  if (!Object.hasOwn(known.profiles, name)) throw new UsageError(`There is no profile ${name}`, `There are: ${Object.keys(known.profiles).join(', ') || 'none; make one with hubfleet login'}`)
  await writeProfiles(path, make(known))
}
