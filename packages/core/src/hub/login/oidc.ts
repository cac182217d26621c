import { Type } from 'typebox'
import { loginKind, oauth, oauthSchema, text, texts, url } from './kind.ts'

export const oidc = loginKind({
  ...oauth(({ authorizeUrl }: { authorizeUrl: string }) => URL.parse(authorizeUrl)?.hostname ?? authorizeUrl),
  schema: oauthSchema('oidc', 'LoginOidc', 'Login with any OpenID Connect provider.', {
    authorizeUrl: url(), tokenUrl: url(), userdataUrl: url(),
    usernameClaim: Type.Optional(text('The claim that names the user. Default: preferred_username.')),
    scope: Type.Optional(Type.Array(text('A scope'), { maxItems: 20, description: 'Default: openid.' })),
    groupsClaim: Type.Optional(text('The claim that lists the groups of a person. They become groups of the hub at each login, for profiles and `groups`.')),
    groups: Type.Optional(texts('Members of these groups may log in; needs `groupsClaim`.')),
    adminGroups: Type.Optional(texts('Members of these groups are admins; needs `groupsClaim`.')),
    loginService: Type.Optional(text('What the login button says. Default: OAuth 2.0.')),
  }),
  authenticator: 'generic-oauth', section: 'GenericOAuthenticator',
  settings: (login) => ({
    authorize_url: login.authorizeUrl, token_url: login.tokenUrl, userdata_url: login.userdataUrl,
    username_claim: login.usernameClaim ?? 'preferred_username', scope: login.scope ?? ['openid'], login_service: login.loginService,
    ...(login.groupsClaim && { manage_groups: true, auth_state_groups_key: `oauth_user.${login.groupsClaim}`, allowed_groups: login.groups, admin_groups: login.adminGroups }),
  }),
  endpoints: ({ authorizeUrl, tokenUrl }) => ({ authorizeUrl, tokenUrl }),
  naming: ({ userdataUrl, usernameClaim = 'preferred_username' }) => `oidc:${userdataUrl}:${usernameClaim}`,
  admits: ({ groupsClaim, groups, adminGroups }) => groupsClaim !== undefined && ((groups?.length ?? 0) > 0 || (adminGroups?.length ?? 0) > 0),
})
