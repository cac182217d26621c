import { Type, type Static } from 'typebox'
import { choice } from '../schema-kit.ts'

export const HubImageSchema = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 512, description: 'Registry and repository, without tag' }),
  tag: Type.String({ minLength: 1, maxLength: 128, pattern: '^\\w[\\w.-]*$' }),
  pullPolicy: Type.Optional(choice(['IfNotPresent', 'Always', 'Never'], { description: 'When a node pulls it' })),
  pin: Type.Optional(Type.Boolean({ description: 'Run what the tag is now, by its digest, until the tag is changed or `hubfleet hub pin` looks again: all nodes and later starts run the same' })),
  digest: Type.Optional(Type.String({ pattern: '^sha256:[0-9a-f]{64}$', description: 'What the tag must be. With pin Hubfleet sets it' })),
}, { $id: 'HubImage', description: "The image of users' servers", additionalProperties: false })
export type HubImage = Static<typeof HubImageSchema>

/** What stands behind the colon. A digest behind the tag decides what is pulled, and the tag goes on telling people what it is. */
export const tagOf = ({ tag, digest }: HubImage): string => (digest ? `${tag}@${digest}` : tag)

export const imageText = (image: HubImage): string => `${image.name}:${tagOf(image)}`
