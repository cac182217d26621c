import { isObject, valueAt } from '../json.ts'
import { adminServiceName, serviceName } from '../hub/values.ts'
import { decided, type PostureInput, type PostureItem } from './item.ts'

export const rightsItems = (input: PostureInput): PostureItem[] => [services(input), ownService(), rbac(input)]

/** Scopes of JupyterHub with which one can become, or act for, somebody else. */
const wide = /^(admin:.*|users|tokens|servers|groups|proxy|shutdown|shares|users:shares|access:servers|delete:users|list:users!all)$/

const ours = new Set([serviceName, adminServiceName])

/** Services and roles besides ours. A filter such as `servers!user=ada` is no wide scope. */
function services(input: PostureInput): PostureItem {
  const item = { code: 'scopes', why: 'A service with all rights turns one leaked token into the whole hub.' }
  const ofHub = decided(input, 'hub.services').value
  const almighty = Object.entries(isObject(ofHub) ? ofHub : {}).find(([name, service]) => !ours.has(name) && isObject(service) && service.admin === true)
  if (almighty) return { ...item, state: 'deviation', what: `The service ${almighty[0]} may do everything (admin).`, mend: 'Give it a role in hub.loadRoles with the scopes that it needs.', field: `/values/hub/services/${almighty[0]}` }
  const roles = decided(input, 'hub.loadRoles').value
  for (const [name, role] of Object.entries(isObject(roles) ? roles : {})) {
    const scopes = isObject(role) && Array.isArray(role.scopes) ? role.scopes.map(String).filter((scope) => wide.test(scope)) : []
    if (!ours.has(name) && name !== 'admin' && scopes.length > 0) {
      return { ...item, state: 'deviation', what: `The role ${name} has wide scopes: ${scopes.join(', ')}.`, mend: 'Narrow them, as in servers!group=course, or name the single rights that are needed.', field: `/values/hub/loadRoles/${name}` }
    }
  }
  if (valueAt(input.spec.values, ['hub', 'config', 'JupyterHub', 'load_roles']) !== undefined) {
    return { ...item, state: 'unknown', what: 'Roles are set by hub.config, where they are not read.', mend: 'Put them into hub.loadRoles.', field: '/values/hub/config/JupyterHub/load_roles' }
  }
  return { ...item, state: 'ok', what: 'No service and no role has more than single rights.', mend: null, field: null }
}

/** Their rights are enforced: whatever the values say, `serviceScopes` is what the first has. */
const ownService = (): PostureItem => ({
  code: 'own-scopes', state: 'ok', mend: null, field: null,
  what: 'The token by which Hubfleet watches reads who is there, and starts and stops servers. A second may do everything, since only an admin makes admins: it is used only as somebody manages people.',
  why: 'What is used all the time is what leaks. Both tokens are kept encrypted and shown to nobody.',
})

/** Without the chart's roles, the hub uses whatever the namespace's default account may. */
function rbac(input: PostureInput): PostureItem {
  const item = { code: 'rbac', why: 'In a cluster without roles every pod may do everything.' }
  const create = decided(input, 'rbac.create')
  if (create.value === false) return { ...item, state: 'deviation', what: 'The chart makes no roles: what the hub may do in the cluster is not its own role but whatever its account has.', mend: 'Leave rbac.create true.', field: create.field }
  return { ...item, state: 'ok', what: 'The hub may make pods and claims in its own namespace, and nothing outside.', mend: null, field: null }
}
