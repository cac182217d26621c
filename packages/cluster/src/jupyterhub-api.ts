import type { HubGroup, HubServer, HubUser, StartProgress } from './jupyterhub-models.ts'
import type { Page } from './jupyterhub-pages.ts'

/** What Hubfleet asks of JupyterHub's API. */
export interface HubApi {
  /** Version of JupyterHub, and the scopes of our token. */
  info(signal: AbortSignal): Promise<{ version: string; scopes: string[] }>
  /** All running servers, over all pages. */
  servers(signal: AbortSignal): Promise<HubServer[]>
  /** `stopping`: the hub took it and is still at it (202). `remove` forgets a named server. */
  stopServer(server: ServerRef, options: { remove: boolean }, signal: AbortSignal): Promise<'stopped' | 'stopping'>
  /** Asks the hub to start a server. Throws `not-found` for a user it does not know, `hub-full` while it takes no more, `server-refused` and `server-start-failed`. */
  startServer(server: ServerRef, options: Record<string, unknown>, signal: AbortSignal): Promise<'ready' | 'starting' | 'stopping'>
  /** How far a start is, or how it ended; null when nothing is known of one. */
  progress(server: ServerRef, signal: AbortSignal): Promise<StartProgress | null>

  users(signal: AbortSignal): Promise<HubUser[]>
  userPage(page: UserPage, signal: AbortSignal): Promise<Page<HubUser>>
  /** With the servers that are stopped; null when the hub does not know the user. */
  user(name: string, signal: AbortSignal): Promise<HubUser | null>
  /** Tells whom it made; who is there already is left alone. Throws `user-name-invalid`. */
  createUsers(names: readonly string[], signal: AbortSignal): Promise<string[]>
  setAdmin(user: string, admin: boolean, signal: AbortSignal): Promise<void>
  /** All servers of the user have to be stopped. */
  deleteUser(user: string, signal: AbortSignal): Promise<void>

  groupPage(page: { offset: number; limit: number }, signal: AbortSignal): Promise<Page<HubGroup>>
  group(name: string, signal: AbortSignal): Promise<HubGroup | null>
  /** One that is there already is left alone. */
  createGroup(name: string, signal: AbortSignal): Promise<void>
  deleteGroup(name: string, signal: AbortSignal): Promise<void>
  /** Throws `not-found` for a user or group that the hub does not know. */
  changeGroup(name: string, change: { add: readonly string[]; remove: readonly string[] }, signal: AbortSignal): Promise<void>
}

export type ServerRef = Pick<HubServer, 'user' | 'name'>
export interface UserPage {
  offset: number
  limit: number
  /** `active`: with a server that runs, starts or stops. */
  state?: 'active' | 'inactive'
  /** A part of the name. */
  name?: string
  sort?: 'name' | '-name' | 'last_activity' | '-last_activity'
}
