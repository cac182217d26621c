import { Type, type Static } from 'typebox'
import type { JsonObject } from '../../json.ts'

export const ImagePullSecretSchema = Type.Object({
  registry: Type.String({ minLength: 1, maxLength: 255, pattern: '^[A-Za-z0-9.\\-:/]+$', description: 'Host of the registry, as quay.io; docker.io for Docker Hub' }),
  username: Type.String({ minLength: 1, maxLength: 255 }),
  password: Type.Optional(Type.String({ minLength: 1, maxLength: 8192, writeOnly: true, description: 'A token that may only pull is best' })),
}, { $id: 'ImagePullSecret', description: 'What a private registry is shown by the nodes, and by Hubfleet when it looks images up', additionalProperties: false })
export type ImagePullSecret = Static<typeof ImagePullSecretSchema>

/** The chart makes the Secret, and names it in all pods. Docker Hub is known to runtimes by an address of long ago. */
export function pullSecretValues(secret: ImagePullSecret | undefined): JsonObject | undefined {
  if (!secret) return undefined
  const registry = secret.registry === 'docker.io' ? 'https://index.docker.io/v1/' : secret.registry
  return { create: true, registry, username: secret.username, password: secret.password }
}
