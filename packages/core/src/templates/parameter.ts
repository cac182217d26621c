import { Type, type Static } from 'typebox'
import { choice } from '../hub/schema-kit.ts'

/** What a template lets each hub choose. */
export const TemplateParameterSchema = Type.Object({
  name: Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,62}$', description: 'A word in camelCase' }),
  type: choice(['string', 'integer', 'number', 'boolean', 'choice'], { description: 'What a value must be; a choice is one of `values`' }),
  description: Type.Optional(Type.String({ maxLength: 1000 })),
  default: Type.Optional(Type.Union([Type.String({ maxLength: 4096 }), Type.Number(), Type.Boolean()], { description: 'Without one, each hub must say' })),
  values: Type.Optional(Type.Array(Type.String({ maxLength: 1024 }), { minItems: 1, maxItems: 100, description: 'Of a choice' })),
  pattern: Type.Optional(Type.String({ maxLength: 500, description: 'Of a string: a regular expression that the whole of it must match' })),
  minimum: Type.Optional(Type.Number({ description: 'Of a number: the least; of a string: its least length' })),
  maximum: Type.Optional(Type.Number({ description: 'Of a number: the most; of a string: its greatest length' })),
}, { $id: 'TemplateParameter', description: 'What a template lets each hub choose', additionalProperties: false })
export type TemplateParameter = Static<typeof TemplateParameterSchema>
