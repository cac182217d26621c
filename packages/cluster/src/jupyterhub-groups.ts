import { Problem } from '@hubfleet/core'
import type { HubApi } from './jupyterhub-api.ts'
import type { HubGroup } from './jupyterhub-models.ts'
import { paged, requirePage } from './jupyterhub-pages.ts'
import { messageOf, unexpected, type Ask } from './jupyterhub-request.ts'

type GroupModel = HubGroup

/** The groups of a JupyterHub. */
export function groupCalls(ask: Ask): Pick<HubApi, 'groupPage' | 'group' | 'createGroup' | 'deleteGroup' | 'changeGroup'> {
  const path = (name: string) => `/groups/${encodeURIComponent(name)}`
  return {
    groupPage: async ({ offset, limit }, signal) => {
      const page = requirePage<GroupModel>('GET /groups', await ask('GET', `/groups?offset=${offset}&limit=${limit}`, signal, { accept: paged }))
      return { ...page, items: page.items.map(groupOf) }
    },
    group: async (name, signal) => {
      const answer = await ask('GET', path(name), signal)
      if (answer.status === 404) return null
      if (answer.status !== 200) throw unexpected('GET of a group', answer)
      return groupOf(answer.json as GroupModel)
    },
    createGroup: async (name, signal) => {
      const answer = await ask('POST', path(name), signal, { body: {} })
      if (answer.status !== 201 && answer.status !== 409) throw unexpected('POST of a group', answer)
    },
    deleteGroup: async (name, signal) => {
      const answer = await ask('DELETE', path(name), signal)
      if (answer.status !== 204 && answer.status !== 404) throw unexpected('DELETE of a group', answer)
    },
    changeGroup: async (name, { add, remove }, signal) => {
      for (const [method, users] of [['POST', add], ['DELETE', remove]] as const) {
        if (users.length === 0) continue
        const answer = await ask(method, `${path(name)}/users`, signal, { body: { users }, patience: 6 })
        if (answer.status === 404) throw new Problem('not-found', { noun: 'group', ref: name })
        if (answer.status === 400) throw new Problem('not-found', { noun: 'user', ref: messageOf(answer.json).replace(/^No such user: /, '') })
        if (answer.status !== 200) throw unexpected('change of a group', answer)
      }
    },
  }
}

/** The role may be too small to be shown the members, which must not look as if there were none. */
function groupOf({ name, users }: GroupModel): HubGroup {
  if (!Array.isArray(users)) throw new Problem('hub-api-refused', { status: 403, reason: 'the token may not read groups (read:groups)' })
  return { name, users }
}
