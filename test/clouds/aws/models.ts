/** Amazon's own definitions of its services, from botocore: what each call is named, and what it takes. */
import { globSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { join } from 'node:path'
import { modelsFolder } from './programs.ts'

interface Shape {
  type: string; members?: Record<string, Member>; required?: string[]; member?: Member; key?: Member; value?: Member
  enum?: string[]; min?: number; max?: number; pattern?: string
}
interface Member { shape: string; location?: string; locationName?: string; queryName?: string }
interface Operation { name: string; http: { method: string; requestUri: string }; input?: Member }
interface Model { metadata: { protocol: string; targetPrefix?: string; apiVersion: string }; operations: Record<string, Operation>; shapes: Record<string, Shape> }

const folders: Record<string, string> = { servicequotas: 'service-quotas', elasticloadbalancing: 'elbv2', 'elasticloadbalancing-classic': 'elb', elasticfilesystem: 'efs', tagging: 'resourcegroupstaggingapi' }
const loaded = new Map<string, Model | null>()

export function modelOf(service: string): Model | null {
  if (!loaded.has(service)) {
    const newest = globSync(join(modelsFolder(), folders[service] ?? service, '*', 'service-2.json.gz')).sort().at(-1)
    loaded.set(service, newest ? JSON.parse(gunzipSync(readFileSync(newest)).toString()) as Model : null)
  }
  return loaded.get(service)!
}

export interface Asked { service: string; name: string; protocol: string; /** Id of the access key that signed it. */ key: string; /** What the call was given, by the names of the definition; of query protocols the fields of the form. */ input: Record<string, unknown>; wrong: string | null }

/** Which call a request is, and what is wrong with it by the definition. Null where the service is not known. */
export function readRequest({ key, ...request }: Request & { key: string }): Asked | null {
  const asked = readCall(request)
  return asked && { ...asked, key }
}
interface Request { service: string; method: string; url: URL; target: string | undefined; body: string }

function readCall({ service, method, url, target, body }: Request): Omit<Asked, 'key'> | null {
  const form = new URLSearchParams(body)
  const of = service === 'elasticloadbalancing' && form.get('Version') === '2012-06-01' ? 'elasticloadbalancing-classic' : service
  const model = modelOf(of)
  if (!model) return null
  const { protocol } = model.metadata
  if (protocol === 'rest-json') return restJson(service, model, method, url, body)
  const name = target?.split('.').at(-1) ?? form.get('Action') ?? ''
  const operation = model.operations[name]
  if (!operation) return { service, name: name || 'unknown', protocol, input: {}, wrong: `there is no operation ${name}` }
  if (target) {
    const input = JSON.parse(body || '{}') as Record<string, unknown>
    return { service, name, protocol, input, wrong: operation.input ? judge(model, operation.input, input, '') : null }
  }
  return { service, name, protocol, input: Object.fromEntries(form), wrong: judgeForm(model, operation, form, protocol === 'ec2') }
}

function restJson(service: string, model: Model, method: string, url: URL, body: string): Omit<Asked, 'key'> {
  for (const { name, http, input: member } of Object.values(model.operations)) {
    if (http.method !== method) continue
    const names: string[] = []
    const [path = ''] = http.requestUri.split('?')
    const pattern = new RegExp(`^${path.replace(/\{(\w+)\+?\}/g, (_, field: string) => { names.push(field); return '([^/]+)' })}$`)
    const match = pattern.exec(url.pathname)
    if (!match) continue
    const input: Record<string, unknown> = JSON.parse(body || '{}') as Record<string, unknown>
    const members = (member && model.shapes[member.shape]?.members) ?? {}
    const numbers = (field: string, text: string) => (['integer', 'long'].includes(model.shapes[members[field]?.shape ?? '']?.type ?? '') ? Number(text) : model.shapes[members[field]?.shape ?? '']?.type === 'boolean' ? text === 'true' : model.shapes[members[field]?.shape ?? '']?.type === 'list' ? url.searchParams.getAll(members[field]?.locationName ?? field) : text)
    for (const [index, located] of names.entries()) input[fieldOf(members, 'uri', located)] = decodeURIComponent(match[index + 1]!)
    for (const [located, text] of url.searchParams) input[fieldOf(members, 'querystring', located)] = numbers(fieldOf(members, 'querystring', located), text)
    return { service, name, protocol: 'rest-json', input, wrong: member ? judge(model, member, input, '') : null }
  }
  return { service, name: `${method} ${url.pathname}`, protocol: 'rest-json', input: {}, wrong: 'there is no such address' }
}

const fieldOf = (members: Record<string, Member>, location: string, name: string): string => Object.entries(members).find(([, member]) => member.location === location && member.locationName === name)?.[0] ?? name

function judge(model: Model, { shape: shapeName }: Member, value: unknown, at: string): string | null {
  const shape = model.shapes[shapeName]!
  const kind = Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value
  const wants: Record<string, string> = { structure: 'object', map: 'object', list: 'list', string: 'string', integer: 'number', long: 'number', double: 'number', boolean: 'boolean' }
  if (wants[shape.type] && kind !== wants[shape.type]) return `${at || 'the input'} is a ${kind}, not a ${shape.type}`
  const each = (parts: (string | null)[]): string | null => parts.find((part) => part !== null) ?? null
  switch (shape.type) {
    case 'structure': {
      const fields = value as Record<string, unknown>
      const missing = (shape.required ?? []).find((field) => fields[field] === undefined)
      if (missing) return `${at}/${missing} is missing`
      return each(Object.entries(fields).map(([field, inner]) => (shape.members?.[field] ? judge(model, shape.members[field], inner, `${at}/${field}`) : `${at}/${field} is not known`)))
    }
    case 'list': return sized(shape, (value as unknown[]).length, at) ?? each((value as unknown[]).map((inner, index) => judge(model, shape.member!, inner, `${at}/${index}`)))
    case 'map': return each(Object.entries(value as object).map(([key, inner]) => judge(model, shape.key!, key, `${at}/${key} (key)`) ?? judge(model, shape.value!, inner, `${at}/${key}`)))
    case 'string':
      if (shape.enum && !shape.enum.includes(value as string)) return `${at} is ${String(value)}, not one of ${shape.enum.join(', ')}`
      if (shape.pattern && !new RegExp(`^(?:${shape.pattern})$`).test(value as string)) return `${at} does not match ${shape.pattern}`
      return sized(shape, (value as string).length, at)
    case 'integer': case 'long': return sized(shape, value as number, at)
    default: return null
  }
}

const sized = ({ min, max }: Shape, size: number, at: string): string | null => (min !== undefined && size < min ? `${at} is less than ${min}` : max !== undefined && size > max ? `${at} is more than ${max}` : null)

/** Fields of a form by their first part: which there are, and which must be. */
function judgeForm(model: Model, { name, input }: Operation, form: URLSearchParams, ec2: boolean): string | null {
  const shape = input ? model.shapes[input.shape]! : { type: 'structure', members: {} } as Shape
  const written = ([field, { queryName, locationName }]: [string, Member]): string => (ec2 ? queryName ?? capital(locationName ?? field) : locationName ?? field)
  const known = new Map(Object.entries(shape.members ?? {}).map((entry) => [written(entry), entry[0]]))
  const sent = new Set([...form.keys()].map((key) => key.split('.')[0]!))
  for (const field of sent) if (!['Action', 'Version'].includes(field) && !known.has(field)) return `${field} is not known to ${name}`
  const given = new Set([...sent].map((field) => known.get(field)))
  const missing = (shape.required ?? []).find((field) => !given.has(field))
  return missing ? `${missing} is missing` : null
}
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
