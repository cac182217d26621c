import { Type, type Static } from 'typebox'
import { BuildGitSchema } from './build-git.ts'
import { choice } from '../schema-kit.ts'

export const HubBuildSchema = Type.Object({
  image: Type.String({ minLength: 1, maxLength: 512, description: 'Where images that are built for the hub are pushed: registry and repository, without tag. The tag is the commit' }),
  username: Type.Optional(Type.String({ minLength: 1, maxLength: 255, description: 'Of the registry' })),
  password: Type.Optional(Type.String({ minLength: 1, maxLength: 8192, writeOnly: true, description: 'Or a token, which may push to that repository' })),
  git: Type.Optional(BuildGitSchema),
  memory: Type.String({ default: '4Gi', pattern: '^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|M|G)$', description: 'What a build may use' }),
  cpu: Type.Number({ default: 2, minimum: 0.1, maximum: 128 }),
  disk: Type.String({ default: '20Gi', pattern: '^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|M|G)$', description: 'What a build may write' }),
  timeoutSeconds: Type.Integer({ default: 3600, minimum: 60, maximum: 21_600, description: 'A build that takes longer is ended' }),
}, { $id: 'HubBuild', description: 'Images that are built from Git repositories for the hub', additionalProperties: false })
export type HubBuild = Static<typeof HubBuildSchema>

/** Who can build where a cluster may not. */
export const ciSystems = ['github', 'gitlab'] as const
export type CiSystem = (typeof ciSystems)[number]
export const CiSchema = choice(ciSystems, { description: 'Whose workflow file', default: 'github' })
