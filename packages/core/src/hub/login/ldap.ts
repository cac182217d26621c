import { Type } from 'typebox'
import { choice } from '../schema-kit.ts'
import { flag, host, loginKind, plainSchema, secret, text, texts } from './kind.ts'

const dn = (description: string) => Type.String({ minLength: 1, maxLength: 1024, description })

export const ldap = loginKind({
  schema: plainSchema('ldap', 'LoginLdap', 'Login with the names and passwords of a directory, by LDAP. Name `bindDnTemplates`, or `searchBase` and `userAttribute` to look people up.', {
    host: host('The directory server. The hub has to reach it: an address inside your network may need a rule of the network policy.'),
    port: Type.Optional(Type.Integer({ minimum: 1, maximum: 65_535, description: 'Default: 389, with tls 636.' })),
    encryption: Type.Optional(choice(['startTls', 'tls', 'none'], { description: 'How passwords travel: encrypted after startTls (the default), in tls from the beginning, or in the clear' })),
    verifyCertificate: Type.Optional(flag('Whether the certificate of the server must be trusted and for its host. Default: true.')),
    certificateAuthority: Type.Optional(Type.String({ minLength: 1, maxLength: 65_536, description: 'The certificate in PEM of an authority of your own that the server is trusted by.' })),
    bindDnTemplates: Type.Optional(Type.Array(Type.String({ pattern: '^[^{}]*\\{username\\}[^{}]*$', maxLength: 1024 }), { minItems: 1, maxItems: 20, description: 'Where people are, as uid={username},ou=people,dc=example,dc=org.' })),
    searchBase: Type.Optional(dn('Below this people are looked up.')),
    userAttribute: Type.Optional(text('The attribute that has the name that people type, such as uid or sAMAccountName.')),
    dnAttribute: Type.Optional(text('The attribute that names people in the directory; `bindDnTemplates` are filled with it. Default: that of `userAttribute`.')),
    searchUser: Type.Optional(dn('The account that looks people up. Default: nobody, where the directory permits it.')),
    searchPassword: secret('The password of that account.'),
    searchFilter: Type.Optional(Type.String({ minLength: 1, maxLength: 4096, description: 'Only people whom this filter finds may log in, if `access` or `groups` let them; {userattr} and {username} are filled in.' })),
    groups: Type.Optional(texts('Members of these groups may log in: distinguished names.')),
    nameFromDirectory: Type.Optional(flag('People are named as the directory has it, not as they type it. Default: false.')),
  }),
  authenticator: 'ldapauthenticator.LDAPAuthenticator', section: 'LDAPAuthenticator',
  settings: (login) => ({
    server_address: login.host, server_port: login.port, tls_strategy: strategies[login.encryption ?? 'startTls'],
    // Python's CERT_REQUIRED: by itself the class believes every server. What stands for "as the system" is to give no certificates.
    tls_kwargs: login.encryption === 'none' ? undefined : { validate: login.verifyCertificate === false ? 0 : 2, ca_certs_data: login.certificateAuthority },
    bind_dn_template: login.bindDnTemplates, user_search_base: login.searchBase, user_attribute: login.userAttribute,
    ...(looksUp(login) && {
      // the class finds nobody without an attribute to take the name from
      lookup_dn: true, lookup_dn_user_dn_attribute: login.dnAttribute ?? login.userAttribute,
      lookup_dn_search_user: login.searchUser, lookup_dn_search_password: login.searchPassword, use_lookup_dn_username: login.nameFromDirectory ?? false,
    }),
    search_filter: login.searchFilter, allowed_groups: login.groups,
  }),
  naming: ({ host: server, userAttribute, nameFromDirectory = false }) => `ldap:${server}:${userAttribute}:${nameFromDirectory}`,
  admits: ({ groups }) => (groups?.length ?? 0) > 0,
})

/** Whether people are looked up before their password is tried. */
const looksUp = ({ bindDnTemplates, dnAttribute }: { bindDnTemplates?: string[]; dnAttribute?: string }): boolean => !bindDnTemplates || dnAttribute !== undefined

const strategies = { startTls: 'before_bind', tls: 'on_connect', none: 'insecure' } as const
export const ldapStrategies: Record<string, keyof typeof strategies> = { before_bind: 'startTls', on_connect: 'tls', insecure: 'none' }
