/** The services that speak JSON: Compute Engine, and what tells of a project. */
import { isIn, machineTypes, regions, zones } from './catalogue.ts'
import { messageOf, textOf } from './messages.ts'
import { GoogleError, invalid, unimplemented } from './refusal.ts'
import { iso, type Thing, type World } from './world.ts'

type Json = Record<string, unknown>
export interface Request { query: URLSearchParams; body: Json }
export interface Route { service: string; name: string; verb: string; path: RegExp; changes?: boolean; permission?: string; answer(match: RegExpExecArray, request: Request): Json }

/** Where each kind can be; those of several have another name in the API for each. */
const aggregated = {
  disks: ['zones'], instances: ['zones'], networkEndpointGroups: ['zones'], instanceGroups: ['zones'], targetPools: ['regions'], routers: ['regions'],
  forwardingRules: ['regions', 'global'], addresses: ['regions', 'global'], backendServices: ['regions', 'global'], urlMaps: ['regions', 'global'],
  targetHttpProxies: ['regions', 'global'], targetHttpsProxies: ['regions', 'global'],
} as const satisfies Record<string, readonly ('zones' | 'regions' | 'global')[]>
type Kind = keyof typeof aggregated
type Level = (typeof aggregated)[Kind][number]
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const namedAt = (kind: Kind, level: Level): string => (level === 'global' && ['forwardingRules', 'addresses'].includes(kind) ? `global${capital(kind)}` : level === 'regions' && ['backendServices', 'urlMaps', 'targetHttpProxies', 'targetHttpsProxies'].includes(kind) ? `region${capital(kind)}` : kind)

export function restRoutes(world: World): Route[] {
  const base = `/compute/v1/projects/${world.project}`
  const self = (path: string): string => `https://www.googleapis.com/compute/v1/projects/${world.project}/${path}`
  const at = (path: string): RegExp => new RegExp(`^${base}${path}$`)

  const nodesAsThings = (): { instances: Thing[]; disks: Thing[] } => {
    const both = world.nodes().map(({ cluster, pool, node }) => {
      const config = messageOf(pool.message, 'config')!
      const labels = {
        ...cluster.message['resourceLabels'] as object, ...config['resourceLabels'] as object,
        'goog-k8s-cluster-name': cluster.name, 'goog-k8s-cluster-location': cluster.location, 'goog-k8s-node-pool-name': textOf(pool.message, 'name'), 'goog-gke-node': '',
      }
      const instance = self(`zones/${node.zone}/instances/${node.name}`)
      return {
        instance: { kind: 'instances', scope: node.zone, body: { name: node.name, selfLink: instance, labels, status: 'RUNNING', machineType: self(`zones/${node.zone}/machineTypes/${textOf(config, 'machineType')}`), scheduling: { provisioningModel: config['spot'] ? 'SPOT' : 'STANDARD' } } },
        disk: { kind: 'disks', scope: node.zone, body: { name: node.name, selfLink: self(`zones/${node.zone}/disks/${node.name}`), labels, sizeGb: String(config['diskSizeGb'] || 100), type: self(`zones/${node.zone}/diskTypes/${textOf(config, 'diskType') || 'pd-balanced'}`), status: 'READY', users: [instance] } },
      }
    })
    return { instances: both.map(({ instance }) => instance), disks: both.map(({ disk }) => disk) }
  }
  const all = (kind: string): Thing[] => [...(kind === 'instances' || kind === 'disks' ? nodesAsThings()[kind] : []), ...world.things.filter((thing) => thing.kind === kind)]

  const aggregatedList = (kind: Kind): Route => ({
    service: 'compute', name: `${kind}.aggregatedList`, verb: 'GET', path: at(`/aggregated/${kind}`), permission: `compute.${kind}.list`,
    answer: (_match, { query }) => {
      const levels: readonly Level[] = aggregated[kind]
      const scopes = levels.flatMap((level) => (level === 'global' ? ['global'] : (level === 'zones' ? zones : Object.keys(regions)).map((scope) => `${level}/${scope}`)))
      const page = paged(all(kind).filter(({ body }) => passes(query, body)), query)
      return {
        kind: `compute#${kind}AggregatedList`, ...page.next,
        items: Object.fromEntries(scopes.map((scope) => {
          const found = page.items.filter((thing) => thing.scope === scope.slice(scope.indexOf('/') + 1)).map(({ body }) => body)
          return [scope, found.length > 0 ? { [kind]: found } : { warning: { code: 'NO_RESULTS_ON_PAGE', message: `There are no results for scope '${scope}' on this page.` } }]
        })),
      }
    },
  })
  const find = (kind: string, scope: string, name: string): Thing => {
    const thing = all(kind).find((it) => it.scope === scope && it.body['name'] === name)
    if (!thing) throw new GoogleError('NOT_FOUND', `The resource 'projects/${world.project}/${scope}/${kind}/${name}' was not found`)
    return thing
  }
  const remove = (kind: Kind | 'snapshots', level: Level): Route => ({
    service: 'compute', name: `${kind === 'snapshots' ? kind : namedAt(kind, level)}.delete`, verb: 'DELETE', changes: true, permission: `compute.${kind === 'snapshots' ? kind : namedAt(kind, level)}.delete`,
    path: at(level === 'global' ? `/(global)/${kind}/([^/]+)` : `/${level}/([^/]+)/${kind}/([^/]+)`),
    answer: ([, scope, name]) => {
      const thing = find(kind, scope!, name!)
      const self = `"${textOf(thing.body, 'selfLink')}"`
      const user = world.things.find((it) => it !== thing && it.goneAt === undefined && JSON.stringify(it.body).includes(self))
      if (user) throw new GoogleError('INVALID_ARGUMENT', `The resource '${textOf(thing.body, 'selfLink')}' is already being used by '${textOf(user.body, 'selfLink')}'`, { reason: 'resourceInUseByAnotherResource' })
      thing.goneAt ??= world.now + 5000
      return { kind: 'compute#operation', name: `operation-${world.now}`, operationType: 'delete', status: 'RUNNING', progress: 0, targetLink: thing.body['selfLink'] as string }
    },
  })
  const members = (kind: 'networkEndpointGroups' | 'instanceGroups', name: string, told: (zone: string, machine: string) => Json): Route => ({
    service: 'compute', name: `${kind}.${name}`, verb: 'POST', path: at(`/zones/([^/]+)/${kind}/([^/]+)/${name}`), permission: `compute.${kind}.get`,
    answer: ([, zone, group]) => ({ items: (find(kind, zone!, group!).members ?? []).map((machine) => told(zone!, machine)) }),
  })

  return [
    ...(Object.keys(aggregated) as Kind[]).flatMap((kind) => [aggregatedList(kind), ...aggregated[kind].map((level) => remove(kind, level))]),
    remove('snapshots', 'global'),
    members('networkEndpointGroups', 'listNetworkEndpoints', (_zone, instance) => ({ networkEndpoint: { instance, ipAddress: '10.4.0.7', port: 8000 } })),
    members('instanceGroups', 'listInstances', (zone, machine) => ({ instance: self(`zones/${zone}/instances/${machine}`), status: 'RUNNING' })),
    { service: 'compute', name: 'snapshots.list', verb: 'GET', path: at('/global/snapshots'), permission: 'compute.snapshots.list', answer: (_match, { query }) => {
      const { items, next } = paged(all('snapshots').filter(({ body }) => passes(query, body)), query)
      return { kind: 'compute#snapshotList', items: items.map(({ body }) => body), ...next }
    } },
    { service: 'compute', name: 'regions.get', verb: 'GET', path: at('/regions/([^/]+)'), permission: 'compute.regions.get', answer: ([, region]) => {
      if (!regions[region!]) throw new GoogleError('NOT_FOUND', `The resource 'projects/${world.project}/regions/${region}' was not found`)
      return { kind: 'compute#region', name: region!, status: 'UP', zones: regions[region!]!.map((zone) => self(`zones/${zone}`)), quotas: world.quotas(region!) }
    } },
    { service: 'compute', name: 'regions.list', verb: 'GET', path: at('/regions'), permission: 'compute.regions.list', answer: () => ({ kind: 'compute#regionList', items: Object.keys(regions).map((name) => ({ name, status: 'UP' })) }) },
    { service: 'compute', name: 'projects.get', verb: 'GET', path: at(''), permission: 'compute.projects.get', answer: () => ({ kind: 'compute#project', name: world.project, quotas: [{ metric: 'CPUS_ALL_REGIONS', limit: world.limits['CPUS_ALL_REGIONS'] ?? 2400, usage: Object.keys(regions).flatMap((region) => world.quotas(region)).filter(({ metric }) => metric.endsWith('CPUS')).reduce((sum, { usage }) => sum + usage, 0) }] }) },
    { service: 'compute', name: 'machineTypes.aggregatedList', verb: 'GET', path: at('/aggregated/machineTypes'), permission: 'compute.machineTypes.list', answer: (_match, { query }) => ({
      items: Object.fromEntries(zones.map((zone) => {
        const found = machineTypes.filter((type) => isIn(zone, type.name) && passes(query, { name: type.name })).map(({ name, cpus, memoryMb }) => ({ name, guestCpus: cpus, memoryMb, zone }))
        return [`zones/${zone}`, found.length > 0 ? { machineTypes: found } : { warning: { code: 'NO_RESULTS_ON_PAGE' } }]
      })),
    }) },
    { service: 'compute', name: 'machineTypes.list', verb: 'GET', path: at('/zones/([^/]+)/machineTypes'), permission: 'compute.machineTypes.list', answer: ([, zone]) => {
      if (!zones.includes(zone!)) throw new GoogleError('NOT_FOUND', `The resource 'projects/${world.project}/zones/${zone}' was not found`)
      return { items: machineTypes.filter(({ name }) => isIn(zone!, name)).map(({ name, cpus, memoryMb }) => ({ name, guestCpus: cpus, memoryMb, zone: zone! })) }
    } },
    { service: 'compute', name: 'instanceGroupManagers.get', verb: 'GET', path: at('/zones/([^/]+)/instanceGroupManagers/([^/]+)'), permission: 'compute.instanceGroupManagers.get', answer: ([, zone, name]) => {
      for (const cluster of world.clusters.values()) {
        for (const pool of cluster.pools.values()) {
          if (`${world.groupOf(cluster, textOf(pool.message, 'name'), zone!)}-grp` !== name) continue
          const nodes = pool.nodes.filter((node) => node.zone === zone)
          const ready = nodes.filter(world.isReady).length
          return { kind: 'compute#instanceGroupManager', name: name!, targetSize: nodes.length, currentActions: { none: ready, creating: nodes.length - ready, deleting: 0, abandoning: 0, recreating: 0, refreshing: 0, restarting: 0, verifying: 0 }, status: { isStable: ready === nodes.length } }
        }
      }
      throw new GoogleError('NOT_FOUND', `The resource 'projects/${world.project}/zones/${zone}/instanceGroupManagers/${name}' was not found`)
    } },
    { service: 'cloudresourcemanager', name: 'projects.get', verb: 'GET', path: new RegExp(`^/v1/projects/([^/:]+)$`), answer: ([, project]) => {
      if (project !== world.project || world.denied.has('resourcemanager.projects.get')) throw new GoogleError('PERMISSION_DENIED', 'The caller does not have permission')
      return { projectNumber: world.number, projectId: world.project, name: 'Hub Fleet', lifecycleState: world.lifecycle, createTime: iso(world.now - 1e9) }
    } },
    { service: 'cloudresourcemanager', name: 'projects.testIamPermissions', verb: 'POST', path: new RegExp(`^/v1/projects/${world.project}:testIamPermissions$`), answer: (_match, { body }) => granted(world, body, true) },
    { service: 'serviceusage', name: 'services.get', verb: 'GET', path: new RegExp(`^/v1/projects/${world.project}/services/([^/]+)$`), permission: 'serviceusage.services.get', answer: ([, api]) => ({ name: `projects/${world.number}/services/${api}`, state: world.apis.has(api!) ? 'ENABLED' : 'DISABLED', parent: `projects/${world.number}` }) },
    { service: 'cloudbilling', name: 'projects.getBillingInfo', verb: 'GET', path: new RegExp(`^/v1/projects/${world.project}/billingInfo$`), answer: () => ({ name: `projects/${world.project}/billingInfo`, projectId: world.project, billingAccountName: world.billing.account, billingEnabled: world.billing.enabled }) },
    { service: 'iam', name: 'projects.serviceAccounts.testIamPermissions', verb: 'POST', path: new RegExp('^/v1/projects/-/serviceAccounts/([^/:]+):testIamPermissions$'), answer: ([, email], { body }) => {
      if (!world.defaultAccount || decodeURIComponent(email!) !== `${world.number}-compute@developer.gserviceaccount.com`) throw new GoogleError('NOT_FOUND', `Unknown service account`)
      return granted(world, body, false)
    } },
  ]
}

function granted(world: World, body: Json, ofProject: boolean): Json {
  const asked = body['permissions']
  if (!Array.isArray(asked) || asked.length === 0 || asked.length > 100) return invalid('permissions must have 1 to 100 entries')
  return { permissions: asked.filter((permission) => !world.denied.has(ofProject ? permission as string : `on the account: ${permission}`)) }
}

function paged(things: Thing[], query: URLSearchParams): { items: Thing[]; next: Json } {
  const max = Number(query.get('maxResults') ?? 500)
  if (!(max >= 1 && max <= 500)) invalid(`Invalid value for field 'maxResults': '${query.get('maxResults')}'.`)
  const from = Number(query.get('pageToken') ?? 0)
  // small pages, so that whoever reads the first alone is found out
  const size = Math.min(max, 5)
  return { items: things.slice(from, from + size), next: from + size < things.length ? { nextPageToken: String(from + size) } : {} }
}

/** `name="a"` and `labels.k="v"`, joined by OR. */
function passes(query: URLSearchParams, body: Json): boolean {
  const filter = query.get('filter')
  if (filter === null) return true
  return filter.split(' OR ').some((part) => {
    const match = /^\(?(name|labels\.([a-z][a-z0-9_-]*))="([^"]*)"\)?$/.exec(part.trim())
    if (!match) return unimplemented(`the filter ${part}`)
    return (match[2] ? (body['labels'] as Record<string, string> | undefined)?.[match[2]] : body['name']) === match[3]
  })
}

