import { createHmac, randomBytes } from 'node:crypto'
import { valueAt } from '../json.ts'
import { buildSecretGoesTo } from './builds/build-git.ts'
import type { HubSpec } from './spec.ts'
import { HubSpecSchema } from './spec.ts'
import type { Node } from './schema-kit.ts'
import { nodeOf } from './schema-kit.ts'

/** Everything about a hub that must stay secret; stored encrypted, apart from the spec. */
export interface HubSecrets {
  /** 32 bytes in hex: signs the cookies of the hub. */
  cookieSecret: string
  /** What the hub tells the proxy to prove itself. */
  proxyToken: string
  /** 32 bytes in hex: encrypts the login state that the hub keeps of people. */
  cryptKey: string
  /** The token of our own service in the hub's API. */
  apiToken: string
  /** The spec's write-only fields by JSON pointer, such as `/login/clientSecret`. */
  fields: Record<string, string>
}

/** Made once per hub and passed explicitly at each render: what the chart makes by itself differs in each dry run, and would restart the hub. */
export function newHubSecrets(fields: Record<string, string> = {}): HubSecrets {
  const hex = () => randomBytes(32).toString('hex')
  return { cookieSecret: hex(), proxyToken: hex(), cryptKey: hex(), apiToken: hex(), fields }
}

/**
 * The token of our second service, which accounts and groups are changed with. It is made from the secret that signs the hub's cookies: who has
 * that is an admin of the hub already, and hubs of before have the token too.
 */
export const adminTokenOf = ({ cookieSecret }: Pick<HubSecrets, 'cookieSecret'>): string => createHmac('sha256', cookieSecret).update('hubfleet-admin').digest('hex')

/** Everything that nobody may be shown. */
export const secretTexts = (secrets: HubSecrets): string[] => {
  const { fields, ...own } = secrets
  return [...Object.values(own), adminTokenOf(secrets), ...Object.values(fields)]
}

/** Takes the write-only fields out of a spec. */
export function splitSecrets(spec: HubSpec): { spec: HubSpec; secrets: Record<string, string> } {
  const rest = structuredClone(spec)
  const secrets: Record<string, string> = {}
  for (const { pointer, holder, key } of writeOnlyFields(nodeOf(HubSpecSchema), rest)) {
    secrets[pointer] = holder[key] as string
    delete holder[key]
  }
  return { spec: rest, secrets }
}

/** The fields to store after a change: those given now, else those kept. What belonged to a section that is gone, or is of another type or for another registry now, is forgotten. */
export function keepSecrets(before: { spec: HubSpec; fields: Record<string, string> }, after: { spec: HubSpec; given: Record<string, string> }): Record<string, string> {
  const kept = Object.entries(before.fields).filter(([pointer]) => {
    const [was, is] = [before.spec, after.spec].map((spec) => holderOf(spec, pointer))
    return is !== undefined && was?.type === is.type && was?.registry === is.registry && buildSecretGoesTo(pointer, before.spec.build) === buildSecretGoesTo(pointer, after.spec.build)
  })
  return { ...Object.fromEntries(kept), ...after.given }
}

/** Puts the write-only fields back in. */
export function joinSecrets(spec: HubSpec, fields: Record<string, string>): HubSpec {
  const whole = structuredClone(spec)
  for (const [pointer, value] of Object.entries(fields)) {
    const holder = holderOf(whole, pointer)
    if (holder) holder[pointer.split('/').at(-1) as string] = value
  }
  return whole
}

function* writeOnlyFields(node: Node, value: unknown, pointer = ''): Generator<{ pointer: string; holder: Record<string, unknown>; key: string }> {
  if (typeof value !== 'object' || value === null) return
  const holder = value as Record<string, unknown>
  const branch = node.oneOf?.find((candidate) => candidate.properties?.type?.const === holder.type) ?? node
  for (const [key, property] of Object.entries(branch.properties ?? {})) {
    if (holder[key] === undefined) continue
    if (property.writeOnly === true) yield { pointer: `${pointer}/${key}`, holder, key }
    else yield* writeOnlyFields(property, holder[key], `${pointer}/${key}`)
  }
}

/** The section that has the field of a pointer; undefined when the spec has none. */
const holderOf = (spec: HubSpec, pointer: string): Record<string, unknown> | undefined =>
  valueAt(spec, pointer.split('/').slice(1, -1)) as Record<string, unknown> | undefined
