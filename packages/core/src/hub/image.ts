import { Type } from 'typebox'
import { choice } from './schema-kit.ts'

export const HubImageSchema = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 512, description: 'Registry and repository, without tag' }),
  tag: Type.String({ minLength: 1, maxLength: 128, pattern: '^\\w[\\w.-]*$' }),
  pullPolicy: Type.Optional(choice(['IfNotPresent', 'Always', 'Never'], { description: 'When a node pulls it' })),
}, { $id: 'HubImage', description: "The image of users' servers", additionalProperties: false })
