import { commands } from '../generated/commands.ts'

/** What a document can be of, in the order in which each needs those before it. */
export const kinds = ['Cluster', 'Template', 'Hub'] as const
export type Kind = (typeof kinds)[number]

export const nounOf = (kind: Kind): 'cluster' | 'template' | 'hub' => kind.toLowerCase() as 'cluster'

/** The fields of a document are those of what makes its kind, but for what the folder says itself. */
const table = Object.fromEntries(kinds.map((kind) => [kind, commands.find(({ id }) => id === `${nounOf(kind)}Create`)!])) as Record<Kind, (typeof commands)[number]>

export const fieldsOf = (kind: Kind): string[] => [...new Set(Object.keys(table[kind].fields).map((path) => path.split('.')[0]!))].filter((name) => name !== 'managedBy')

/** Dotted paths of what must come from a file of its own. A config.yaml may stand in the document. */
export const secretsOf = (kind: Kind): string[] => table[kind].secrets.filter((path) => path !== 'config')
