/** Filestore, Artifact Registry and Cloud Logging: what is listed and deleted there. */
import type { Route } from './compute.ts'
import { textOf } from './messages.ts'
import { GoogleError, invalid } from './refusal.ts'
import type { Thing, World } from './world.ts'

interface Service { service: string; version: string; kind: string; permission: string; /** Google lists all places at once by `-`, but not everywhere. */ everywhere: boolean }

const services: readonly Service[] = [
  { service: 'file', version: 'v1', kind: 'instances', permission: 'file.instances', everywhere: true },
  { service: 'artifactregistry', version: 'v1', kind: 'repositories', permission: 'artifactregistry.repositories', everywhere: false },
  { service: 'logging', version: 'v2', kind: 'buckets', permission: 'logging.buckets', everywhere: true },
]

export const serviceRoutes = (world: World): Route[] => services.flatMap(({ service, version, kind, permission, everywhere }) => {
  const requireApi = (): void => {
    if (!world.apis.has(`${service}.googleapis.com`)) throw new GoogleError('PERMISSION_DENIED', `${service}.googleapis.com has not been used in project ${world.number} before or it is disabled.`, { reason: 'SERVICE_DISABLED' })
  }
  const there = (): Thing[] => world.things.filter((thing) => thing.kind === `${service}/${kind}`)
  const base = `/${version}/projects/${world.project}/locations`
  return [
    {
      service, name: `projects.locations.${kind}.list`, verb: 'GET', path: new RegExp(`^${base}/([^/]+)/${kind}$`), permission: `${permission}.list`,
      answer: ([, location], { query }) => {
        requireApi()
        if (location === '-' && !everywhere) invalid(`Invalid location "-" for ${kind}.`)
        for (const name of query.keys()) if (!['pageSize', 'pageToken'].includes(name)) invalid(`Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter.`)
        const found = there().filter(({ scope }) => location === '-' || scope === location)
        const from = Number(query.get('pageToken') ?? 0)
        return { [kind]: found.slice(from, from + 2).map(({ body }) => body), ...(from + 2 < found.length && { nextPageToken: String(from + 2) }) }
      },
    },
    {
      service, name: `projects.locations.${kind}.delete`, verb: 'DELETE', changes: true, path: new RegExp(`^/${version}/(projects/${world.project}/locations/[^/]+/${kind}/[^/]+)$`), permission: `${permission}.delete`,
      answer: ([, name]) => {
        requireApi()
        const thing = there().find(({ body }) => textOf(body, 'name') === name)
        if (!thing) throw new GoogleError('NOT_FOUND', `Resource '${name}' was not found`)
        thing.goneAt ??= world.now + 5000
        return { name: `operations/${world.now}`, done: false }
      },
    },
  ]
})
