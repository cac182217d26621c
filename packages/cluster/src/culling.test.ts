import t from 'tap'
import type { HubCulling, HubSpecInput } from '@hubfleet/core'
import { parse } from 'yaml'
import { hubOf, renderedObjects, skipWithoutHelm as skip } from './testing-render.ts'

/* What of a hub's culling reaches the cluster, held against what helm makes of the values. */

interface Pod { spec: { volumes: { name: string; configMap?: { name: string; optional?: boolean } }[]; containers: { name: string; volumeMounts: { name: string; mountPath: string; readOnly?: boolean; subPath?: string }[] }[] } }
interface Manifest { kind: string; metadata: { name: string }; data?: Record<string, string>; stringData?: Record<string, string>; spec?: { template: Pod } }

function rendered(culling: Partial<HubCulling> | HubSpecInput['culling'], values: HubSpecInput['values'] = {}) {
  const manifests = renderedObjects<Manifest>(hubOf({ culling, values } as HubSpecInput).values)
  const find = (kind: string, name: string) => manifests.find((one) => one.kind === kind && one.metadata.name === name)
  /** A file of a Secret, whichever way it is written there. */
  const file = (secret: string, name: string): string | undefined => {
    const { stringData, data } = find('Secret', secret) ?? {}
    return stringData?.[name] ?? (data?.[name] === undefined ? undefined : Buffer.from(data[name], 'base64').toString())
  }
  const pod = find('Deployment', 'hub')!.spec!.template
  return { file, pod: pod.spec, mounts: pod.spec.containers.find(({ name }) => name === 'hub')!.volumeMounts, hubValues: parse(file('hub', 'values.yaml') ?? '') as Record<string, Record<string, unknown>> }
}

t.test("the hub's own culler gets each setting, and nothing but that it is off where Hubfleet culls", { skip }, async (t) => {
  const { hubValues } = rendered({ timeoutSeconds: 1800, everySeconds: 300, maxAgeSeconds: 86_400, users: true, adminUsers: false, removeNamedServers: true, concurrency: 3 })
  t.match(hubValues['cull'], { enabled: true, timeout: 1800, every: 300, maxAge: 86_400, users: true, adminUsers: false, removeNamedServers: true, concurrency: 3 })
  for (const own of [{ protect: { users: ['ada'] } }, { quietHours: [{ from: '09:00', to: '10:00' }] }, { warnAheadSeconds: 600 }]) {
    t.equal(rendered(own).hubValues['cull']!['enabled'], false, Object.keys(own)[0]!)
  }
})

t.test("kernels and terminals are in a file of servers, where the Jupyter server looks for JSON", { skip }, async (t) => {
  const { file, hubValues } = rendered({ kernels: { timeoutSeconds: 1200, intervalSeconds: 60, connected: true }, terminals: { timeoutSeconds: 3600 }, shutdownSeconds: 7200 })
  const text = file('singleuser', 'jupyter_server_config.json') ?? ''
  t.same(JSON.parse(text), {
    MappingKernelManager: { cull_idle_timeout: 1200, cull_interval: 60, cull_connected: true, cull_busy: false },
    TerminalManager: { cull_inactive_timeout: 3600, cull_interval: 300 }, ServerApp: { shutdown_no_activity_timeout: 7200 },
  })
  // By this the hub mounts it.
  t.match(hubValues['singleuser']!['extraFiles'], { 'jupyter_server_config.json': { mountPath: '/usr/local/etc/jupyter/jupyter_server_config.json' } })
  t.equal(rendered({}).file('singleuser', 'jupyter_server_config.json'), undefined)
})

t.test('warnings are mounted into the hub as a folder, need not be there, and leave what else is mounted', { skip }, async (t) => {
  const data = { name: 'data', persistentVolumeClaim: { claimName: 'data' } }
  const { pod, mounts, hubValues } = rendered({ warnAheadSeconds: 600 }, { hub: { extraVolumes: [data], extraVolumeMounts: [{ name: 'data', mountPath: '/data' }] } })
  const volume = pod.volumes.find(({ configMap }) => configMap?.name === 'hubfleet-cull-warnings')
  t.match(volume, { configMap: { optional: true } }, 'the hub starts before anything is said')
  const mount = mounts.find(({ name }) => name === volume!.name)
  t.match(mount, { mountPath: '/usr/local/etc/jupyterhub/hubfleet', readOnly: true })
  t.equal(mount!.subPath, undefined, 'a file that is mounted by itself would never change')
  t.ok(pod.volumes.some(({ name }) => name === 'data') && mounts.some(({ mountPath }) => mountPath === '/data'))
  t.match((hubValues['hub']!['extraConfig'] as Record<string, string>)['zz-hubfleet-cull-warnings'], '/usr/local/etc/jupyterhub/hubfleet/cull-warnings.json')
  t.notOk(rendered({ quietHours: [{ from: '09:00', to: '10:00' }] }).pod.volumes.some(({ configMap }) => configMap?.name === 'hubfleet-cull-warnings'))
})
