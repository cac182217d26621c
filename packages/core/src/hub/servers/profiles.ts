import { Type, type Static } from 'typebox'
import { HubImageSchema } from '../images/image.ts'
import { GpuSchema, ProfileCpuSchema, ProfileExtraResourceSchema, ProfileMemorySchema } from './resources.ts'
import { NodeSelectorSchema, TolerationsSchema } from './scheduling.ts'

/*
 * What people choose from before their server starts: KubeSpawner's profile_list, in our words. A choice is over its profile, and a profile
 * over the hub; what is left out is taken from below.
 */

const closed = { additionalProperties: false }
const slug = (description: string) => Type.String({ minLength: 1, maxLength: 63, pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', description })
const shown = (description: string, maxLength = 255) => Type.String({ minLength: 1, maxLength, description })

const overrides = {
  image: Type.Optional(HubImageSchema),
  memory: Type.Optional(ProfileMemorySchema),
  cpu: Type.Optional(ProfileCpuSchema),
  gpu: Type.Optional(GpuSchema),
  extraResource: Type.Optional(ProfileExtraResourceSchema),
  nodeSelector: Type.Optional(NodeSelectorSchema),
  tolerations: Type.Optional(TolerationsSchema),
  environment: Type.Optional(Type.Record(Type.String({ pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,127}$' }), Type.String({ maxLength: 4096 }), {
    maxProperties: 50, additionalProperties: false, description: 'Variables of the environment, beside those that all servers have. Whoever may read the hub can read them: no place for secrets',
  })),
  defaultUrl: Type.Optional(Type.String({ maxLength: 512, pattern: '^/[^\\s<>]*$', description: 'What people see first, such as /lab or /rstudio' })),
  workingDirectory: Type.Optional(Type.String({ maxLength: 512, pattern: '^/[^\\s]*$', description: 'Where the server starts; else where the image says' })),
}

export const ProfileChoiceSchema = Type.Object({
  slug: slug('Names the choice'),
  displayName: shown('What people read'),
  default: Type.Optional(Type.Boolean({ description: 'Chosen at first; else the first choice is' })),
  ...overrides,
}, { $id: 'ProfileChoice', description: 'One choice of an option', ...closed })

export const UnlistedChoiceSchema = Type.Object({
  displayName: shown('The label of the field'),
  displayNameInChoices: Type.Optional(shown('How it is named among the choices; default: Other...')),
  validationRegex: Type.String({ minLength: 1, maxLength: 512, description: 'A regular expression that all of the text must match, such as quay\\.io/jupyter/[a-z-]+:[\\w.-]+' }),
  validationMessage: Type.Optional(shown('What is said when it does not')),
}, { $id: 'UnlistedChoice', description: 'People may also type the image that they want, with its tag', ...closed })

export const ProfileOptionSchema = Type.Object({
  slug: slug('Names the option'),
  displayName: shown('What people read'),
  choices: Type.Array(ProfileChoiceSchema, { minItems: 1, maxItems: 30 }),
  unlistedChoice: Type.Optional(UnlistedChoiceSchema),
}, { $id: 'ProfileOption', description: 'Something that people choose within a profile', ...closed })

export const ProfileSchema = Type.Object({
  slug: slug('Names the profile'),
  displayName: shown('What people read'),
  description: Type.Optional(shown('Read below it', 2000)),
  default: Type.Optional(Type.Boolean({ description: 'Chosen at first; else the first profile is' })),
  groups: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 255 }), {
    minItems: 1, maxItems: 100, description: 'JupyterHub groups whose members may use it; without, everybody may. Admins too must be in one',
  })),
  ...overrides,
  options: Type.Optional(Type.Array(ProfileOptionSchema, { minItems: 1, maxItems: 10 })),
}, { $id: 'Profile', description: 'One kind of server that people can choose', ...closed })

export const ProfilesSchema = Type.Array(ProfileSchema, {
  maxItems: 50, default: [], description: 'Kinds of servers that people choose from; without any, all servers are as the hub says. Replaced whole by a change',
})

export type Profile = Static<typeof ProfileSchema>
export type ProfileOption = Static<typeof ProfileOptionSchema>
export type ProfileChoice = Static<typeof ProfileChoiceSchema>
/** What a profile or a choice changes of the server below it. */
export type ProfileOverrides = Pick<Profile, keyof typeof overrides>

/** The one that has `default`, else the first. */
export const defaultOf = <T extends { default?: boolean }>(items: readonly T[]): T | undefined => items.find((item) => item.default) ?? items[0]
