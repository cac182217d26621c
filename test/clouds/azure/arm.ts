/** ARM's shapes: errors, resources, and how strictly a body is read. */
export class ArmFailure extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Record<string, string>
  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.headers = headers
  }
}

export interface Resource {
  id: string
  name: string
  type: string
  location: string
  tags?: Record<string, string>
  /** Another resource whose part it is. */
  managedBy?: string
  sku?: { name: string; tier?: string }
  zones?: string[]
  properties: Record<string, unknown>
}

/** What a field of a body may be: a kind, one of some texts, a list, or an object with just these fields; `!` at the end of a name: it must be there. */
export type Shape = 'string' | 'integer' | 'number' | 'boolean' | 'texts' | 'by-name' | readonly string[] | { list: Shape } | { [field: string]: Shape }

/** Refuses what Azure's definition does not have. */
export function strict(value: unknown, shape: Shape, at = ''): void {
  const refuse = (message: string): never => { throw new ArmFailure(400, 'InvalidParameter', `The value of parameter ${at || 'body'} is invalid. ${message}`) }
  if (shape === 'string') return void (typeof value === 'string' || refuse('A string is expected.'))
  if (shape === 'integer') return void (Number.isInteger(value) || refuse('An integer is expected.'))
  if (shape === 'number') return void (typeof value === 'number' || refuse('A number is expected.'))
  if (shape === 'boolean') return void (typeof value === 'boolean' || refuse('A boolean is expected.'))
  if (shape === 'texts') return void ((Array.isArray(value) && value.every((one) => typeof one === 'string')) || refuse('Strings are expected.'))
  if (shape === 'by-name') return void ((isObject(value) && Object.values(value).every((one) => typeof one === 'string')) || refuse('Strings by name are expected.'))
  if (Array.isArray(shape)) return void (shape.includes(value as string) || refuse(`One of ${shape.join(', ')} is expected.`))
  if (isList(shape)) {
    if (!Array.isArray(value)) return refuse('A list is expected.')
    return value.forEach((one, index) => strict(one, shape.list, `${at}[${index}]`))
  }
  if (!isObject(value)) return refuse('An object is expected.')
  const fields = new Map(Object.entries(shape as Record<string, Shape>).map(([name, of]) => [name.replace(/!$/, ''), { of, required: name.endsWith('!') }]))
  for (const [name, { required }] of fields) if (required && (value[name] === undefined || value[name] === null)) throw new ArmFailure(400, 'InvalidParameter', `Required parameter ${at ? `${at}.` : ''}${name} is missing (null).`)
  for (const [name, one] of Object.entries(value)) {
    const field = fields.get(name)
    if (!field) throw new ArmFailure(400, 'UnmarshalError', `Unmarshal entity encountered error: json: unknown field "${at ? `${at}.` : ''}${name}"`)
    if (one !== undefined) strict(one, field.of, at ? `${at}.${name}` : name)
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (shape: Shape): shape is { list: Shape } => isObject(shape) && 'list' in shape && Object.keys(shape).length === 1

export const notFound = (what: string, group: string): ArmFailure => new ArmFailure(404, 'ResourceNotFound', `The Resource '${what}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`)
