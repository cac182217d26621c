import { completeHubSpec, newHubSecrets, type BuildJob, type CullWarning } from '../../packages/core/src/index.ts'
import type { HubRef, HubSite, Remnant } from '../../packages/providers/src/index.ts'
import { desiredRelease, settled, unending as signal, type Bed, type Test } from './bed.ts'

export function hubContract(t: Test, bed: Bed): void {
  const inCluster = (guarantee: string, work: (t: Test, site: HubSite, hub: HubRef, other: (hub: HubRef) => HubSite) => Promise<void>) =>
    t.test(`${bed.name}: ${guarantee}`, async (t) => {
      const cluster = await bed.open()
      const hub = bed.hub()
      const site = cluster.hub(hub)
      try {
        await work(t as Test, site, hub, (ref) => cluster.hub(ref))
      } finally {
        await site.sweep({ keepHomes: false }, signal)
        await cluster.close()
      }
    })
  const install = async (site: HubSite, hub: HubRef) => {
    await site.createNamespace(signal)
    const release = desiredRelease(bed, hub, { capacity: { seats: 1 } })
    await site.install(release, signal)
    await settled(bed, site)
    return release
  }
  const gone = async (site: HubSite) => (await site.namespace(signal)).state === 'absent'
  const claims = (remnants: Remnant[]) => remnants.filter((remnant) => remnant.kind === 'PersistentVolumeClaim').map((remnant) => remnant.name)

  t.test(`${bed.name}: preflight tells version, nodes and storage`, async (t) => {
    const cluster = await bed.open()
    const preflight = await cluster.preflight(signal)
    t.match(preflight.version, /1\.\d+/)
    t.ok(preflight.nodes.some((node) => node.ready && node.memoryBytes > 0))
    t.ok(preflight.storageClasses.some(({ name, isDefault }) => isDefault && name === preflight.defaultStorageClass))
    await cluster.close()
  })

  inCluster('a namespace is made once, is deleted once, and is then absent', async (t, site) => {
    t.equal((await site.namespace(signal)).state, 'absent')
    await site.deleteNamespace(signal)
    await site.createNamespace(signal)
    await site.createNamespace(signal)
    t.equal((await site.namespace(signal)).state, 'ours')
    await site.deleteNamespace(signal)
    await site.deleteNamespace(signal)
    await bed.settle('the namespace to be gone', () => gone(site))
  })

  inCluster('nobody takes a database for full that is not', async (t, site, hub) => {
    t.not(await site.databaseFull(signal), true, 'of a hub that is not there')
    await install(site, hub)
    t.not(await site.databaseFull(signal), true)
  })

  inCluster('a namespace enforces the level of pod security that it was made with, until it is given another', async (t, site) => {
    await site.createNamespace(signal, 'restricted')
    t.equal(await site.podSecurity(signal), 'restricted')
    await site.createNamespace(signal, 'baseline')
    t.equal(await site.podSecurity(signal), 'restricted', 'what is there is not made again')
    for (const level of ['privileged', 'privileged', 'baseline'] as const) {
      await site.setPodSecurity(level, signal)
      t.equal(await site.podSecurity(signal), level)
    }
    t.equal((await site.namespace(signal)).state, 'ours')
  })

  inCluster('a namespace that nobody gave a level enforces none of its own', async (t, site, hub, other) => {
    await site.createNamespace(signal)
    t.equal(await site.podSecurity(signal), null)
    await t.rejects(other({ ...hub, id: 'hub_else' }).setPodSecurity('privileged', signal), { code: 'namespace-foreign' })
    t.equal(await site.podSecurity(signal), null)
  })

  inCluster("another hub's namespace is foreign and never touched", async (t, site, hub, other) => {
    await site.createNamespace(signal)
    const intruder = other({ ...bed.hub(), namespace: hub.namespace, release: hub.release })
    t.equal((await intruder.namespace(signal)).state, 'foreign')
    await t.rejects(intruder.deleteNamespace(signal), { code: 'namespace-foreign' })
    await intruder.sweep({ keepHomes: false }, signal).catch(() => {})
    t.equal((await site.namespace(signal)).state, 'ours')
  })

  inCluster('images that are asked for come to all nodes, and what brought them goes', async (t, site, hub) => {
    await install(site, hub)
    t.equal(await site.pull('asked', signal), null)
    const images = ['quay.io/a/env:1.0.0']
    await site.startPull(images, desiredRelease(bed, hub).values, signal)
    await bed.settle('all nodes to have them', async () => (await site.pull('asked', signal))?.nodes.every(({ state }) => state === 'pulled') === true)
    t.same((await site.pull('asked', signal))?.images, images)
    await site.endPull(signal)
    await bed.settle('the puller to go', async () => (await site.pull('asked', signal)) === null)
    await bed.settle('the own puller to be done', async () => (await site.pull('continuous', signal))?.nodes.every(({ state }) => state === 'pulled') === true)
    t.same(await site.hookLeftovers(signal), [])
  })

  inCluster('an installed release tells its hash and digest; the same again disturbs nothing', async (t, site, hub) => {
    t.equal(await site.release(signal), null)
    const desired = await install(site, hub)
    const release = await site.release(signal)
    t.match(release, { status: 'deployed', valuesHash: desired.valuesHash, chartDigest: desired.chart.digest })
    const before = await site.workloads(signal)
    await site.install(desired, signal)
    t.match(await site.release(signal), { status: 'deployed', valuesHash: desired.valuesHash, chartDigest: desired.chart.digest })
    t.same(await site.workloads(signal), before, 'no pod was restarted')
  })

  inCluster('an upgrade has the new hash and a later revision', async (t, site, hub) => {
    const secrets = newHubSecrets()
    await site.createNamespace(signal)
    await site.install(desiredRelease(bed, hub, {}, secrets), signal)
    const desired = desiredRelease(bed, hub, { culling: { timeoutSeconds: 1800 } }, secrets)
    await site.install(desired, signal)
    t.match(await site.release(signal), { status: 'deployed', revision: 2, valuesHash: desired.valuesHash })
  })

  inCluster('a release whose helm was cut is repaired, and can then be installed', async (t, site, hub) => {
    const desired = await install(site, hub)
    await bed.cutHelm(site, hub)
    t.match((await site.release(signal))?.status, /^pending-/)
    await t.rejects(site.install(desiredRelease(bed, hub), signal), { code: 'helm-failed' })
    await site.repair(signal)
    t.equal((await site.release(signal))?.status, 'deployed')
    await site.repair(signal)
    await site.install(desired, signal)
    t.match(await site.release(signal), { status: 'deployed', valuesHash: desired.valuesHash })
  })

  inCluster('seats change without a new revision of the release', async (t, site, hub) => {
    t.equal(await site.seats(signal), null)
    await install(site, hub)
    const { revision } = (await site.release(signal))!
    await site.setSeats(2, signal)
    await site.setSeats(2, signal)
    t.equal((await site.seats(signal))?.wanted, 2)
    await bed.settle('both seats to be ready', async () => (await site.seats(signal))?.ready === 2)
    t.equal((await site.release(signal))?.revision, revision)
  })

  inCluster('warnings of culling are told as they were said last, disturb nothing, and go with the hub', async (t, site, hub) => {
    const rules = completeHubSpec({ culling: { warnAheadSeconds: 600 } }).culling
    const warning = (user: string, server = ''): CullWarning => ({
      user, server, reason: 'idle', started: '2026-03-02T06:00:00.000Z', lastActivity: '2026-03-02T07:00:00.000Z', stopsAt: '2026-03-02T08:10:00.000Z', since: '2026-03-02T08:00:00.000Z',
    })
    const told = async () => (await site.cullWarnings(signal)).map(({ user, server }) => `${user}/${server}`).sort()
    const map = async () => (await site.remnants(signal)).filter(({ kind, name }) => kind === 'ConfigMap' && name === 'hubfleet-cull-warnings').length
    t.same(await site.cullWarnings(signal), [], 'of a hub that is not there')
    await install(site, hub)
    const before = { starts: await bed.starts(site, hub), revision: (await site.release(signal))!.revision }
    await site.showCullWarnings([], rules, signal)
    t.same([await told(), await map()], [[], 0], 'there is nothing to say')
    await site.showCullWarnings([warning('ada'), warning('ada', 'lab'), warning('o"hara@example.org')], rules, signal)
    t.same(await told(), ['ada/', 'ada/lab', 'o"hara@example.org/'])
    t.same((await site.cullWarnings(signal)).find(({ server }) => server === 'lab'), warning('ada', 'lab'), 'word for word')
    t.equal(await map(), 1)
    await t.rejects(site.showCullWarnings([warning('eve')], rules, AbortSignal.abort()))
    await site.showCullWarnings([warning('bob')], rules, signal)
    await site.showCullWarnings([warning('bob')], rules, signal)
    t.same(await told(), ['bob/'], 'the last ones count')
    await site.showCullWarnings([], rules, signal)
    t.same(await told(), [])
    t.same({ starts: await bed.starts(site, hub), revision: (await site.release(signal))!.revision }, before, 'nothing restarted')
    await site.showCullWarnings([warning('ada')], rules, signal)
    await site.uninstall(signal)
    await bed.settle('the warnings to be swept', async () => {
      await site.sweep({ keepHomes: false }, signal)
      return await map() === 0
    })
  })

  inCluster('a freeze of server starts is told to the hub word for word, restarts nothing, is taken back, and goes with the hub', async (t, site, hub) => {
    const message = 'No more servers are started: "course" is spent. <b>ä</b>'
    t.equal(await site.frozen(signal), null, 'of a hub that is not there')
    await install(site, hub)
    const before = { starts: await bed.starts(site, hub), revision: (await site.release(signal))!.revision }
    await site.freeze(null, signal)
    t.equal(await site.frozen(signal), null)
    await site.freeze({ message: 'first' }, signal)
    for (const _ of [1, 2]) await site.freeze({ message }, signal)
    t.same(await site.frozen(signal), { message })
    await t.rejects(site.freeze(null, AbortSignal.abort()))
    t.same(await site.frozen(signal), { message })
    for (const _ of [1, 2]) await site.freeze(null, signal)
    t.equal(await site.frozen(signal), null)
    t.same({ starts: await bed.starts(site, hub), revision: (await site.release(signal))!.revision }, before, 'nothing restarted')
    await site.freeze({ message }, signal)
    await site.uninstall(signal)
    await bed.settle('the freeze to be swept', async () => {
      await site.sweep({ keepHomes: false }, signal)
      return !(await site.remnants(signal)).some(({ kind, name }) => kind === 'ConfigMap' && name === 'hubfleet-freeze')
    })
  })

  if (bed.provider.capabilities.loadBalancer) {
    inCluster('a load balancer gets an address, which an upgrade keeps', async (t, site, hub) => {
      const exposure = { type: 'loadBalancer' } as const
      t.equal((await site.address(exposure, signal)).address, null)
      await install(site, hub)
      await bed.settle('an address', async () => (await site.address(exposure, signal)).address !== null)
      const { address } = await site.address(exposure, signal)
      await site.install(desiredRelease(bed, hub), signal)
      t.equal((await site.address(exposure, signal)).address, address)
    })
  }

  inCluster("uninstalling keeps the homes, the hub's database and the users' pods", async (t, site, hub) => {
    await install(site, hub)
    await bed.bringUser(site, hub)
    const homes = await site.homes(signal)
    t.ok(homes.length > 0)
    await site.uninstall(signal)
    await site.uninstall(signal)
    t.equal(await site.release(signal), null)
    await bed.settle('the workloads to be gone', async () => (await site.workloads(signal)).length === 0)
    t.same(await site.homes(signal), homes)
    t.ok((await site.userPods(signal)).length > 0)
    const remnants = await site.remnants(signal)
    t.ok(claims(remnants).includes('hub-db-dir'))
    t.ok(remnants.some((remnant) => remnant.kind === 'Pod' && remnant.bills))

    await site.deleteUserPods(signal)
    await bed.settle("the users' pods to be gone", async () => (await site.userPods(signal)).length === 0)
    await site.deleteDatabase(signal)
    await site.deleteHomes(signal)
    await bed.settle('the claims to be gone', async () => claims(await site.remnants(signal)).length === 0)
    await site.deleteDatabase(signal)
    await site.deleteHomes(signal)
  })

  inCluster('a build is begun once, tells how far it is and what it pushed or wrote, and leaves nothing', async (t, site) => {
    await site.createNamespace(signal)
    const commit = 'c'.repeat(40)
    t.equal(await site.commit('https://git.example.org/env', commit, null, signal), commit, 'a whole commit is taken as it is')
    const git = { host: 'git.example.org', path: 'course', username: 'robot', token: 'glpat-s3cret' }
    const job: BuildJob = { name: 'build-1', repository: 'https://git.example.org/course/env', commit, image: `quay.io/course/env:${commit}`, settings: { memory: '1Gi', cpu: 1, disk: '5Gi', timeoutSeconds: 600 }, credentials: { username: 'robot', password: 'push-s3cret' }, git }
    t.same([await site.build(job.name, signal), await site.buildsLeft(signal)], [null, false])
    if (bed.barsBuilds) {
      await bed.settle('builds to be barred, with the reason', async () => /./.test((await site.buildBarred(job, signal).catch(() => null)) ?? ''))
      await site.endBuilds(signal)
      return
    }
    // the account that each namespace gets comes a moment after it
    await bed.settle('builds to be let in', async () => (await site.buildBarred(job, signal).catch(() => 'not yet')) === null)
    await t.rejects(site.startBuild(job, AbortSignal.abort()))
    t.equal(await site.build(job.name, signal), null)
    await site.startBuild(job, signal)
    await site.startBuild(job, signal)
    t.ok(await site.buildsLeft(signal))
    await bed.settle('the build to be pushed', async () => (await site.build(job.name, signal))?.state === 'pushed')
    t.equal(await site.build('build-2', signal), null)
    const logs = await site.buildLogs(job.name, 5, signal)
    t.ok(logs.every(({ container }) => container === 'fetch' || container === 'build'))
    t.same(await site.buildLogs('build-2', 5, signal), [])
    t.notMatch(JSON.stringify([logs, await site.build(job.name, signal)]), /s3cret/)
    const lines: string[] = []
    for await (const { container, number } of await site.followBuild(job.name, null, AbortSignal.timeout(20_000))) lines.push(`${container}.${number}`)
    const written = logs.flatMap(({ container, text }) => text.split('\n').slice(0, -1).map((_, index) => `${container}.${index + 1}`))
    if (written.length <= 10) t.same(lines, written, 'the log that is followed is the log')
    for await (const line of await site.followBuild('build-2', null, signal)) t.fail(`a build that is none wrote ${line.text}`)
    await site.endBuilds(signal)
    await site.endBuilds(signal)
    await bed.settle('the build to be gone', async () => !(await site.buildsLeft(signal)))
    await bed.settle('nothing of it to be known', async () => await site.build(job.name, signal) === null)
  })

  inCluster('who keeps the logins is asked for what is surely wrong; one that is silent proves nothing', async (t, site, hub) => {
    await install(site, hub)
    const known = await site.login(await bed.login(site, hub, 'known'), signal)
    t.match(known, { fault: null, seen: /./ })
    const refused = await site.login(await bed.login(site, hub, 'refused'), signal)
    t.match(refused, { fault: { code: 'ClientRefused', what: /login\.clientSecret/ } })
    t.notMatch(JSON.stringify([known, refused]), /client-s3cret/)
    await t.rejects(site.login(await bed.login(site, hub, 'silent'), signal), { code: 'login-not-checked' })
    await t.rejects(site.login(await bed.login(site, hub, 'known'), AbortSignal.abort()))
  })

  inCluster('the image that a server runs is known by its digest, and the server tells the JupyterHub in it', async (t, site, hub) => {
    t.same(await site.serverImages(signal), [])
    await install(site, hub)
    await bed.bringUser(site, hub)
    await bed.settle('a server to be ready', async () => (await site.serverImages(signal)).length > 0)
    const [image, ...others] = await site.serverImages(signal)
    t.match(image, { image: /^[\w./-]+:[\w.-]+$/, digest: /^sha256:[0-9a-f]{64}$/ })
    t.same(others, [], 'each once, however many run it')
    t.ok((await site.userPods(signal)).includes(image!.pod))
    await bed.settle('the server to tell', async () => /^\d+\.\d+/.test(await site.serverJupyterhub(image!.pod, signal) ?? ''))
    t.equal(await site.serverJupyterhub('no-such-pod', signal), null)
  })

  inCluster("the home of one user goes, by its name and when no pod holds it; the others and what is no home stay", async (t, site, hub) => {
    await install(site, hub)
    await bed.bringUser(site, hub)
    await site.deleteUserPods(signal)
    await bed.settle("the users' pods to be gone", async () => (await site.userPods(signal)).length === 0)
    const [first, ...others] = await site.homes(signal)
    t.match(first, { user: /./, server: '', going: false })
    await site.deleteHome([first!.name, 'hub-db-dir', 'no-such-claim'], signal)
    await bed.settle('the home to be gone', async () => !(await site.homes(signal)).some(({ name }) => name === first!.name))
    await site.deleteHome([first!.name], signal)
    t.same(await site.homes(signal), others)
    t.ok(claims(await site.remnants(signal)).includes('hub-db-dir'))
  })

  inCluster('a sweep that keeps the homes leaves them and their namespace, and nothing else', async (t, site, hub) => {
    await install(site, hub)
    await bed.bringUser(site, hub)
    const homes = await site.homes(signal)
    await site.uninstall(signal)
    await site.deleteUserPods(signal)
    await bed.settle('only the homes to be left', async () => {
      await site.sweep({ keepHomes: true }, signal)
      return (await site.remnants(signal)).every((remnant) => remnant.kind === 'Namespace' || remnant.name.startsWith('claim-') || remnant.kind === 'PersistentVolume')
    })
    t.same(await site.homes(signal), homes)
    t.equal((await site.namespace(signal)).state, 'ours')
  })

  inCluster('a sweep without the homes leaves nothing at the second look', async (t, site, hub) => {
    await install(site, hub)
    await bed.bringUser(site, hub)
    await site.uninstall(signal)
    await bed.settle('nothing to be left', async () => {
      await site.sweep({ keepHomes: false }, signal)
      return (await site.remnants(signal)).length === 0
    })
    t.ok(await gone(site))
    t.same(await site.sweep({ keepHomes: false }, signal), [])
  })

  inCluster('what lies outside of a namespace that was deleted too early is found and swept', async (t, site, hub) => {
    await install(site, hub)
    await site.deleteNamespace(signal)
    await bed.settle('the namespace to be gone', () => gone(site))
    t.ok((await site.remnants(signal)).some((remnant) => remnant.kind === 'PriorityClass' && remnant.blocksNamesake && remnant.name.startsWith(hub.release)))
    await bed.settle('nothing to be left', async () => {
      await site.sweep({ keepHomes: false }, signal)
      return (await site.remnants(signal)).length === 0
    })
  })

  inCluster('a signal that has ended lets nothing happen', async (t, site, hub) => {
    const ended = AbortSignal.abort()
    await t.rejects(site.createNamespace(ended))
    t.equal((await site.namespace(signal)).state, 'absent')
    await site.createNamespace(signal)
    await t.rejects(site.install(desiredRelease(bed, hub), ended))
    await t.rejects(site.deleteNamespace(ended))
    t.equal(await site.release(signal), null)
    t.equal((await site.namespace(signal)).state, 'ours')
  })
}
