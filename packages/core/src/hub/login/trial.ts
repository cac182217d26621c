import { Type } from 'typebox'
import { flag, loginKind, plainSchema, secret } from './kind.ts'

/*
 * Logins that prove little: for trying things, workshops and load tests.
 */

export const dummy = loginKind({
  schema: plainSchema('dummy', 'LoginDummy', 'Any name may log in. For trying things only.', {
    password: secret('The one password for everybody. Without it any password is accepted. For trying things only.'),
  }),
  authenticator: 'dummy', section: 'DummyAuthenticator',
  settings: ({ password }) => ({ password }),
  naming: () => 'typed',
})

export const sharedPassword = loginKind({
  schema: plainSchema('sharedPassword', 'LoginSharedPassword', 'One password for all people, and one for admins. Whoever knows it can be anybody.', {
    userPassword: secret('The password of all who are no admins, at least 8 characters.', 8),
    adminPassword: secret('The password of those whom `access.admins` names, at least 32 characters.', 32),
  }),
  authenticator: 'shared-password', section: 'SharedPasswordAuthenticator',
  settings: ({ userPassword, adminPassword }) => ({ user_password: userPassword, admin_password: adminPassword }),
  naming: () => 'typed',
})

export const tmp = loginKind({
  schema: plainSchema('tmp', 'LoginTmp', 'Everybody who comes is a new user with a name that nobody else ever has; nothing is kept for a second visit.', {
    autoLogin: Type.Optional(flag('Log people in without a click. Default: true.')),
  }),
  authenticator: 'tmpauthenticator.TmpAuthenticator', section: 'TmpAuthenticator',
  settings: ({ autoLogin }) => ({ auto_login: autoLogin }),
  naming: () => 'tmp',
})

export const hmac = loginKind({
  schema: plainSchema('hmac', 'LoginHmac', 'The password of each person is computed from the name by a secret key: for many users made by a program.', {
    secretKey: Type.Optional(Type.String({
      pattern: '^([0-9a-fA-F]{2}){16,128}$', writeOnly: true,
      description: 'The key in hex, as `openssl rand -hex 64` makes one. Never returned; leave it out of a change to keep it.',
    })),
  }),
  authenticator: 'hmacauthenticator.HMACAuthenticator', section: 'HMACAuthenticator',
  settings: ({ secretKey }) => ({ secret_key: secretKey }),
  naming: () => 'typed',
  secrets: { secretKey: 'This login needs the key that passwords are computed by.' },
})
