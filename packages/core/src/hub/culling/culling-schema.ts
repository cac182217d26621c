import { Type, type Static } from 'typebox'
import { choice, partial } from '../schema-kit.ts'

const closed = { additionalProperties: false }
const seconds = (description: string, initial: number, minimum: number, maximum = 31_536_000) =>
  Type.Integer({ minimum, maximum, default: initial, description: `${description}, in seconds` })
const names = (description: string) => Type.Array(Type.String({ minLength: 1, maxLength: 255 }), { maxItems: 1000, default: [], description })
const clock = (description: string) => Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description, examples: ['09:00'] })

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

export const QuietHoursSchema = Type.Object({
  from: clock('When it begins, by the clock on the wall there'),
  to: clock('When it ends; at or before `from`: on the next day'),
  days: Type.Optional(Type.Array(choice(weekdays, { description: 'A day of the week' }), { minItems: 1, maxItems: 7, description: 'Days on which it begins; default: every day' })),
  timeZone: Type.Optional(Type.String({ minLength: 1, maxLength: 64, description: 'Name in the IANA time zone database; default: UTC', examples: ['Europe/Berlin'] })),
}, { $id: 'QuietHours', description: 'A time in which nothing is culled', ...closed })
export type QuietHours = Static<typeof QuietHoursSchema>

export const KernelCullingSchema = Type.Object({
  timeoutSeconds: seconds('A kernel that is idle for this long is stopped; 0 for never', 0, 0),
  intervalSeconds: seconds('How often kernels are looked at', 300, 10, 86_400),
  connected: Type.Boolean({ default: false, description: 'Also kernels of notebooks that are open in a browser' }),
  busy: Type.Boolean({ default: false, description: 'Also kernels that compute: what they compute is lost' }),
}, { $id: 'KernelCulling', description: "Stopping idle kernels inside people's servers", default: {}, ...closed })

export const TerminalCullingSchema = Type.Object({
  timeoutSeconds: seconds('A terminal without input or output for this long is closed; 0 for never', 0, 0),
  intervalSeconds: seconds('How often terminals are looked at', 300, 10, 86_400),
}, { $id: 'TerminalCulling', description: "Closing idle terminals inside people's servers", default: {}, ...closed })

export const CullProtectionSchema = Type.Object({
  users: names('Users whose servers are never culled, and who are not deleted for being idle'),
  groups: names('The same for all members of these groups of the hub'),
}, { $id: 'CullProtection', description: 'Who is never culled', default: {}, ...closed })

const about = {
  $id: 'HubCulling', description: 'Stopping what nobody uses. With `protect`, `quietHours` or `warnAheadSeconds` Hubfleet itself does it, in place of the culler of the chart', default: {}, ...closed,
}

export const HubCullingSchema = Type.Object({
  enabled: Type.Boolean({ default: true, description: 'Stop servers that nobody uses' }),
  timeoutSeconds: seconds('Idle for this long is unused', 3600, 60),
  everySeconds: seconds('How often it is looked at', 600, 10),
  maxAgeSeconds: seconds('Servers older than this are stopped even when used; 0 for never', 0, 0),
  users: Type.Boolean({ default: false, description: 'Also delete users that are idle, and with dynamic storage their homes' }),
  adminUsers: Type.Boolean({ default: true, description: 'Whether idle admins may be deleted too; their servers are stopped in any case' }),
  removeNamedServers: Type.Boolean({ default: false, description: 'Delete named servers instead of stopping them' }),
  concurrency: Type.Integer({ minimum: 1, maximum: 1000, default: 10, description: 'How many are stopped at the same time' }),
  kernels: KernelCullingSchema,
  terminals: TerminalCullingSchema,
  shutdownSeconds: seconds('A server without kernels and terminals that is idle for this long ends by itself; 0 for never', 0, 0),
  protect: CullProtectionSchema,
  quietHours: Type.Array(QuietHoursSchema, { maxItems: 50, default: [], description: 'Times in which nothing is culled' }),
  warnAheadSeconds: seconds("How long before its server is stopped somebody is told so, on the hub's page; 0 for not at all", 0, 0, 86_400),
}, about)
/** As it is sent: what is left out of any part has its default. */
export const HubCullingInputSchema = partial(Type.Object({
  ...HubCullingSchema.properties, kernels: partial(KernelCullingSchema), terminals: partial(TerminalCullingSchema), protect: partial(CullProtectionSchema),
}, about))
export type HubCulling = Static<typeof HubCullingSchema>
