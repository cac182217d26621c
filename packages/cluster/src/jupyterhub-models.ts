import { Problem } from '@hubfleet/core'

/** A server of JupyterHub; `name` is '' for a user's default server. */
export interface HubServer {
  user: string; name: string; ready: boolean; pending: 'spawn' | 'stop' | null; started: Date | null; lastActivity: Date | null
  /** Neither runs nor starts nor stops; only told of where it was asked for. */
  stopped?: boolean
  /** Its path behind the hub's address. */
  url?: string
  /** The profile that was chosen, where the hub has some. */
  profile?: string
  /** Of the user, as far as our role may see them. */
  groups?: string[]
}
export interface HubUser { name: string; admin: boolean; created: Date | null; lastActivity: Date | null; servers: HubServer[]; groups?: string[] }
export interface HubGroup { name: string; users: string[] }

/** How far a start is; `percent` is what the spawner thinks. */
export interface StartProgress { percent: number; message: string; ready: boolean; failed: boolean }

export interface UserModel { name: string; admin?: boolean; created?: string | null; last_activity?: string | null; groups?: string[]; servers?: Record<string, ServerModel> }
interface ServerModel { name: string; ready?: boolean; pending?: 'spawn' | 'stop' | null; stopped?: boolean; started?: string | null; last_activity?: string | null; url?: string; user_options?: { profile?: unknown } | null }

/** A user as far as our role lets us see. */
export const userOf = (model: UserModel): HubUser => ({
  name: model.name, admin: model.admin ?? false, created: dateOf(model.created), lastActivity: dateOf(model.last_activity), servers: serversOf(model), groups: model.groups ?? [],
})

/** A user with all that is asked of one. What a role may not read is silently left out by the hub, and must not look as if there were none. */
export function wholeUser(model: UserModel): HubUser {
  if (model.admin === undefined || model.groups === undefined) throw new Problem('hub-api-refused', { status: 403, reason: 'the token may not read users (read:users)' })
  return userOf(model)
}

export function serversOf(user: UserModel): HubServer[] {
  return Object.values(user.servers ?? {}).map((server) => ({
    user: user.name, name: server.name, ready: server.ready ?? false, pending: server.pending ?? null,
    started: dateOf(server.started), lastActivity: dateOf(server.last_activity),
    ...(user.groups && { groups: user.groups }), ...(server.stopped !== undefined && { stopped: server.stopped }), ...(server.url && { url: server.url }),
    ...(typeof server.user_options?.profile === 'string' && { profile: server.user_options.profile }),
  }))
}

const dateOf = (text: string | null | undefined): Date | null => (text ? new Date(text) : null)
