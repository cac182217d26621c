import { Type } from 'typebox'
import { flag, host, loginKind, oauth, oauthSchema } from './kind.ts'

export const google = loginKind({
  ...oauth('Google'),
  schema: oauthSchema('google', 'LoginGoogle', 'Login with Google.', {
    hostedDomains: Type.Array(host('A domain of Google Workspace'), { minItems: 1, maxItems: 50, description: 'Only accounts of these domains may log in, if `access` lets them.' }),
    stripDomain: Type.Optional(flag(
      'Whether `ada@example.org` is named `ada`. Default: true with one domain, else false. It is kept when domains are added, since a renamed user gets an empty home.',
    )),
    strippedDomains: Type.Optional(Type.Array(host('One of `hostedDomains`'), {
      maxItems: 50, description: 'With several domains: people of these are named without their domain, those of the others with it. So nobody of a first domain is renamed when a second one comes.',
    })),
  }),
  authenticator: 'google', section: 'GoogleOAuthenticator',
  settings: ({ hostedDomains, stripDomain, strippedDomains }) => ({ hosted_domain: hostedDomains, strip_domain: strippedDomains?.length ? false : stripDomain }),
  endpoints: () => ({ authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth', tokenUrl: 'https://www.googleapis.com/oauth2/v4/token' }),
  // Stripped of the domain, a name does not tell whose it is: with another domain it is another person's.
  naming: (login) => {
    const stripped = strippedIn(login)
    return stripped.length > 0 ? `google:${stripped.toSorted().join(' ')}` : 'google'
  },
})

/** The domains whose people are named without them. */
export function strippedIn({ hostedDomains, stripDomain, strippedDomains }: { hostedDomains: string[]; stripDomain?: boolean; strippedDomains?: string[] }): string[] {
  if (strippedDomains?.length) return strippedDomains.map((domain) => domain.toLowerCase())
  return stripDomain ?? hostedDomains.length === 1 ? hostedDomains.map((domain) => domain.toLowerCase()) : []
}

/**
 * The authenticator strips all hosted domains or none. The code is always the same and takes the domains as data: nothing of a spec is ever run.
 */
export const googleCode = `\
# Hubfleet: people of some hosted domains are named without their domain.
def hubfleet_google(domains):
    from oauthenticator.google import GoogleOAuthenticator

    class HubfleetGoogleOAuthenticator(GoogleOAuthenticator):
        def user_info_to_username(self, user_info):
            username = super().user_info_to_username(user_info)
            return username.split("@")[0] if user_info["domain"] in domains else username

    return HubfleetGoogleOAuthenticator


c.JupyterHub.authenticator_class = hubfleet_google(get_config("custom.hubfleet.strippedDomains"))
`
