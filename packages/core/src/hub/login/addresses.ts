import { Type, type Static } from 'typebox'
import { valueAt } from '../../json.ts'
import { dnsRecordOf } from '../exposure/dns-record.ts'
import type { HubSpec } from '../spec.ts'
import { kindOf } from './login.ts'

/** What has to be told to who keeps the logins, known before anything runs. */
export const LoginAddressesSchema = Type.Object({
  provider: Type.String({ description: 'Who has to be told', examples: ['GitHub'] }),
  callbackUrl: Type.Union([Type.String(), Type.Null()], { description: 'Where it sends people back to: the callback, redirect or reply address. Null while the hub has no host' }),
  initiationUrl: Type.Optional(Type.String({ description: 'With LTI 1.3: where a launch begins' })),
  configUrl: Type.Optional(Type.String({ description: 'With LTI 1.3: the configuration that a platform can read, once the hub runs' })),
}, { $id: 'LoginAddresses', description: 'What to enter at the provider of the login before people can log in', additionalProperties: false })
export type LoginAddresses = Static<typeof LoginAddressesSchema>

type Addressed = Pick<HubSpec, 'login' | 'exposure' | 'values'>

/** Null where nobody has to be told anything. */
export function loginAddresses(spec: Addressed): LoginAddresses | null {
  const { provider } = kindOf(spec.login)
  if (!provider) return null
  const callbackUrl = callbackOf(spec)
  const lti = spec.login.type === 'lti13' && below(spec, 'lti13')
  return { provider: provider.name(spec.login), callbackUrl, ...(lti && { initiationUrl: `${lti}/oauth_login`, configUrl: `${lti}/config` }) }
}

/** Where the provider sends people back to: what the login says, or what follows from the host. */
export function callbackOf(spec: Addressed): string | null {
  const { provider } = kindOf(spec.login)
  const { callbackUrl } = spec.login as { callbackUrl?: string }
  return provider ? callbackUrl ?? below(spec, provider.callback) : null
}

/** An address of the hub itself. Always https: no provider takes another, and neither should people's passwords. */
function below({ exposure: { host }, values }: Addressed, path: string): string | null {
  const base = valueAt(values, ['hub', 'baseUrl'])
  const prefix = typeof base === 'string' ? `/${base}/`.replace(/\/+/g, '/') : '/'
  return host ? `https://${host}${prefix}hub/${path}` : null
}

/** What a change needs of others, in sentences: what they have been told already is left out. */
export function toSetUp(before: { spec: HubSpec; address?: string | null | undefined } | null, after: HubSpec): string[] {
  const [was, is] = [before && loginAddresses(before.spec), loginAddresses(after)]
  const { host, type } = after.exposure
  const tell = is && JSON.stringify(was) !== JSON.stringify(is)
  const sameWay = before?.spec.exposure.type === type && before.address ? before.address : null
  const record = sameWay && dnsRecordOf(host, sameWay)
  return [
    ...(tell && is.callbackUrl ? [`At ${is.provider}: the callback address ${is.callbackUrl}`] : []),
    ...(tell && is.initiationUrl ? [`At ${is.provider}: the address to begin a login, ${is.initiationUrl}`] : []),
    ...(tell && !is.callbackUrl ? [`At ${is.provider}: the callback address, which is known when exposure.host is set.`] : []),
    ...(host && before?.spec.exposure.host !== host ? [record ? `In the DNS: ${host} ${record.type} ${record.value}` : `In the DNS: a record for ${host}; status.dnsRecord of the hub tells which as soon as it has an address.`] : []),
  ]
}
