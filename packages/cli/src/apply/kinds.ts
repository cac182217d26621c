import { commands } from '../generated/commands.ts'

/** What a document can be of, in the order in which each needs those before it. */
export const kinds = ['Platform', 'Tenant', 'Cluster', 'Template', 'Hub'] as const
export type Kind = (typeof kinds)[number]

/** Only the tenant `platform` has these, and so only a platform admin may apply them. */
export const platformKinds: readonly Kind[] = ['Platform', 'Tenant']

/** There is one platform: it needs no name, is not made, and what a folder sets of it are its defaults for hubs. */
export const platformName = 'platform'
const ofPlatform = ['name', 'hubDefaults']

export const nounOf = (kind: Kind): string => kind.toLowerCase()

/** The fields of a document are those of what makes its kind, but for what the folder says itself. */
const table = Object.fromEntries(kinds.map((kind) => [kind, commands.find(({ id }) => id === (kind === 'Platform' ? 'tenantUpdate' : `${nounOf(kind)}Create`))!])) as Record<Kind, (typeof commands)[number]>

export const fieldsOf = (kind: Kind): string[] =>
  (kind === 'Platform' ? ofPlatform : [...new Set(Object.keys(table[kind].fields).map((path) => path.split('.')[0]!))].filter((name) => name !== 'managedBy'))

/** Dotted paths of what must come from a file of its own. A config.yaml may stand in the document. */
export const secretsOf = (kind: Kind): string[] => table[kind].secrets.filter((path) => path !== 'config')
