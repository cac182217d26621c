import { Type } from 'typebox'
import { loginKind, plainSchema, text, texts, url } from './kind.ts'

export const lti13 = loginKind({
  schema: plainSchema('lti13', 'LoginLti13', 'Login from a course in Moodle, Canvas, Open edX or another platform, by LTI 1.3. There is no secret: the platform signs, and its keys are public.', {
    clientIds: texts('The ids that the platform gave the hub when it was registered as a tool.'),
    issuer: url('The name of the platform, as it signs: its address, without a path in most.'),
    authorizeUrl: url('Where the platform authorizes a launch.'),
    jwksUrl: url('The keys that the platform signs with.'),
    usernameClaim: Type.Optional(text('The claim that names the user: email (the default), sub, or custom_… for a custom parameter. Without it in a launch, people are named by sub.')),
    toolName: Type.Optional(text('How the platform shows the hub. Default: JupyterHub.')),
  }),
  authenticator: 'ltiauthenticator.lti13.auth.LTI13Authenticator', section: 'LTI13Authenticator',
  settings: (login) => ({
    client_id: login.clientIds, issuer: login.issuer, authorize_url: login.authorizeUrl, jwks_endpoint: login.jwksUrl, username_key: login.usernameClaim, tool_name: login.toolName,
    // what stands in front of the hub may not tell it, and a platform refuses http
    uri_scheme: 'https',
  }),
  naming: ({ issuer, usernameClaim = 'email' }) => `lti13:${issuer}:${usernameClaim}`,
  provider: { name: ({ issuer }) => URL.parse(issuer)?.hostname ?? issuer, callback: 'lti13/oauth_callback' },
})
