import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { UsageError } from './errors.ts'

export interface Profile { server?: string; tenant?: string; key?: string }
export interface Profiles {
  /** The profile that is used when none is named. */
  current: string
  profiles: Record<string, Profile>
}

export const profilesPath = (env: Record<string, string | undefined>): string =>
  join(env['XDG_CONFIG_HOME'] || join(env['HOME'] || homedir(), '.config'), 'hubfleet', 'config.yaml')

export async function readProfiles(path: string): Promise<Profiles> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { current: 'default', profiles: {} }
    throw error
  }
  const { parse } = await import('./yaml.ts')
  try {
    const { current = 'default', profiles = {} } = parse(text) as Partial<Profiles>
    return { current, profiles }
  } catch {
    // What YAML says of a broken file quotes it, and it holds keys.
    throw new UsageError(`${path} cannot be read as YAML`, 'Mend or delete it, then `hubfleet login` again')
  }
}

/** Only the user may read the file; it is never seen half written. */
export async function writeProfiles(path: string, profiles: Profiles): Promise<void> {
  const { stringify } = await import('./yaml.ts')
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}`
  await writeFile(draft, stringify(profiles), { mode: 0o600 })
  await chmod(draft, 0o600)
  await rename(draft, path)
}
