import { pageInput, pageOf, placeCursors } from '../pagination.ts'
import { hubWithPeople } from '../people/hub.ts'
import { GroupSchema, showGroup } from '../people/wire.ts'
import { query } from '../verb.ts'
import { Nothing } from '../wire.ts'

export const listGroups = query({
  noun: 'group', verb: 'list', summary: 'The groups of a hub', description: 'Asked of the hub itself.', action: 'hub:operate', input: pageInput({}), answer: pageOf(GroupSchema, 'GroupPage'),
  async run(context, { limit = 20, cursor }) {
    const { id } = await hubWithPeople(context)
    const cursors = placeCursors(context.control, 'groups', [id])
    const [offset = 0] = cursors.read(cursor)
    return { id, question: { offset, limit }, cursors }
  },
  async live({ people }, asked) {
    const { id, question, cursors } = asked as unknown as { id: string; question: { offset: number; limit: number }; cursors: ReturnType<typeof placeCursors> }
    const { items, next } = await people.groups(id, question)
    return { items: items.map(showGroup), nextCursor: next === null ? null : cursors.write([next]) }
  },
})

export const getGroup = query({
  noun: 'group', verb: 'get', summary: 'A group of a hub, with its members', description: 'Asked of the hub itself.', action: 'hub:operate', input: Nothing, answer: GroupSchema,
  run: async (context) => ({ id: (await hubWithPeople(context)).id, name: context.params.group! }),
  async live({ people }, { id, name }) {
    const group = await people.group(id as string, name as string)
    return { ...showGroup(group), users: group.users }
  },
})
