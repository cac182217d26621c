import { Type, type Static } from 'typebox'
import { providerSchemas } from './login-providers.ts'
import { byType } from './schema-kit.ts'

const closed = { additionalProperties: false }
const name = Type.String({ minLength: 1, maxLength: 255 })
const url = Type.String({ format: 'uri', pattern: '^https?://', maxLength: 2048 })
const secret = (description: string) => Type.Optional(Type.String({ minLength: 1, maxLength: 4096, writeOnly: true, description }))
const clientId = Type.String({ minLength: 1, maxLength: 512, description: 'The id of the OAuth application at the provider.' })
const clientSecret = secret('The secret of the OAuth application. Never returned; leave it out of a change to keep it.')
const callbackUrl = Type.Optional(Type.String({
  format: 'uri', pattern: '^https?://', maxLength: 2048, description: 'Where the provider sends people back to. Default: https://<exposure.host>/hub/oauth_callback.',
}))

const Dummy = Type.Object({
  type: Type.Literal('dummy'),
  password: secret('The one password for everybody. Without it any password is accepted. For trying things only.'),
}, { $id: 'LoginDummy', description: 'Any name may log in. For trying things only.', ...closed })

const GitHub = Type.Object({
  type: Type.Literal('github'), clientId, clientSecret, callbackUrl,
  organizations: Type.Optional(Type.Array(name, { maxItems: 100, description: 'Members may log in: an organization, or `organization:team`.' })),
}, { $id: 'LoginGitHub', description: 'Login with GitHub.', ...closed })

const Google = Type.Object({
  type: Type.Literal('google'), clientId, clientSecret, callbackUrl,
  hostedDomains: Type.Array(name, { minItems: 1, maxItems: 50, description: 'Only accounts of these domains may log in, if `access` lets them.' }),
  stripDomain: Type.Optional(Type.Boolean({
    description: 'Whether `ada@example.org` is named `ada`. Default: true with one domain, else false. '
      + 'It is kept when domains are added, since a renamed user gets an empty home.',
  })),
}, { $id: 'LoginGoogle', description: 'Login with Google.', ...closed })

const Oidc = Type.Object({
  type: Type.Literal('oidc'), clientId, clientSecret, callbackUrl,
  authorizeUrl: url, tokenUrl: url, userdataUrl: url,
  usernameClaim: Type.Optional(Type.String({ minLength: 1, maxLength: 255, description: 'The claim that names the user. Default: preferred_username.' })),
  scope: Type.Optional(Type.Array(name, { maxItems: 20, description: 'Default: openid.' })),
}, { $id: 'LoginOidc', description: 'Login with any OpenID Connect provider.', ...closed })

export const LoginSchema = byType([Dummy, GitHub, Google, Oidc, ...providerSchemas({ clientId, clientSecret, callbackUrl })], { $id: 'HubLogin', description: 'How people log in. `access` says who may.', default: { type: 'dummy' } })
export type Login = Static<typeof LoginSchema>
