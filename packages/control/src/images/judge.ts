import { createHash } from 'node:crypto'
import {
  imagesOfSpec, imageText, isProblem, jupyterhubMismatch, jupyterhubOf, mapImages, mismatchText, missingArchitectures, parseImage, Problem, refuse, registryOf, type HubImage, type HubSpec, type ImageFacts, type UsedImage,
} from '@hubfleet/core'
import type { ClusterRow, HubRow } from '@hubfleet/database'
import { observedOf } from '../fit/observed.ts'
import { at } from '../at.ts'
import type { WantedSpec } from '../hubs/wanted-spec.ts'
import type { AskedImage, FoundImage } from '../live.ts'
import type { Context } from '../verb.ts'
import { keptPins } from './pins.ts'
import { seenOf, toldOf, type Seen } from './seen.ts'

export interface JudgedImages { spec: HubSpec; warnings: string[] }

/**
 * Looks up the images that a change brings (all of them where the chart changes), resolves tags that are to be pinned, and refuses what no
 * node could start: an image that is not there, is not given, or is of another architecture. What cannot be found out is a warning, since
 * nodes may reach registries and have logins that we do not; only a pin cannot do without.
 */
export async function judgeImages(context: Context, before: HubRow | null, cluster: ClusterRow, wanted: WantedSpec): Promise<JudgedImages> {
  const spec = keptPins(before?.spec ?? null, wanted.spec, wanted.freshPins === true)
  const had = new Set(before && before.chartDigest === wanted.chart.digest ? imagesOfSpec(before.spec).map(({ text }) => text) : [])
  const used = imagesOfSpec(spec)
  const news = used.filter((image) => isOpen(image.typed) || !had.has(image.text))
  if (news.length === 0) return { spec, warnings: [] }
  const asked = [...new Set(news.map(({ text }) => text))].map((text): AskedImage => ({ text, credentials: credentialsFor(wanted, text) }))
  const found = context.outside.ask(keyOf(cluster, asked), () => lookUp(context, cluster, asked))
  const facts = new Map(asked.map(({ text }, index) => [text, found[index]!]))
  const seen = await seenOf(context, news.map(({ text }) => text), found.flatMap((one) => ('facts' in one ? one.facts.digest : [])))
  const warnings = (await Promise.all(news.map((image) => at(`/spec${image.pointer}`, () => judge(image, facts.get(image.text)!, cluster, wanted, seen))))).flat()
  return { spec: mapImages(spec, (image) => (isOpen(image) ? pinned(image, facts.get(imageText(image))!) : image)), warnings: [...new Set(warnings)] }
}

const isOpen = (image: HubImage | undefined): boolean => image?.pin === true && image.digest === undefined

/** Only for a key within one call: which credentials are shown is part of the question, and nobody is to read them. */
const keyOf = (cluster: ClusterRow, asked: AskedImage[]): string => `images ${cluster.id} ${createHash('sha256').update(JSON.stringify(asked)).digest('hex')}`

/** A cluster that cannot be opened is no reason to refuse an image. */
async function lookUp({ control }: Context, cluster: ClusterRow, asked: AskedImage[]): Promise<FoundImage[]> {
  try {
    return await control.live.images(cluster.id, asked)
  } catch (error) {
    if (!isProblem(error)) throw error
    return asked.map(() => ({ problem: error }))
  }
}

/** The login of a hub is shown to its own registry only. */
export function credentialsFor({ spec, secrets }: Pick<WantedSpec, 'spec' | 'secrets'>, text: string): AskedImage['credentials'] {
  const { imagePullSecret: login } = spec
  const password = secrets.fields['/imagePullSecret/password']
  return login && password && registryOf(text) === registryOf(`${login.registry.replace(/^https?:\/\/|\/.*$/g, '')}/x`) ? { username: login.username, password } : null
}

function judge(image: UsedImage, found: FoundImage, cluster: ClusterRow, wanted: WantedSpec, seen: Seen): string[] {
  const jupyterhub = judgeJupyterhub(image, 'facts' in found ? found.facts : null, wanted, seen)
  if ('facts' in found) return [...judgeArchitecture(image, found.facts, cluster, wanted.spec), ...jupyterhub]
  const { problem } = found
  const known = credentialsFor(wanted, image.text) !== null
  if (problem.code === 'image-missing' || (problem.code === 'image-denied' && (known || isOpen(image.typed)))) throw problem
  if (isOpen(image.typed)) throw new Problem('image-pin-unknown', { image: image.text, reason: problem.message })
  return problem.code === 'image-denied'
    ? [`${problem.message}. Nodes may have a login of their own; else servers will not start: give imagePullSecret.`, ...jupyterhub]
    : [`The image ${image.text} was not looked up: ${problem.message}`, ...jupyterhub]
}

const pinned = (image: HubImage, found: FoundImage): HubImage => ('facts' in found ? { ...image, digest: found.facts.digest } : image)

function judgeArchitecture({ text }: UsedImage, { platforms }: ImageFacts, cluster: ClusterRow, { scheduling }: HubSpec): string[] {
  const { nodeGroups, autoscaler } = observedOf(cluster)
  const chosen = scheduling.nodeSelector['kubernetes.io/arch']
  const forUsers = nodeGroups.filter(({ labels }) => labels['hub.jupyter.org/node-purpose']?.includes('user'))
  const there = [...new Set((forUsers.length > 0 ? forUsers : nodeGroups).flatMap(({ labels }) => labels['kubernetes.io/arch'] ?? []))]
  const architectures = chosen ? [chosen] : cluster.provider === 'sandbox' ? ['amd64'] : there
  const missing = missingArchitectures(platforms, architectures)
  if (missing.length === 0) return []
  if (missing.length === architectures.length && !autoscaler) throw new Problem('image-architecture', { image: text, has: platforms.join(', '), cluster: cluster.name, wanted: architectures.join(', ') })
  return [`The image ${text} is for ${platforms.join(', ')}: servers that come to ${missing.join(', ')} nodes do not start. Keep them away with scheduling.nodeSelector kubernetes.io/arch.`]
}

function judgeJupyterhub({ text }: UsedImage, facts: ImageFacts | null, { chart }: WantedSpec, seen: Seen): string[] {
  const reference = parseImage(text)
  const server = reference && jupyterhubOf(reference, facts?.labels ?? {}, toldOf(seen, text, facts?.digest ?? null))
  if (!server || !chart.appVersion || !jupyterhubMismatch(chart.appVersion, server.version)) return []
  return [mismatchText(text, server, chart.appVersion)]
}

/** A digest that came with another tag or name would run the old image under the new name. */
export function refuseStaleDigests(before: HubSpec | null, spec: HubSpec): void {
  const was = new Map(before ? imagesOfSpec(before).flatMap(({ pointer, typed }) => (typed ? [[pointer, typed] as const] : [])) : [])
  refuse(imagesOfSpec(spec).flatMap(({ pointer, typed }) => {
    const old = was.get(pointer)
    if (!typed?.digest || typed.pin || !old || old.digest !== typed.digest || (old.name === typed.name && old.tag === typed.tag)) return []
    return [{ pointer: `/spec${pointer}/digest`, code: 'stale-digest', detail: `This is the digest of ${old.name}:${old.tag}. Give that of ${typed.name}:${typed.tag}, or null, or set pin and have it looked up.` }]
  }))
}
