import { Type, type Static, type TObject, type TProperties } from 'typebox'
import type { JsonObject } from '../../json.ts'

/** Where an OAuth provider is asked; `discoveryUrl` tells the other two where they are not known beforehand. */
export interface OAuthEndpoints { authorizeUrl?: string; tokenUrl?: string; discoveryUrl?: string }

/** One way to log in, all of it: its fields, and what they mean to the authenticator of the hub's image (that of the chart 4.4.0). */
export interface LoginKind<Schema extends TObject = TObject> {
  schema: Schema
  /** `JupyterHub.authenticator_class`. Classes of other packages by their whole names, which older images know too. */
  authenticator: string
  /** The section of `hub.config`. */
  section: string
  /** What the section holds, besides the OAuth application. */
  settings(login: Static<Schema>): JsonObject
  /** What decides how a person is named, and so which home is theirs. */
  naming(login: Static<Schema>): string
  /** Whether it lets somebody in by itself, besides those whom `access` names. */
  admits?(login: Static<Schema>): boolean
  /** Secrets without which nobody can log in, each with what is said when it is missing. */
  secrets?: Record<string, string>
  /** Who has to be told the hub's address before people can log in, and where people are sent back to below it. */
  provider?: { name(login: Static<Schema>): string; callback: string }
  /** Where its provider is asked whether it knows the hub. */
  endpoints?(login: Static<Schema>): OAuthEndpoints | null
  /** Whether there is an OAuth application: `clientId`, `clientSecret`, `callbackUrl`. */
  oauth?: true
}

/** Keeps the type of the schema, for the functions beside it. */
export const loginKind = <Schema extends TObject>(kind: LoginKind<Schema>): LoginKind<Schema> => kind

const closed = { additionalProperties: false }

export const text = (description: string) => Type.String({ minLength: 1, maxLength: 255, description })
export const texts = (description: string) => Type.Array(Type.String({ minLength: 1, maxLength: 255 }), { minItems: 1, maxItems: 100, description })
export const url = (description?: string) => Type.String({ format: 'uri', pattern: '^https?://', maxLength: 2048, ...(description && { description }) })
export const host = (description: string) => Type.String({ maxLength: 253, pattern: '^[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?$', description })
export const flag = (description: string) => Type.Boolean({ description })
export const secret = (description: string, minLength = 1) => Type.Optional(Type.String({ minLength, maxLength: 4096, writeOnly: true, description: `${description} Never returned; leave it out of a change to keep it.` }))

/** The fields of an OAuth application at a provider. */
const client = {
  clientId: Type.String({ minLength: 1, maxLength: 512, description: 'The id of the OAuth application at the provider.' }),
  clientSecret: secret('The secret of the OAuth application.'),
  callbackUrl: Type.Optional(url('Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.')),
}

const object = <Properties extends TProperties>($id: string, description: string, properties: Properties) => Type.Object(properties, { $id, description, ...closed })

/** A login without an OAuth application. */
export const plainSchema = <const Name extends string, Own extends TProperties>(type: Name, $id: string, description: string, own: Own) =>
  object($id, description, { type: Type.Literal(type), ...own })

/** A login by an OAuth application. */
export const oauthSchema = <const Name extends string, Own extends TProperties>(type: Name, $id: string, description: string, own: Own) =>
  object($id, description, { type: Type.Literal(type), ...client, ...own })

/** What every login by an OAuth application has. */
export const oauth = <Name extends string | ((login: never) => string)>(name: Name) => ({
  oauth: true as const,
  secrets: { clientSecret: 'This login needs the secret of the OAuth application.' },
  provider: { name: (typeof name === 'string' ? () => name : name) as (login: never) => string, callback: 'oauth_callback' },
})
