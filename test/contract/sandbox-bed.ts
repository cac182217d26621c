import { hubNames, newId } from '../../packages/core/src/index.ts'
import { eq, platformScope, sandboxClusters, transaction } from '../../packages/database/src/index.ts'
import { testDatabase } from '../../packages/database/src/testing.ts'
import { createSandboxProvider, type ClusterRecord } from '../../packages/providers/src/index.ts'
import { nudge, wanting } from '../../packages/providers/src/testing-machines.ts'
import { desiredRelease, unending as signal, type Bed, type Test } from './bed.ts'

/** A sandbox of its own, in a region; its clock goes as far as it is told to. */
export async function sandboxBed(t: Test, { region = 'sandbox-north' } = {}) {
  const database = await testDatabase(t)
  let now = Date.parse('2026-03-02T08:00:00Z')
  const provider = createSandboxProvider({ database, clockOf: async () => ({ now: () => new Date(now) }), notifications: { on: () => () => {} } })

  const record = (): ClusterRecord => ({
    id: newId('cluster'), tenantId: 'tenant_test', name: 'test', access: null,
    spec: {
      provider: 'sandbox', region,
      pools: [{ name: 'core', purpose: 'core', machineType: 'sandbox-small', min: 1, max: 1 }, { name: 'user', purpose: 'user', machineType: 'sandbox-medium', min: 1, max: 3 }],
    },
  })

  const bed: Bed = {
    name: region === 'sandbox-north' ? 'sandbox' : region,
    provider,
    chart: { name: 'jupyterhub', version: '4.4.0', digest: 'ab'.repeat(32), path: '', appVersion: '5.5.0', kubeVersion: '>=1.28.0-0', schema: {} },
    values: { custom: { sandbox: { students: { count: 5, pattern: 'always' } } } },
    async open() {
      const cluster = record()
      await this.settle('the cluster to be made', () => nudge(provider.machines!(cluster), wanting({ core: 1, user: 1 }), signal))
      return provider.open(cluster)
    },
    hub() {
      const id = newId('hub')
      return { id, name: 'test', tenantId: 'tenant_test', ...hubNames(id) }
    },
    async settle(what, condition) {
      for (let second = 0; !(await condition()); second++) {
        if (second > 600) throw new Error(`${what}: not within ten minutes of virtual time`)
        now += 1000
      }
    },
    async bringUser(site) {
      for (let hour = 0; (await site.userPods(signal)).length === 0; hour++) {
        if (hour > 24) throw new Error('no student came within a day')
        now += 3_600_000
      }
    },
    starts: async (site) => Object.fromEntries((await site.workloads(signal)).map(({ name, since }) => [name, String(since?.getTime())])),
    async login(site, hub, login) {
      const misbehave = { known: [], refused: ['sandbox-login-refused'], silent: ['sandbox-login-silent'] }[login]
      await site.install(desiredRelease(bed, hub, { values: { custom: { sandbox: { misbehave } } } }), signal)
      return { kind: 'oauth', provider: 'the school', endpoints: { authorizeUrl: 'https://login.example.org/authorize', tokenUrl: 'https://login.example.org/token' }, clientId: 'hub', clientSecret: 'client-s3cret', callbackUrl: 'https://hub.example.org/hub/oauth_callback', scope: [], unknownIs404: false }
    },
    cutHelm: (site, hub) => site.install(desiredRelease(bed, hub, { values: { custom: { sandbox: { misbehave: 'sandbox-helm-cut' } } } }), signal),
  }

  /** As somebody who deletes the cluster in the cloud's console. */
  const vanish = ({ id }: ClusterRecord) => transaction(database, platformScope, async (tx) => { await tx.delete(sandboxClusters).where(eq(sandboxClusters.clusterId, id)) })
  return { bed, provider, record, vanish }
}
