import { Type, type Static } from 'typebox'

const closed = { additionalProperties: false }

export const HubHomeSchema = Type.Object({
  contents: Type.Optional(Type.String({
    minLength: 1, maxLength: 1024, pattern: '^/', description: 'A folder of the image that is copied into each home once, such as /srv/app/src',
  })),
  gitRepository: Type.Optional(Type.Object({
    url: Type.String({ format: 'uri', pattern: '^https://', maxLength: 2048 }),
    branch: Type.Optional(Type.String({ minLength: 1, maxLength: 255, pattern: '^[^-]', description: 'A branch, which begins with no hyphen. Default: main' })),
    directory: Type.Optional(Type.String({ minLength: 1, maxLength: 255, pattern: '^(?!(.*/)?\\.\\.(/|$))[^-/]', description: "A folder inside the home, without .. in it; default: the repository's name" })),
  }, { $id: 'HubGitRepository', description: 'Brought into the home at each start, by nbgitpuller of the image. What people changed is kept', ...closed })),
}, { $id: 'HubHome', description: 'What is in a home at the start', ...closed, default: {} })
export type HubHome = Static<typeof HubHomeSchema>
