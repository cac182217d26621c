/** ClusterManager, method by method. */
import { versionNamed, versions } from './catalogue.ts'
import { listOf, messageOf, saidIn, textOf, type Message } from './messages.ts'
import { GoogleError, invalid, unimplemented } from './refusal.ts'
import { checkAutoscaling, checkCluster, checkPool, checkTaints, locationOf, requireQuota, zonesOfPool } from './rules.ts'
import { iso, seconds, type Cluster, type Operation, type Pool, type World } from './world.ts'

export interface Method { changes: boolean; permission: string; answer(request: Message): Message }

export function containerMethods(world: World): Record<string, Method> {
  const find = (name: string): { cluster: Cluster; rest: string[] } => {
    const match = /^(projects\/[^/]+\/locations\/[^/]+)\/clusters\/([^/]+)(?:\/nodePools\/([^/]+))?$/.exec(name)
    if (!match) return invalid(`Invalid resource name "${name}".`)
    const location = locationOf(world, match[1]!)
    const cluster = world.clusters.get(world.keyOf(location, match[2]!))
    if (!cluster) throw new GoogleError('NOT_FOUND', `Not found: projects/${world.project}/locations/${location}/clusters/${match[2]}.`)
    return { cluster, rest: match[3] ? [match[3]] : [] }
  }
  const findPool = (name: string): { cluster: Cluster; pool: Pool } => {
    const { cluster, rest } = find(name)
    const pool = cluster.pools.get(rest[0] ?? '')
    if (!pool) throw new GoogleError('NOT_FOUND', `Not found: node pool "${rest[0] ?? ''}" not found.`)
    return { cluster, pool }
  }
  const requireFree = (cluster: Cluster): void => {
    const running = world.busy(cluster)
    if (running) throw new GoogleError('FAILED_PRECONDITION', `Cluster is running incompatible operation ${running.name}.`)
  }
  const told = (operation: Operation): Message => ({
    name: operation.name, operationType: operation.type, status: operation.status, detail: operation.detail, location: operation.location, targetLink: operation.target,
    selfLink: `https://container.googleapis.com/v1/projects/${world.number}/locations/${operation.location}/operations/${operation.name}`,
    startTime: iso(operation.startedAt), endTime: operation.status === 'DONE' ? iso(operation.endsAt) : '', ...(operation.error && { error: { code: operation.error.code, message: operation.error.message } }),
  })
  const change = (type: string, cluster: Cluster, takes: number, done: () => void, { pool, detail = '' }: { pool?: string; detail?: string } = {}): Message => {
    requireFree(cluster)
    return told(world.begin({ type, location: cluster.location, cluster: cluster.name, takes, detail, done, ...(pool !== undefined && { pool }) }))
  }
  const newPool = (cluster: Cluster, message: Message, version: string): Pool => ({ message: { ...message, locations: zonesOfPool(cluster.location, message), version }, nodes: [] })

  const poolTold = (cluster: Cluster, { message }: Pool): Message => ({
    ...message, status: 'RUNNING',
    instanceGroupUrls: (message['locations'] as string[]).map((zone) => `https://www.googleapis.com/compute/v1/projects/${world.project}/zones/${zone}/instanceGroupManagers/${world.groupOf(cluster, textOf(message, 'name'), zone)}-grp`),
    selfLink: `https://container.googleapis.com/v1/projects/${world.project}/locations/${cluster.location}/clusters/${cluster.name}/nodePools/${textOf(message, 'name')}`,
  })
  const clusterTold = (cluster: Cluster): Message => {
    const running = world.busy(cluster)
    const status = cluster.failure ? 'ERROR' : !running ? 'RUNNING' : running.type === 'CREATE_CLUSTER' ? 'PROVISIONING' : running.type === 'DELETE_CLUSTER' ? 'STOPPING' : 'RECONCILING'
    return {
      ...cluster.message, status, nodePools: [...cluster.pools.values()].map((pool) => poolTold(cluster, pool)), location: cluster.location,
      selfLink: `https://container.googleapis.com/v1/projects/${world.project}/locations/${cluster.location}/clusters/${cluster.name}`,
      ...(status !== 'PROVISIONING' && { endpoint: world.kubernetes.endpoint, masterAuth: { clusterCaCertificate: world.kubernetes.certificateAuthorityData } }),
      ...(cluster.failure && { conditions: [{ code: 'GCE_STOCKOUT', message: cluster.failure, canonicalCode: 'RESOURCE_EXHAUSTED' }] }),
    }
  }

  return {
    ListClusters: { changes: false, permission: 'container.clusters.list', answer: ({ parent }) => {
      const location = String(parent).endsWith('/locations/-') ? null : locationOf(world, String(parent))
      return { clusters: [...world.clusters.values()].filter((cluster) => location === null || cluster.location === location).map(clusterTold), missingZones: [] }
    } },
    GetCluster: { changes: false, permission: 'container.clusters.get', answer: ({ name }) => clusterTold(find(String(name)).cluster) },
    CreateCluster: { changes: true, permission: 'container.clusters.create', answer: (request) => {
      const location = locationOf(world, textOf(request, 'parent'))
      const message = messageOf(request, 'cluster') ?? invalid('Cluster is required.')
      const name = textOf(message, 'name')
      if (world.clusters.has(world.keyOf(location, name))) throw new GoogleError('ALREADY_EXISTS', `Already exists: projects/${world.project}/locations/${location}/clusters/${name}.`)
      checkCluster(world, location, message)
      const version = versionNamed(textOf(message, 'initialClusterVersion'))!
      const cluster: Cluster = { location, name, message: { ...message, currentMasterVersion: version, initialClusterVersion: version }, pools: new Map() }
      world.clusters.set(world.keyOf(location, name), cluster)
      for (const pool of listOf(message, 'nodePools')) cluster.pools.set(textOf(pool, 'name'), newPool(cluster, pool, version))
      return change('CREATE_CLUSTER', cluster, seconds.create, () => { for (const pool of cluster.pools.values()) world.size(cluster, pool, Number(pool.message['initialNodeCount'])) })
    } },
    UpdateCluster: { changes: true, permission: 'container.clusters.update', answer: (request) => {
      const { cluster } = find(textOf(request, 'name'))
      const update = messageOf(request, 'update') ?? invalid('Update is required.')
      const said = saidIn(update)
      if (said.length !== 1) invalid('Must specify exactly one update field.')
      if (said[0] === 'desiredMasterVersion') {
        const version = versionNamed(textOf(update, 'desiredMasterVersion')) ?? invalid(`Master version "${textOf(update, 'desiredMasterVersion')}" is unsupported.`)
        if (versions.indexOf(version) > versions.indexOf(textOf(cluster.message, 'currentMasterVersion'))) invalid('Master cannot be downgraded.')
        return change('UPGRADE_MASTER', cluster, seconds.upgradeMaster, () => { cluster.message['currentMasterVersion'] = version })
      }
      if (said[0] === 'desiredReleaseChannel') return change('UPDATE_CLUSTER', cluster, seconds.update, () => { cluster.message['releaseChannel'] = update['desiredReleaseChannel'] })
      return unimplemented(`ClusterUpdate.${said[0]}`)
    } },
    DeleteCluster: { changes: true, permission: 'container.clusters.delete', answer: ({ name }) => {
      const { cluster } = find(String(name))
      return change('DELETE_CLUSTER', cluster, seconds.delete, () => world.clusters.delete(world.keyOf(cluster.location, cluster.name)))
    } },
    CreateNodePool: { changes: true, permission: 'container.clusters.update', answer: (request) => {
      const { cluster } = find(textOf(request, 'parent'))
      const message = messageOf(request, 'nodePool') ?? invalid('Node pool is required.')
      const name = textOf(message, 'name')
      if (cluster.pools.has(name)) throw new GoogleError('ALREADY_EXISTS', `Already exists: projects/${world.project}/locations/${cluster.location}/clusters/${cluster.name}/nodePools/${name}.`)
      checkPool(world, cluster.location, message, messageOf(cluster.message, 'workloadIdentityConfig') !== null)
      requireFree(cluster)
      const pool = newPool(cluster, message, textOf(cluster.message, 'currentMasterVersion'))
      cluster.pools.set(name, pool)
      return change('CREATE_NODE_POOL', cluster, seconds.pool, () => world.size(cluster, pool, Number(message['initialNodeCount'])), { pool: name })
    } },
    DeleteNodePool: { changes: true, permission: 'container.clusters.update', answer: ({ name }) => {
      const { cluster, pool } = findPool(String(name))
      return change('DELETE_NODE_POOL', cluster, seconds.pool, () => cluster.pools.delete(textOf(pool.message, 'name')), { pool: textOf(pool.message, 'name') })
    } },
    SetNodePoolSize: { changes: true, permission: 'container.clusters.update', answer: (request) => {
      const { cluster, pool } = findPool(textOf(request, 'name'))
      const count = Number(request['nodeCount'])
      if (count < 0) invalid('node_count must not be negative.')
      requireFree(cluster)
      requireQuota(world, cluster.location, messageOf(pool.message, 'config')!, count * (pool.message['locations'] as string[]).length - pool.nodes.length)
      world.size(cluster, pool, count)
      return change('SET_NODE_POOL_SIZE', cluster, seconds.resize, () => {}, { pool: textOf(pool.message, 'name') })
    } },
    SetNodePoolAutoscaling: { changes: true, permission: 'container.clusters.update', answer: (request) => {
      const { cluster, pool } = findPool(textOf(request, 'name'))
      const autoscaling = messageOf(request, 'autoscaling') ?? invalid('autoscaling is required.')
      checkAutoscaling(autoscaling)
      return change('UPDATE_CLUSTER', cluster, seconds.update, () => { pool.message['autoscaling'] = autoscaling }, { pool: textOf(pool.message, 'name') })
    } },
    UpdateNodePool: { changes: true, permission: 'container.clusters.update', answer: (request) => {
      const { cluster, pool } = findPool(textOf(request, 'name'))
      const [said, ...more] = saidIn(request).filter((field) => field !== 'name')
      if (more.length > 0) unimplemented(`UpdateNodePool with ${[said, ...more].join(' and ')}`)
      if (said === 'nodeVersion') {
        const version = versionNamed(textOf(request, 'nodeVersion')) ?? invalid(`Node version "${textOf(request, 'nodeVersion')}" is unsupported.`)
        if (versions.indexOf(version) < versions.indexOf(textOf(cluster.message, 'currentMasterVersion'))) invalid('Node version must not be newer than the master version.')
        return change('UPGRADE_NODES', cluster, Math.max(1, pool.nodes.length) * seconds.upgradeNode, () => { pool.message['version'] = version }, { pool: textOf(pool.message, 'name') })
      }
      // an empty list of taints is a message that is there
      if (messageOf(request, 'taints')) {
        const taints = listOf(messageOf(request, 'taints')!, 'taints')
        checkTaints(taints)
        return change('UPDATE_CLUSTER', cluster, seconds.update, () => { messageOf(pool.message, 'config')!['taints'] = taints }, { pool: textOf(pool.message, 'name') })
      }
      return said ? unimplemented(`UpdateNodePool.${said}`) : invalid('Nothing to update.')
    } },
    ListOperations: { changes: false, permission: 'container.operations.list', answer: ({ parent }) => {
      const location = locationOf(world, String(parent))
      return { operations: world.operations.filter((operation) => operation.location === location).map(told), missingZones: [] }
    } },
    GetOperation: { changes: false, permission: 'container.operations.get', answer: ({ name }) => told(operationNamed(world, String(name))) },
    CancelOperation: { changes: true, permission: 'container.operations.get', answer: ({ name }) => {
      const operation = operationNamed(world, String(name))
      if (operation.type !== 'UPGRADE_NODES') invalid(`Operation ${operation.name} of type ${operation.type} cannot be cancelled.`)
      if (operation.status === 'RUNNING') Object.assign(operation, { status: 'ABORTING', endsAt: world.now + 10_000, done: () => {} })
      return {}
    } },
    GetServerConfig: { changes: false, permission: 'container.clusters.list', answer: ({ name }) => {
      locationOf(world, String(name))
      return { defaultClusterVersion: versionNamed(''), validMasterVersions: versions, validNodeVersions: versions, defaultImageType: 'COS_CONTAINERD', validImageTypes: ['COS_CONTAINERD', 'UBUNTU_CONTAINERD'] }
    } },
  }
}

function operationNamed(world: World, name: string): Operation {
  const match = /^(projects\/[^/]+\/locations\/[^/]+)\/operations\/([^/]+)$/.exec(name)
  if (!match) return invalid(`Invalid resource name "${name}".`)
  const location = locationOf(world, match[1]!)
  const operation = world.operations.find((it) => it.name === match[2] && it.location === location)
  if (!operation) throw new GoogleError('NOT_FOUND', `Not found: ${name}.`)
  return operation
}
