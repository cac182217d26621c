import { Type } from 'typebox'
import { peopleOfSpec, type SpecPeople } from '@hubfleet/core'
import type { HubRow } from '@hubfleet/database'
import { costOfRunning, priceBook } from '@hubfleet/pricing'
import { loadCluster } from '../clusters/cluster.ts'
import { hubEstimateInput } from '../estimates/hub-estimate.ts'
import { pageInput, pageOf, placeCursors } from '../pagination.ts'
import { hubWithPeople } from '../people/hub.ts'
import type { UserQuestion } from '../people/live.ts'
import { showUser, UserSchema } from '../people/wire.ts'
import { query, type ReadContext } from '../verb.ts'
import { Nothing } from '../wire.ts'

const sorts = { name: 'name', '-name': '-name', lastActivity: 'last_activity', '-lastActivity': '-last_activity' } as const satisfies Record<string, UserQuestion['sort']>
const about = 'Asked of the hub itself.'

interface Found { id: string; base: string | null | undefined; people: SpecPeople }
const found = ({ id, spec, status }: HubRow): Found => ({ id, base: status.url, people: peopleOfSpec(spec) })

export const listUsers = query({
  noun: 'user', verb: 'list', summary: 'The users of a hub, with what they run and when they were active', description: `${about} Pages go by place: who comes or goes between two of them may be missed or seen twice.`, action: 'hub:operate',
  input: pageInput({
    state: Type.Optional(Type.Union([Type.Literal('active'), Type.Literal('inactive')], { description: 'active: with a server that runs, starts or stops' })),
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 255, description: 'Only those with this in their name' })),
    sort: Type.Optional(Type.Union([Type.Literal('name'), Type.Literal('-name'), Type.Literal('lastActivity'), Type.Literal('-lastActivity')], { default: 'name', description: '-lastActivity: who was active last comes first' })),
  }),
  answer: pageOf(UserSchema, 'UserPage'),
  async run(context, { limit = 20, cursor, state, name, sort = 'name' }) {
    const hub = await hubWithPeople(context)
    const cursors = placeCursors(context.control, 'users', [hub.id, state, name, sort])
    const [offset = 0] = cursors.read(cursor)
    const question: UserQuestion = { offset, limit, sort: sorts[sort], ...(state && { state }), ...(name && { name }) }
    return { ...found(hub), question, cursors }
  },
  async live({ people: live }, asked) {
    const { id, base, people, question, cursors } = asked as unknown as Found & { question: UserQuestion; cursors: ReturnType<typeof placeCursors> }
    const { items, next } = await live.users(id, question)
    return { items: items.map((user) => showUser(user, people, base)), nextCursor: next === null ? null : cursors.write([next]) }
  },
})

export const getUser = query({
  noun: 'user', verb: 'get', summary: 'A user of a hub: servers, groups, disks and what those cost', description: about, action: 'hub:operate', input: Nothing, answer: UserSchema,
  async run(context) {
    const hub = await hubWithPeople(context)
    return { ...found(hub), name: context.params.user!, priceOf: await diskPrices(context, hub) }
  },
  async live({ people: live }, asked) {
    const { id, base, people, name, priceOf } = asked as unknown as Found & { name: string; priceOf: Awaited<ReturnType<typeof diskPrices>> }
    const { homes, ...user } = await live.user(id, name)
    return { ...showUser(user, people, base), homes: homes.map((home) => ({ ...home, perMonth: priceOf(home.sizeGiB, home.storageClass) })) }
  },
})

const month = { from: new Date(0), to: new Date(730 * 3_600_000) }

async function diskPrices(context: ReadContext, hub: HubRow): Promise<(gib: number, storageClass: string | null) => { amount: string; currency: string } | null> {
  const input = hubEstimateInput(await loadCluster(context, hub.clusterId), hub.spec, context.control.clock.now())
  if (!input) return () => null
  const prices = priceBook(input)
  return (gib, storageClass) => {
    const { total, incomplete } = costOfRunning([{ kind: 'home', gib, storageClass, quantity: 1, ...month }], prices)
    return incomplete.length > 0 ? null : total
  }
}
