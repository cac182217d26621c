/** A server of somebody; `name` is '' for the default one. Its times are those of the hub's cluster. */
export interface PersonServer { user: string; name: string; state: 'starting' | 'ready' | 'stopping' | 'stopped'; startedAt: Date | null; lastActivityAt: Date | null; url: string | null; profile: string | null }
export interface PersonUser { name: string; admin: boolean; createdAt: Date | null; lastActivityAt: Date | null; groups: string[]; servers: PersonServer[] }
export interface PersonGroup { name: string; users: string[] }
export interface PersonHome { claim: string; server: string; sizeGiB: number; storageClass: string | null }

/** A part of a list: `next` is the place where the one after it begins. */
export interface PersonPage<Item> { items: Item[]; next: number | null; total: number }

export interface UserQuestion { offset: number; limit: number; state?: 'active' | 'inactive'; name?: string; sort?: 'name' | '-name' | 'last_activity' | '-last_activity' }

/** One question of the hub for each look, however many people there are. Throws `hub-role-outdated` where the hub gives us too few rights. */
export interface LivePeople {
  users(hubId: string, question: UserQuestion): Promise<PersonPage<PersonUser>>
  /** With stopped servers and the disks. Throws `not-found`. */
  user(hubId: string, name: string): Promise<PersonUser & { homes: PersonHome[] }>
  groups(hubId: string, question: { offset: number; limit: number }): Promise<PersonPage<PersonGroup>>
  group(hubId: string, name: string): Promise<PersonGroup>
}
