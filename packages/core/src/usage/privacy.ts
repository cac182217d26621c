import { Type, type Static } from 'typebox'

export const userNameForms = ['names', 'pseudonyms'] as const

/** How a tenant wants people to be told of where money is, and for how long what is known of them is kept. */
export interface Privacy {
  /** How costs, usage and replays name people. */
  userNames: (typeof userNameForms)[number]
}

export const defaultPrivacy: Privacy = { userNames: 'names' }

/** A row keeps only what was said, so that it reads with the defaults of what came later. */
export const privacyOf = (said: Partial<Privacy> | null): Privacy => ({ ...defaultPrivacy, ...said })

/** What may be said of it; what is not said stays as it is. */
export const PrivacyInputSchema = Type.Object({
  userNames: Type.Optional(Type.Union(userNameForms.map((name) => Type.Literal(name)), { description: 'How costs, usage and replays name people, those of before too: by their names, or by pseudonyms, which are always the same for one person of the tenant and never those of another tenant' })),
}, { $id: 'PrivacyInput', additionalProperties: false, description: 'How people are told of' })
export type PrivacyInput = Static<typeof PrivacyInputSchema>

export const PrivacySchema = Type.Object({ userNames: Type.String({ 'x-extensible-enum': [...userNameForms] }) }, { $id: 'Privacy', description: 'How people are told of' })
