import { adviceFor, jupyterhubMismatch, mismatchText, pullText } from '@hubfleet/core'
import { and, eq, inArray, platformScope, seenImages, transaction, type SeenImageRow } from '@hubfleet/database'
import { drifted, inSync, waiting, type Step } from '@hubfleet/engine'
import type { ServerImage } from '@hubfleet/providers'
import type { HubScope } from './scope.ts'

type HubStep = Step<HubScope>

/** What a failed hook of the release left goes on holding nodes; by now no helm runs that would wait for it. */
export const hookLeftovers: HubStep = {
  name: 'hook leftovers', condition: 'ReleaseInSync', advisory: true,
  async observe({ site }, signal) {
    const left = await site.hookLeftovers(signal)
    return left.length === 0 ? inSync('none') : drifted(`${left.map(({ kind, name }) => `${kind} ${name}`).join(', ')} of a failed hook`)
  },
  async act({ site }, signal) { await site.sweepHooks(signal) },
}

/** Whether nodes have the images that servers start with, as the chart's own puller finds. A hub serves people without: a first start then takes longer. */
export const imagesPulled: HubStep = {
  name: 'images', condition: 'ImagesReady', advisory: true,
  async observe({ site }, signal) {
    const state = await site.pull('continuous', signal)
    if (!state) return inSync('no puller is set: each node pulls an image at its first start')
    const stuck = state.nodes.filter((node) => node.state === 'stuck')
    const text = pullText(state)
    if (stuck.length > 0) return waiting(text, 30, reasonFor(stuck[0]!.reason))
    return state.nodes.some((node) => node.state === 'pulling') ? waiting(text, 5, 'Pulling') : inSync(text)
  },
}

/** An image that did not tell is asked again after this long: a pod is ready a while before the server in it answers. */
const silentMs = 60_000

/**
 * Which JupyterHub is in the images that servers run: it is learned from the first that starts, kept by the image's digest, and told where it is another
 * major version than the hub's.
 */
export const imagesUnderstood: HubStep = {
  name: 'JupyterHub in images', condition: 'ImagesReady', advisory: true,
  async observe(scope, signal) {
    const { site, status } = scope
    if (!status.servers || !status.jupyterhubVersion) return inSync('no server runs')
    const images = await site.serverImages(signal)
    const known = await knownImages(scope, images)
    const open = images.filter(({ digest }) => isOpen(known.get(digest), scope))
    if (open.length > 0) return drifted(`${open.map(({ image }) => image).join(', ')} is to be asked`)
    const told = images.flatMap(({ image, digest }) => { const version = known.get(digest)?.jupyterhub; return version ? [{ image, version }] : [] })
    const other = told.find(({ version }) => jupyterhubMismatch(status.jupyterhubVersion!, version))
    if (other) return waiting(mismatchText(other.image, { version: other.version, by: 'what a server told that ran it' }, status.jupyterhubVersion), 300, 'JupyterHubMismatch')
    return inSync(told.length === 0 ? 'no server tells' : `JupyterHub ${[...new Set(told.map(({ version }) => version))].join(', ')}`)
  },
  async act(scope, signal) {
    const { site, database, hub: { tenantId }, now } = scope
    const images = await site.serverImages(signal)
    const known = await knownImages(scope, images)
    for (const { pod, image, digest } of images.filter((one) => isOpen(known.get(one.digest), scope))) {
      const found = { image, jupyterhub: await site.serverJupyterhub(pod, signal), askedAt: now }
      await transaction(database, platformScope, (tx) => tx.insert(seenImages).values({ tenantId, digest, ...found }).onConflictDoUpdate({ target: [seenImages.tenantId, seenImages.digest], set: found }))
    }
  },
}

const isOpen = (row: SeenImageRow | undefined, { now }: HubScope): boolean => !row || (row.jupyterhub === null && now.getTime() - row.askedAt.getTime() >= silentMs)

async function knownImages({ database, hub: { tenantId } }: HubScope, images: readonly ServerImage[]): Promise<Map<string, SeenImageRow>> {
  if (images.length === 0) return new Map()
  const rows = await transaction(database, platformScope, (tx) => tx.select().from(seenImages).where(and(eq(seenImages.tenantId, tenantId), inArray(seenImages.digest, images.map(({ digest }) => digest)))))
  return new Map(rows.map((row) => [row.digest, row]))
}

/** CamelCase, for machines. */
function reasonFor(reason: string): string {
  const advice = adviceFor(reason)
  if (advice.startsWith('correct the image')) return 'ImageMissing'
  if (advice.startsWith('give imagePullSecret')) return 'ImageDenied'
  return advice.startsWith('take an image') ? 'ImageForOtherNodes' : 'PullerStuck'
}
