import { databaseIsFull } from './capacity.ts'
import type { ContainerLog, HubSite } from '../provider.ts'
import { podName, type SandboxHub } from './state.ts'

/** What the pods of a hub would have written: when they started, and whose servers they brought up. */
export function logsOf(hub: SandboxHub, { component, user, lines }: Parameters<HubSite['logs']>[0], now: number): ContainerLog[] {
  const { release } = hub
  const log = (pod: string, container: string, events: [time: number, text: string][]): ContainerLog => ({
    pod, container,
    text: events.filter(([time]) => time <= now).sort(([a], [b]) => a - b).slice(-lines).map(([time, text]) => `[I ${new Date(time).toISOString()}] ${text}\n`).join(''),
  })
  if (user !== undefined) {
    return hub.servers.filter((server) => server.user === user).map((server) => log(podName(user, server.name), 'notebook', server.readyAt === null ? [] : [[server.readyAt, 'Jupyter Server is running']]))
  }
  if (!release) return []
  if (component === 'proxy') return [log('proxy', 'chp', [[release.proxyStartedAt, 'Proxying http://*:8000 to http://hub:8081']])]
  if (component !== 'hub') return []
  return [log('hub', 'hub', [
    [release.hubStartedAt, `Running JupyterHub version ${release.jupyterhub}`],
    ...(databaseIsFull(hub) ? [[release.hubStartedAt, 'sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) database or disk is full'] as [number, string]] : []),
    ...hub.servers.flatMap((server): [number, string][] => (server.readyAt === null ? [] : [[server.readyAt, `User ${server.user} server is ready`]])),
  ])]
}
