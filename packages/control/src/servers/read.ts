import { Type } from 'typebox'
import { pageInput, pageOf, placeCursors } from '../pagination.ts'
import { Problem } from '@hubfleet/core'
import { hubWithPeople } from '../people/hub.ts'
import type { PersonServer } from '../people/live.ts'
import { serverRef, ServerSchema, showServer } from '../people/wire.ts'
import { query } from '../verb.ts'
import { Nothing } from '../wire.ts'

interface Asked { id: string; base: string | null | undefined; user: string | undefined; place: number[]; limit: number; cursors: ReturnType<typeof placeCursors> }

export const listServers = query({
  noun: 'server', verb: 'list', summary: 'The servers of a hub that run, start or stop', description: 'Asked of the hub itself. Of one user the stopped ones too.', action: 'hub:operate',
  input: pageInput({ user: Type.Optional(Type.String({ minLength: 1, maxLength: 255, description: 'Only those of this user, the stopped ones too' })) }),
  answer: pageOf(ServerSchema, 'ServerPage'),
  async run(context, { limit = 20, cursor, user }) {
    const { id, status } = await hubWithPeople(context)
    const cursors = placeCursors(context.control, 'servers', [id, user])
    return { id, base: status.url, user, limit, cursors, place: cursors.read(cursor) }
  },
  async live({ people }, asked) {
    const { id, base, user, limit, cursors, place: [offset = 0, skip = 0] } = asked as unknown as Asked
    const page = user === undefined ? await people.users(id, { offset, limit, state: 'active', sort: 'name' }) : { items: [await people.user(id, user)], next: null }
    const servers = page.items.flatMap((person, at) => person.servers.map((server, index): [PersonServer, number[]] => [server, [offset + at, index]])).slice(skip)
    const next = servers[limit]?.[1] ?? (page.next === null ? null : [page.next])
    return { items: servers.slice(0, limit).map(([server]) => showServer(server, base)), nextCursor: next && cursors.write(next) }
  },
})

export const getServer = query({
  noun: 'server', verb: 'get', summary: 'A server of somebody', description: 'Asked of the hub itself.', action: 'hub:operate', input: Nothing, answer: ServerSchema,
  async run(context) {
    const { id, status } = await hubWithPeople(context)
    return { id, base: status.url, ref: context.params.server! }
  },
  async live({ people }, asked) {
    const { id, base, ref } = asked as { id: string; base: string | null; ref: string }
    const { user, name } = serverRef(ref)
    const server = (await people.user(id, user)).servers.find((other) => other.name === name)
    if (server) return showServer(server, base)
    // every user has a default server, whether or not it ever ran
    if (name !== '') throw new Problem('not-found', { noun: 'server', ref })
    return showServer({ user, name, state: 'stopped', startedAt: null, lastActivityAt: null, url: null, profile: null }, base)
  },
})
