import t from 'tap'
import { readHubSample } from '../../packages/core/src/index.ts'
import { clusterSamples, desc, eq, hubSamples, platformScope, transaction } from '../../packages/database/src/index.ts'
import { Rollups } from '../../packages/worker/src/rollups/rollups.ts'
import { startBed } from '../kubernetes/bed.ts'
import { kubectl } from '../kubernetes/kubectl.ts'
import { skipWithoutBed } from '../kubernetes/programs.ts'
import { skipWithoutJupyterHub } from '../jupyterhub/programs.ts'
import { waitFor } from '../processes/wait.ts'
import { bedPlace } from './bed-place.ts'
import { startInstallation } from './installation.ts'
import { leastPrivileged } from './least-privileged.ts'

const [hourMs, minutes] = [3_600_000, 60_000]

const skip = skipWithoutBed() || skipWithoutJupyterHub()
if (skip) t.plan(0, skip)
else {
  t.setTimeout(600_000)
  const bed = await startBed()
  t.teardown(bed.stop)

  await t.test('what a cluster and its JupyterHub have is sampled under the published ClusterRole, and turns up in usage and cost; what no look saw is a gap', async (t) => {
    const place = await bedPlace(t, bed)
    const { client, tenant, database } = await startInstallation(t, { allowNetworks: place.allowNetworks, meteringSeconds: 60 })
    await client.clusters.create({ tenant }, { name: 'campus', provider: 'kubernetes', kubeconfig: await leastPrivileged(t, place.kubeconfig) }).wait({ timeoutMs: 3 * minutes })
    const handle = await client.hubs.create({ tenant }, { name: 'lab', cluster: 'campus', spec: { ...place.spec, capacity: { seats: 1 }, memory: { guarantee: '1G' }, cpu: { guarantee: 0.25 } }, confirm: ['open-login'] })
    const id = handle.operation.target.id
    const namespace = await waitFor('the namespace', 120, async () => (await client.hubs.get({ tenant, hub: id })).status.namespace)
    t.teardown(() => kubectl(place.kubeconfig, 'delete', 'namespace', namespace, '--wait=false', '--ignore-not-found'))
    const [people] = await Promise.all([place.openHub(namespace), handle.wait({ timeoutMs: 5 * minutes })])
    for (const user of ['ada', 'bob']) await people.come(user)

    const newest = () => transaction(database, platformScope, async (tx) => {
      const [row] = await tx.select().from(hubSamples).where(eq(hubSamples.hubId, id)).orderBy(desc(hubSamples.at)).limit(1)
      const [look] = row ? await tx.select().from(clusterSamples).where(eq(clusterSamples.at, row.at)) : []
      return row && look ? { at: row.at, look, hub: readHubSample(row.sample) } : undefined
    })
    const { at, look, hub } = await waitFor('a look that shows both', 240, async () => {
      const seen = await newest()
      return seen && seen.hub.servers?.length === 2 && seen.hub.pods.filter(({ kind }) => kind === 'server').length === 2 && seen.hub.pods.some(({ kind }) => kind === 'seat') ? seen : undefined
    })
    const names = async (...what: string[]) => (await kubectl(place.kubeconfig, 'get', ...what, '--output=jsonpath={.items[*].metadata.name}')).split(' ').filter(Boolean).sort()

    await t.test('the look has the nodes, pods and claims that the cluster has, and the people that JupyterHub has', async (t) => {
      t.same(look.nodes.map(({ name }) => name).sort(), await names('nodes'))
      t.ok(look.nodes.every(({ cpu, memoryGiB, machine }) => cpu > 0 && memoryGiB > 0 && machine !== ''))
      t.same(hub.pods.map(({ name }) => name).sort(), await names('pods', `--namespace=${namespace}`))
      t.same(hub.pods.filter(({ kind }) => kind === 'server').map(({ user }) => user).sort(), ['ada', 'bob'])
      t.match(hub.pods.find(({ kind }) => kind === 'seat'), { user: null, cpu: 0.25, memoryGiB: 1 })
      t.same(hub.claims.map(({ name }) => name).sort(), await names('pvc', `--namespace=${namespace}`))
      t.same(hub.claims.filter(({ kind }) => kind === 'home').map(({ user, gib }) => [user, gib]).sort(), [['ada', 2], ['bob', 2]])
      t.same(hub.servers!.map(({ user }) => user).sort(), Object.keys(await people.servers()).sort())
      t.ok(hub.users! >= 2 && hub.servers!.every(({ started }) => started <= at && started.getTime() > at.getTime() - 10 * minutes))
      t.equal(hub.loadBalancers, place.loadBalancer ? 1 : 0)
    })

    // The hour is over for rollups, as it will be for everybody.
    const start = new Date(Math.floor(at.getTime() / hourMs) * hourMs)
    const later = new Rollups({ database, keyRing: { current: 'test', keys: { test: new Uint8Array(32) } }, now: () => new Date(start.getTime() + 2 * hourMs), virtual: () => false, onError: (error) => { throw error } })
    await later.rollDue()

    await t.test('the report of the hour has each person\'s server and home, most servers at once, and its gap; without a price an amount is not known, and not zero', async (t) => {
      const report = await client.costs.report({ tenant }, { by: ['user', 'component'], every: 'hour', from: start.toISOString(), to: new Date(start.getTime() + hourMs).toISOString() })
      const labels = report.series.map(({ label }) => label)
      for (const label of ['ada · servers', 'bob · servers', 'ada · homes', 'bob · homes', 'nobody · seats']) t.ok(labels.includes(label), `${label} of ${labels.join(', ')}`)
      for (const { label, amounts, hours, unpricedHours } of report.series) {
        t.same(amounts, [null], label)
        t.ok(Math.abs(hours[0]! - unpricedHours) < 1e-6, label)
      }
      const servers = report.series.find(({ label }) => label === 'ada · servers')!
      const whole = await client.costs.report({ tenant }, { every: 'hour', from: start.toISOString(), to: new Date(start.getTime() + hourMs).toISOString() })
      const [usage] = whole.usage
      t.match(usage, { users: [2], peakServers: [2] })
      t.ok(servers.hours[0]! > 0 && usage!.serverHours[0]! >= servers.hours[0]! * 2 - 0.1)
      t.match(whole.notes.join(' '), /no price is known/)
      t.ok(usage!.gapHours[0]! < 1)
    })

    await t.test('of the hour after it, which no look saw, nothing is known but that', async (t) => {
      const { rows } = await transaction(database, platformScope, ({ client: sql }) => sql.query(`select hub_id, server_seconds, gap_seconds from usage_rollups where level = 'hub-hour' and start = $1`, [new Date(start.getTime() + hourMs)]))
      t.same(new Set(rows.map(({ hub_id: hubId }) => hubId)), new Set(['', id]))
      for (const row of rows) t.ok(row.gap_seconds + row.server_seconds >= 3300 && row.gap_seconds >= 3300, JSON.stringify(row))
    })

    await t.test('whose server lived when is told by sessions, from when JupyterHub says that it began', async (t) => {
      const { rows } = await transaction(database, platformScope, ({ client: sql }) => sql.query('select user_name, started_at from sessions where hub_id = $1 and ended_at is null order by 1', [id]))
      t.same(rows.map(({ user_name: user, started_at: started }) => [user, started]), hub.servers!.map(({ user, started }) => [user, started]).sort())
    })
  })
}
