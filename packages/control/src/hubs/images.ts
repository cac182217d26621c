import { Type } from 'typebox'
import { imagesOfSpec, jupyterhubOf, movingTag, parseImage } from '@hubfleet/core'
import { credentialsFor } from '../images/judge.ts'
import { seenOf, toldOf, type Seen } from '../images/seen.ts'
import type { AskedImage, FoundImage } from '../live.ts'
import { query } from '../verb.ts'
import { NullableText, Nothing } from '../wire.ts'
import { loadHub } from './hub.ts'
import { hubSecrets } from './spec-plan.ts'

const HubImageFoundSchema = Type.Object({
  pointer: Type.String({ description: 'Where the spec names it' }),
  image: Type.String({ description: 'What servers are started with' }),
  pinned: Type.Boolean({ description: 'A digest decides what runs' }),
  moving: NullableText,
  digest: Type.Union([Type.String(), Type.Null()], { description: 'What its tag is in the registry now' }),
  current: Type.Union([Type.Boolean(), Type.Null()], { description: 'Of a pinned image: the tag is still what runs' }),
  platforms: Type.Array(Type.String({ examples: ['linux/amd64'] })),
  sizeBytes: Type.Union([Type.Integer(), Type.Null()], { description: 'What a node downloads' }),
  labels: Type.Record(Type.String(), Type.String()),
  jupyterhub: Type.Union([Type.Object({ version: Type.String(), by: Type.String() }, { $id: 'ImageJupyterhub', description: 'The JupyterHub in it, and what tells so' }), Type.Null()]),
  problem: NullableText,
}, { $id: 'HubImageFound' })

export const getHubImages = query({
  noun: 'hub', verb: 'images', summary: 'The images that servers of a hub run, as their registries have them now', description: 'Asked of the registries themselves.', action: 'tenant:read', input: Nothing,
  answer: Type.Object({ items: Type.Array(HubImageFoundSchema) }, { $id: 'HubImages' }),
  async run(context) {
    const hub = await loadHub(context)
    const secrets = await hubSecrets(context, hub)
    const images = imagesOfSpec(hub.spec)
    const seen = await seenOf(context, images.map(({ text }) => text), images.flatMap(({ text }) => parseImage(text)?.digest ?? []))
    return { clusterId: hub.clusterId, seen, used: images.map((image) => ({ ...image, credentials: credentialsFor({ spec: hub.spec, secrets }, image.text) })) }
  },
  async live(live, { clusterId, seen, used }) {
    const images = used as { pointer: string; text: string; credentials: AskedImage['credentials'] }[]
    // by the tag, also where a digest decides: that is what is asked
    const found = await live.images(clusterId as string, images.map(({ text, credentials }) => ({ text: text.includes(':') ? text.replace(/(:\w[\w.-]*)@.*$/, '$1') : text, credentials })))
    return { items: images.map((image, index) => show(image, found[index]!, seen as Seen)) }
  },
})

function show({ pointer, text }: { pointer: string; text: string }, found: FoundImage, seen: Seen) {
  const reference = parseImage(text)
  const pinned = reference?.digest ?? null
  const about = { pointer, image: text, pinned: pinned !== null, moving: pinned ? null : movingTag(reference?.tag ?? null) }
  if ('problem' in found) return { ...about, digest: null, current: null, platforms: [], sizeBytes: null, labels: {}, jupyterhub: reference && jupyterhubOf(reference, {}, toldOf(seen, text, null)), problem: found.problem.message }
  const { digest, platforms, sizeBytes, labels } = found.facts
  return { ...about, digest, current: pinned === null ? null : pinned === digest, platforms, sizeBytes, labels, jupyterhub: reference && jupyterhubOf(reference, labels, pinned === null ? toldOf(seen, text, digest) : toldOf(seen, text, pinned)), problem: null }
}
