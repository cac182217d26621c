import { Type } from 'typebox'
import { userNameOf, type SpecPeople } from '@hubfleet/core'
import { MoneySchema } from '../plan.ts'
import { NullableText, NullableTime, OpenEnum, time } from '../wire.ts'
import type { PersonGroup, PersonServer, PersonUser } from './live.ts'

export const ServerSchema = Type.Object({
  id: Type.String({ description: 'How it is named in addresses: the user, and for a named server a slash and its name', examples: ['ada', 'ada/lab'] }),
  user: Type.String(),
  name: Type.String({ description: 'Empty for the default server' }),
  state: OpenEnum('starting', 'ready', 'stopping', 'stopped'),
  startedAt: NullableTime,
  lastActivityAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], { description: 'Up to seven minutes late; null as long as none was seen' }),
  url: Type.Union([Type.String(), Type.Null()], { description: 'Where its user reaches it' }),
  profile: Type.Union([Type.String(), Type.Null()], { description: 'The profile that was chosen for it' }),
}, { $id: 'Server' })

export const UserSchema = Type.Object({
  name: Type.String(),
  admin: Type.Boolean(),
  adminBy: Type.Union([Type.String({ examples: ['spec', 'hub'], 'x-extensible-enum': ['spec', 'hub'] }), Type.Null()], { description: 'spec: the spec names the user, and each start of the hub makes it so again; hub: made one here or in JupyterHub\'s own panel' }),
  letInBy: Type.String({ examples: ['everybody', 'spec', 'account', 'login'], 'x-extensible-enum': ['everybody', 'spec', 'account', 'login'], description: 'Why the user may use the hub: everybody may, the spec names the user, an account is enough, or only if the login itself lets the user in' }),
  createdAt: NullableTime,
  lastActivityAt: NullableTime,
  groups: Type.Array(Type.String()),
  servers: Type.Array(ServerSchema, { description: 'Those that run, start or stop; of one user also the stopped ones' }),
  homes: Type.Optional(Type.Array(Type.Object({
    claim: Type.String({ description: 'The disk\'s claim in the cluster' }),
    server: Type.String({ description: 'The named server that it is for; empty for the default one' }),
    sizeGiB: Type.Number(), storageClass: NullableText,
    perMonth: Type.Union([MoneySchema, Type.Null()], { description: 'What the disk costs a month; null where no price is known' }),
  }, { $id: 'UserHome' }), { description: 'Only told of one user' })),
}, { $id: 'User' })

export const GroupSchema = Type.Object({
  name: Type.String(),
  members: Type.Integer(),
  users: Type.Optional(Type.Array(Type.String(), { description: 'Only told of one group' })),
}, { $id: 'Group' })

export const serverId = ({ user, name }: { user: string; name: string }): string => (name === '' ? user : `${user}/${name}`)

/** A user's name has no slash, so the first one ends it. */
export function serverRef(id: string): { user: string; name: string } {
  const slash = id.indexOf('/')
  return slash < 0 ? { user: id, name: '' } : { user: id.slice(0, slash), name: id.slice(slash + 1) }
}

/** `base` is the hub's own address. */
export const showServer = (server: PersonServer, base: string | null | undefined) => ({
  id: serverId(server), user: server.user, name: server.name, state: server.state, startedAt: time(server.startedAt), lastActivityAt: time(server.lastActivityAt),
  url: server.url && base ? `${base}${server.url}` : null, profile: server.profile,
})

export function showUser(user: PersonUser, { admins, users, everybody, known }: SpecPeople, base: string | null | undefined) {
  const name = userNameOf(user.name)
  return {
    name: user.name, admin: user.admin, adminBy: !user.admin ? null : admins.has(name) ? 'spec' : 'hub',
    letInBy: everybody ? 'everybody' : users.has(name) || (admins.has(name) && users.size > 0) ? 'spec' : known ? 'account' : 'login',
    createdAt: time(user.createdAt), lastActivityAt: time(user.lastActivityAt), groups: user.groups, servers: user.servers.map((server) => showServer(server, base)),
  }
}

export const showGroup = ({ name, users }: PersonGroup) => ({ name, members: users.length })
