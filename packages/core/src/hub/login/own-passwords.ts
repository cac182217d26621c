import { Type } from 'typebox'
import { flag, loginKind, plainSchema } from './kind.ts'

/*
 * Passwords that people choose themselves and the hub keeps.
 */

const length = (description: string) => Type.Integer({ minimum: 1, maximum: 128, description })

export const native = loginKind({
  schema: plainSchema('native', 'LoginNative', 'People sign up at the hub, with a password that its database keeps; an admin lets them in.', {
    signup: Type.Optional(flag('People can sign up. Default: true.')),
    openSignup: Type.Optional(flag('Who signs up is let in without an admin, where `access` lets everybody in. Default: false.')),
    askEmail: Type.Optional(flag('Ask for an address at the sign-up. Default: false.')),
    minimumPasswordLength: Type.Optional(length('Characters that a password needs. Default: 8.')),
    checkCommonPassword: Type.Optional(flag('Refuse passwords that everybody uses. Default: true.')),
    failedLogins: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000, description: 'After so many wrong passwords a person has to wait; 0 for never. Default: 10.' })),
    waitSeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 86_400, description: 'How long that is. Default: 600.' })),
  }),
  authenticator: 'nativeauthenticator.NativeAuthenticator', section: 'NativeAuthenticator',
  settings: (login) => ({
    enable_signup: login.signup, open_signup: login.openSignup, ask_email_on_signup: login.askEmail,
    // the class itself has no limit at all where nothing is said
    minimum_password_length: login.minimumPasswordLength ?? 8, check_common_password: login.checkCommonPassword ?? true,
    allowed_failed_logins: login.failedLogins ?? 10, seconds_before_next_try: login.waitSeconds ?? 600,
  }),
  naming: () => 'typed',
})

export const firstuse = loginKind({
  schema: plainSchema('firstuse', 'LoginFirstUse', 'The first password that somebody types for a name is the password of that name.', {
    createUsers: Type.Optional(flag('Names that the hub does not know yet may come. Default: true.')),
    minimumPasswordLength: Type.Optional(length('Characters that a password needs. Default: 7.')),
  }),
  authenticator: 'firstuseauthenticator.FirstUseAuthenticator', section: 'FirstUseAuthenticator',
  settings: ({ createUsers, minimumPasswordLength }) => ({ create_users: createUsers, min_password_length: minimumPasswordLength }),
  naming: () => 'typed',
})
