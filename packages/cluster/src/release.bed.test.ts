import { randomUUID } from 'node:crypto'
import t from 'tap'
import { connectBed, skipWithoutBed, uniqueName } from './bed.ts'
import type { Helm } from './helm.ts'
import { observeRelease, repairRelease } from './release.ts'
import { labelOf } from './release-labels.ts'

const signal = new AbortController().signal

t.test('releases in a real cluster', { skip: skipWithoutBed }, async (t) => {
  const kubernetes = await connectBed()
  const namespace = uniqueName('release')
  const release = { name: 'hub', namespace }
  await kubernetes.call(signal, ({ core }, options) => core.createNamespace({ body: { metadata: { name: namespace } } }, options))
  t.teardown(async () => {
    await kubernetes.call(signal, ({ core }, options) => core.deleteNamespace({ name: namespace }, options))
    await kubernetes.close()
  })
  const uninstalled: string[] = []
  const helm: Helm = { upgrade: async () => {}, uninstall: async ({ name }) => { uninstalled.push(name) }, render: async () => [], manifests: async () => [] }
  const write = async (version: number, status: string): Promise<void> => {
    const labels = { owner: 'helm', name: release.name, version: String(version), status, 'hubfleet.dev/values': labelOf('ab'.repeat(32)) }
    const body = { metadata: { name: `sh.helm.release.v1.hub.v${version}`, labels }, type: 'helm.sh/release.v1', stringData: { release: randomUUID() } }
    await kubernetes.call(signal, ({ core }, options) => core.createNamespacedSecret({ namespace, body }, options))
  }

  await t.test('no revision is no release, and there is nothing to repair', async (t) => {
    t.equal(await observeRelease(kubernetes, release, signal), null)
    await repairRelease(kubernetes, helm, release, signal)
  })
  await t.test('the newest revision counts by number and not by the order of names', async (t) => {
    await write(9, 'superseded')
    await write(10, 'deployed')
    t.match(await observeRelease(kubernetes, release, signal), { revision: 10, status: 'deployed', valuesHash: 'ab'.repeat(32), chartDigest: null })
  })
  await t.test('a repair goes back from a cut upgrade to the revision before, and stops there', async (t) => {
    await write(11, 'pending-upgrade')
    await repairRelease(kubernetes, helm, release, signal)
    t.match(await observeRelease(kubernetes, release, signal), { revision: 10, status: 'deployed' })
    await repairRelease(kubernetes, helm, release, signal)
    t.match(await observeRelease(kubernetes, release, signal), { revision: 10, status: 'deployed' })
    t.same(uninstalled, [])
  })
  await t.test('a cut uninstall is ended, not undone', async (t) => {
    await write(12, 'uninstalling')
    await repairRelease(kubernetes, helm, release, signal)
    t.same(uninstalled, ['hub'])
  })
})
