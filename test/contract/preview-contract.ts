import { completeHubSpec, disruption, newHubSecrets, type HubSpecInput } from '../../packages/core/src/index.ts'
import { desiredRelease, settled, unending as signal, type Bed, type Test } from './bed.ts'

/** Changes, by what they are for people. Each goes on from the one before. */
const changes: Record<string, HubSpecInput> = {
  'nothing at all': {},
  culling: { culling: { timeoutSeconds: 1800 } },
  memory: { culling: { timeoutSeconds: 1800 }, memory: { guarantee: '2G' } },
  'the resources of the proxy': { values: { proxy: { chp: { resources: { requests: { memory: '200Mi' } } } } } },
  'the way in': { exposure: { type: 'clusterIP' } },
  debug: { values: { debug: { enabled: true } } },
}

export function previewContract(t: Test, bed: Bed): void {
  t.test(`${bed.name}: a preview tells what an upgrade does to pods and objects, and does nothing`, async (t) => {
    const cluster = await bed.open()
    const hub = bed.hub()
    const site = cluster.hub(hub)
    const secrets = newHubSecrets()
    const texts = [secrets.apiToken, secrets.cookieSecret, secrets.cryptKey, secrets.proxyToken]
    const desired = (input: HubSpecInput) => desiredRelease(bed, hub, input, secrets)
    const running = (input: HubSpecInput) => ({ spec: completeHubSpec(input), values: desired(input).values })
    try {
      const first: HubSpecInput = {}
      const unmade = await site.preview(desired(first), texts, signal)
      t.same(unmade.fingerprints, {})
      t.ok(unmade.objects.length > 0 && unmade.objects.every(({ change }) => change === 'create'), 'a hub that is not there yet gets all of its objects')
      t.ok(unmade.objects.some(({ kind, name }) => kind === 'Deployment' && name === 'hub'))
      t.equal((await site.namespace(signal)).state, 'absent')

      await site.createNamespace(signal)
      t.ok((await site.preview(desired(first), texts, signal)).objects.every(({ change }) => change === 'create'))
      t.equal(await site.release(signal), null)
      await site.install(desired(first), signal)
      await settled(bed, site)
      const objects = await site.fingerprints(signal)
      t.ok(objects['Deployment hub'])
      t.same(await site.preview(desired(first), texts, signal), { fingerprints: objects, objects: [] }, 'the same again changes nothing')

      let last = first
      for (const [name, input] of Object.entries(changes)) {
        const before = await bed.starts(site, hub)
        const preview = await site.preview(desired(input), texts, signal)
        t.same(await bed.starts(site, hub), before, `${name}: a preview restarts nothing`)
        for (const text of texts) t.notMatch(JSON.stringify(preview), text, `${name}: no secret is shown`)
        const foretold = preview.objects.filter(({ kind, restarts }) => kind === 'Deployment' && restarts).map((object) => object.name).sort()
        const promised = disruption(running(last), running(input)).restarts.filter((part) => part in before)
        t.same(foretold, [...promised].sort(), `${name}: the dry run and the values foretell the same restarts`)

        await site.install(desired(input), signal)
        await settled(bed, site)
        const after = await bed.starts(site, hub)
        t.same(Object.keys(after).filter((part) => after[part] !== before[part]).sort(), foretold, `${name}: what was foretold restarts, and nothing else`)
        t.same((await site.preview(desired(input), texts, signal)).objects, [], `${name}: it is as the preview had it`)
        last = input
      }

      const ended = await site.preview(null, texts, signal)
      t.ok(ended.objects.length > 0 && ended.objects.every(({ change }) => change === 'delete'))
      t.notOk(ended.objects.some(({ name }) => name === 'hub-db-dir'), 'the database outlives an uninstall')
      t.ok(await site.release(signal))
    } finally {
      await site.sweep({ keepHomes: false }, signal)
      await cluster.close()
    }
  })
}
