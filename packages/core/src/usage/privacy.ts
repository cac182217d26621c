import { Type, type Static } from 'typebox'

export const userNameForms = ['names', 'pseudonyms'] as const

/** Days for which something of people is kept; null is as long as the installation keeps it, which is never exceeded. */
export const keptForDays = ['samplesDays', 'hoursDays', 'sessionsDays', 'namesDays'] as const

/** How a tenant wants people to be told of where money is, and for how long what is known of them is kept. */
export interface Privacy extends Record<(typeof keptForDays)[number], number | null> {
  /** How costs, usage and replays name people. */
  userNames: (typeof userNameForms)[number]
}

export const defaultPrivacy: Privacy = { userNames: 'names', samplesDays: null, hoursDays: null, sessionsDays: null, namesDays: null }

/** A row keeps only what was said, so that it reads with the defaults of what came later. */
export const privacyOf = (said: Partial<Privacy> | null): Privacy => ({ ...defaultPrivacy, ...said })

const Days = (minimum: number, description: string) => Type.Optional(Type.Union([Type.Integer({ minimum, maximum: 3650 }), Type.Null()], { description: `${description}. Null: as long as this installation keeps it; it is never longer` }))

/** What may be said of it; what is not said stays as it is. */
export const PrivacyInputSchema = Type.Object({
  userNames: Type.Optional(Type.Union(userNameForms.map((name) => Type.Literal(name)), { description: 'How costs, usage and replays name people, those of before too: by their names, or by pseudonyms, which are always the same for one person of the tenant and never those of another tenant' })),
  samplesDays: Days(2, 'Days for which raw samples of hubs are kept'),
  hoursDays: Days(2, 'Days for which costs and usage are kept by the hour, and raw samples not longer'),
  sessionsDays: Days(1, 'Days for which sessions are kept after their end'),
  namesDays: Days(2, 'Days for which it is kept who it was: sessions and raw samples not longer, and costs by user by whole months'),
}, { $id: 'PrivacyInput', additionalProperties: false, description: 'How people are told of, and for how long' })
export type PrivacyInput = Static<typeof PrivacyInputSchema>

const ShownDays = Type.Union([Type.Integer(), Type.Null()])
export const PrivacySchema = Type.Object({
  userNames: Type.String({ 'x-extensible-enum': [...userNameForms] }), samplesDays: ShownDays, hoursDays: ShownDays, sessionsDays: ShownDays, namesDays: ShownDays,
}, { $id: 'Privacy', description: 'How people are told of, and for how long' })
