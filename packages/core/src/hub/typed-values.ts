import type { JsonObject } from '../json.ts'
import { loginConfig } from './login-values.ts'
import { deepMerge, prune } from './merge.ts'
import { resourceValues } from './profile-values.ts'
import type { HubSpec } from './spec.ts'

/** The chart values that the typed fields mean. The spec has its secrets in. */
export function typedValues(spec: HubSpec): JsonObject {
  const { image, culling, capacity } = spec
  return prune(deepMerge(resourceValues(spec), {
    hub: { config: loginConfig(spec.login, spec.access, spec.exposure.host), activeServerLimit: capacity.maxServers },
    singleuser: {
      image,
      storage: storageValues(spec.storage),
      lifecycleHooks: { postStart: homeHook(spec.home) },
    },
    cull: {
      enabled: culling.enabled, timeout: culling.timeoutSeconds, every: culling.everySeconds, maxAge: culling.maxAgeSeconds, users: culling.users,
      adminUsers: culling.adminUsers, removeNamedServers: culling.removeNamedServers, concurrency: culling.concurrency,
    },
    ...exposureValues(spec.exposure, spec.chart.version),
  }))
}

function storageValues({ type, capacity, storageClass, static: shared }: HubSpec['storage']): JsonObject {
  if (type === 'none') return { type }
  if (type === 'static') return { type, static: { pvcName: shared?.claim, subPath: shared?.subPath } }
  return { type, capacity, dynamic: { storageClass } }
}

/*
 * The guide copies the contents once and leaves a mark. A failing hook would kill the server, so neither part may fail it; what comes from
 * the spec reaches the shell as arguments, never as text of the script. The chart's spawner expands braces in hooks: the scripts have none.
 */
const copyOnce = 'if ! test -f "$HOME/.copied"; then cp -Rf "$1"/. "$HOME"/ && touch "$HOME/.copied"; fi'
const pullRepository = 'shift; cd "$HOME" && gitpuller "$@"'

function homeHook({ contents, gitRepository }: HubSpec['home']): JsonObject | undefined {
  if (!contents && !gitRepository) return undefined
  const script = [contents && copyOnce, gitRepository && pullRepository, 'true'].filter(Boolean).join('\n')
  // gitpuller needs the branch and the folder named: without a folder it would clone into the home itself, which is not empty
  const repository = gitRepository ? [gitRepository.url, gitRepository.branch ?? 'main', gitRepository.directory ?? directoryOf(gitRepository.url)] : []
  return { exec: { command: ['sh', '-c', script, 'home', contents ?? '', ...repository] } }
}

const directoryOf = (url: string): string => url.replace(/\/+$/, '').replace(/\.git$/, '').split('/').at(-1) as string

function exposureValues({ type, host, https, className, gateway }: HubSpec['exposure'], chartVersion: string): JsonObject {
  switch (type) {
    case 'loadBalancer':
      return { proxy: { service: { type: 'LoadBalancer' }, https: httpsValues(host, https) } }
    case 'clusterIP':
      return { proxy: { service: { type: 'ClusterIP' }, https: httpsValues(host, https) } }
    case 'ingress':
      return {
        proxy: { service: { type: 'ClusterIP' } },
        ingress: { enabled: true, ingressClassName: className, hosts: [host], tls: https?.type === 'secret' ? [{ hosts: [host], secretName: https.secretName }] : undefined },
      }
    case 'gateway': {
      const parent = gateway && { name: gateway.name, namespace: gateway.namespace }
      const before5 = Number(/^v?(\d+)/.exec(chartVersion)?.[1]) < 5
      return { proxy: { service: { type: 'ClusterIP' } }, httpRoute: { enabled: true, hostnames: [host], ...(before5 ? { gateway: parent } : { parentRefs: [parent] }) } }
    }
  }
}

function httpsValues(host: string | undefined, https: HubSpec['exposure']['https']): JsonObject | undefined {
  if (!https) return undefined
  return { enabled: true, type: https.type, hosts: host ? [host] : [], letsencrypt: { contactEmail: https.contactEmail }, secret: { name: https.secretName } }
}
