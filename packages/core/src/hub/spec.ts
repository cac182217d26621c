import { Type, type Static } from 'typebox'
import { HubBuildSchema } from './builds/build-settings.ts'
import { HubCullingInputSchema, HubCullingSchema } from './culling/culling-schema.ts'
import { HubDatabaseSchema } from './storage/database.ts'
import { HubExposureSchema } from './exposure/exposure.ts'
import { HubHomeSchema } from './storage/home.ts'
import { HubImageSchema } from './images/image.ts'
import { LoginSchema } from './login/login.ts'
import { ImagePullSecretSchema } from './images/pull-secret.ts'
import { ProfilesSchema } from './servers/profiles.ts'
import { GpuSchema, HubCpuSchema, HubExtraResourceSchema, HubMemorySchema } from './servers/resources.ts'
import { HubSchedulingSchema } from './servers/scheduling.ts'
import { choice, partial, patchOf } from './schema-kit.ts'
import { HubSecuritySchema } from './security.ts'
import { HubStorageSchema } from './storage/storage.ts'

/*
 * What a team wants of its hub, in the words of the guide. Schemas are inlined, never referenced: one object validates by itself, and
 * `$id` names it where documents are generated. Defaults are those of the chart 4.4.0; a field without one is left to the chart.
 */

const closed = { additionalProperties: false }
const section = { ...closed, default: {} }
const userNames = (description: string) => Type.Array(Type.String({ minLength: 1, maxLength: 255 }), { maxItems: 10_000, default: [], description })

/** The name of a hub, immutable: a DNS label. */
export const HubNameSchema = Type.String({
  $id: 'HubName', minLength: 1, maxLength: 63, pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
  description: 'Lower-case letters, digits and hyphens, at most 63, a letter or digit at both ends',
})

export const HubChartSchema = Type.Object({
  version: Type.String({
    maxLength: 64, pattern: '^v?\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?$', default: '4.4.0',
    description: 'Version of the chart, as 4.4.0, 4.0.0-beta.1 or 5.0.0-0.dev.git.7000.habc1234',
  }),
  source: Type.Optional(Type.String({
    minLength: 1, maxLength: 2048, description: 'An https address of a chart repository, or a chart archive that the server can read. Default: the official repository',
  })),
}, { $id: 'HubChart', description: 'Which Helm chart makes the hub', ...section })

export const HubAccessSchema = Type.Object({
  allowAll: Type.Boolean({ default: false, description: 'Everybody who can log in may use the hub' }),
  users: userNames('Who may use the hub; nobody by default'),
  admins: userNames('Who may also administer it'),
  allowExisting: Type.Optional(Type.Boolean({
    description: 'Whoever has an account in the hub may use it, as somebody added by `hubfleet user create`. Who was let in by a group once stays so until the account is deleted. Default: yes where `users` names somebody',
  })),
}, { $id: 'HubAccess', description: 'Who may use the hub', ...section })

export const HubCapacitySchema = Type.Object({
  seats: Type.Integer({ minimum: 0, maximum: 100_000, default: 0, description: 'Seats kept free and warm: a user who comes takes one at once' }),
  maxServers: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, description: 'More servers than this are refused' })),
  nodes: Type.Optional(Type.Object({
    pool: Type.String({ minLength: 1, maxLength: 63 }),
    count: Type.Integer({ minimum: 0, maximum: 10_000 }),
  }, { $id: 'HubNodes', description: 'A claim on nodes of a pool of a managed cluster', ...closed })),
}, { $id: 'HubCapacity', description: 'Room for people', ...section })

/** Raw chart values, checked by the chart's own schema and the tenant's policy. */
const RawValues = Type.Record(Type.String(), Type.Unknown(), {
  default: {},
  description: 'Raw values of the chart, over the typed fields; null removes what the chart has by default. Replaced whole by a change',
})

/** A hub as stored and read: complete, with its secrets split off. */
export const HubSpecSchema = Type.Object({
  chart: HubChartSchema,
  image: Type.Optional(HubImageSchema),
  imagePullSecret: Type.Optional(ImagePullSecretSchema),
  build: Type.Optional(HubBuildSchema),
  memory: HubMemorySchema,
  cpu: HubCpuSchema,
  gpu: Type.Optional(GpuSchema),
  extraResource: HubExtraResourceSchema,
  profiles: ProfilesSchema,
  scheduling: HubSchedulingSchema,
  storage: HubStorageSchema,
  database: HubDatabaseSchema,
  login: LoginSchema,
  access: HubAccessSchema,
  culling: HubCullingSchema,
  capacity: HubCapacitySchema,
  home: HubHomeSchema,
  exposure: HubExposureSchema,
  security: HubSecuritySchema,
  values: RawValues,
  power: choice(['running', 'stopped'], { description: 'Set by the verbs start and stop, not by a change of the spec', default: 'running' }),
}, { $id: 'HubSpec', description: 'What a hub should be', ...closed })
export type HubSpec = Static<typeof HubSpecSchema>

/** What creates a hub: everything is optional and has the chart's default. */
export const HubSpecInputSchema = Type.Object({
  chart: partial(HubChartSchema),
  image: Type.Optional(HubImageSchema),
  imagePullSecret: Type.Optional(ImagePullSecretSchema),
  build: partial(HubBuildSchema),
  memory: partial(HubMemorySchema),
  cpu: partial(HubCpuSchema),
  gpu: Type.Optional(GpuSchema),
  extraResource: partial(HubExtraResourceSchema),
  profiles: Type.Optional(ProfilesSchema),
  scheduling: partial(HubSchedulingSchema),
  storage: partial(HubStorageSchema),
  database: partial(HubDatabaseSchema),
  login: Type.Optional(LoginSchema),
  access: partial(HubAccessSchema),
  culling: HubCullingInputSchema,
  capacity: partial(HubCapacitySchema),
  home: partial(HubHomeSchema),
  exposure: partial(HubExposureSchema),
  security: partial(HubSecuritySchema),
  values: Type.Optional(RawValues),
}, { $id: 'HubSpecInput', description: 'What a hub should be; what is left out has the default of the chart', ...closed })
export type HubSpecInput = Static<typeof HubSpecInputSchema>

/** What changes a hub: a JSON merge patch (RFC 7396) of the typed fields; null sets a field back to its default, `values` are replaced whole. */
export const HubSpecPatchSchema = patchOf(HubSpecInputSchema, (id) => `${id.replace(/Input$/, '')}Patch`)
export type HubSpecPatch = Static<typeof HubSpecPatchSchema>
