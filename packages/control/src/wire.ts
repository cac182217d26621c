import { Type } from 'typebox'

/** Pieces that the wire forms of the nouns share. */
export const IdSchema = (prefix: string) => Type.String({ examples: [`${prefix}_01k9…`] })
export const TimeSchema = Type.String({ format: 'date-time' })
export const NullableTime = Type.Union([TimeSchema, Type.Null()])
export const NullableText = Type.Union([Type.String(), Type.Null()])

/** A value of a set that may grow: clients must expect others. */
export const OpenEnum = (...values: string[]) => Type.String({ examples: values, 'x-extensible-enum': values })

export const ConditionSchema = Type.Object({
  type: OpenEnum('Ready', 'ClusterReachable', 'ReleaseInSync', 'AddressReady', 'DnsReady', 'CertificateReady', 'LoginReady', 'StorageReady', 'CapacityReady', 'ImagesReady', 'CullingReady', 'CredentialReady', 'Secure', 'Deleting'),
  status: OpenEnum('True', 'False', 'Unknown'),
  reason: Type.String(),
  message: Type.String(),
  observedGeneration: Type.Integer(),
  lastTransitionTime: TimeSchema,
}, { $id: 'Condition' })

/** Names that people give: DNS labels. */
export const NameSchema = Type.String({ pattern: '^[a-z]([-a-z0-9]*[a-z0-9])?$', maxLength: 63, description: 'A DNS label: lower-case letters, digits and hyphens, at most 63' })

/** The set of files that something belongs to (`hubfleet apply`). */
export const ManagedBySchema = Type.String({ pattern: '^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$', maxLength: 63, description: 'The set of files that it was made by, as `hubfleet apply` names it' })

/** Of a list. */
export const ManagedByFilter = Type.Optional(Type.String({ maxLength: 63, description: 'Only what this set of files made' }))

export const Nothing = Type.Object({}, { additionalProperties: false })

export const time = (at: Date | null): string | null => at?.toISOString() ?? null
