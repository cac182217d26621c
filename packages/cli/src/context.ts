import type { Hubfleet } from '@hubfleet/sdk'
import type { Io } from './io.ts'
import { readSettings, type ConnectionOptions, type Settings } from './settings.ts'

/** What a command has to work with. Settings are read when they are asked for: some commands need no server. */
export interface Context {
  io: Io
  /** Which server, tenant and key. Rejects with UsageError where no server is known or the named profile does not exist. */
  settings(): Promise<Settings>
  /** A client of that server. Rejects as `settings` does. */
  client(): Promise<Hubfleet>
}

export function contextOf(io: Io, options: ConnectionOptions): Context {
  let settings: Promise<Settings> | undefined
  const read = () => (settings ??= readSettings(options, io))
  return {
    io,
    settings: read,
    async client() {
      const { server, key } = await read()
      const { Hubfleet } = await import('@hubfleet/sdk')
      return new Hubfleet({ server, ...(key && { key }) })
    },
  }
}
