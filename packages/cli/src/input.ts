import { readFile } from 'node:fs/promises'
import type { ApiCommand, FieldType, Flag } from './api-command.ts'
import { unreadable, UsageError } from './errors.ts'
import { readAll, type Io } from './io.ts'

export interface InputOptions {
  /** Flags as given, by their field's name: text, a list of texts, or a boolean. */
  flags: Record<string, unknown>
  /** `memory.limit=2G`. */
  set: string[]
  /** `login.clientSecret=path`. */
  secretFile: string[]
  /** YAML or JSON; `-` is standard input. Several only of config files of the chart, and at most one other. */
  files?: readonly string[] | undefined
}

/** The input of a command: the file's document, over it the flags, over these `--set` and the secrets. Throws UsageError. */
export async function readInput(command: ApiCommand, options: InputOptions, io: Io): Promise<Record<string, unknown>> {
  const files = command.takesFile ? [] : options.files ?? []
  if ([...files, ...options.secretFile.map((each) => each.slice(each.indexOf('=') + 1))].filter((source) => source === '-').length > 1) throw new UsageError('Standard input (-) can be read only once')
  const input = await readDocuments(command, files, io)
  Object.assign(input, readFlags(command.flags, options.flags))
  for (const assignment of options.set) await assign(command, input, assignment, '--set', async (path, text) => {
    if (command.secrets.includes(path)) throw new UsageError(`${path} is a secret and would stay in the shell's history`, `Use --secret-file ${path}=FILE, or - for standard input`)
    return text === 'null' && knows(command, path) ? null : typed(text, fieldType(command, path), path)
  })
  for (const assignment of options.secretFile) await assign(command, input, assignment, '--secret-file', async (path, source) => {
    if (!command.secrets.includes(path)) throw new UsageError(`${path} is no secret of this command`, command.secrets.length > 0 ? `Its secrets: ${command.secrets.join(', ')}` : 'It has none')
    return (await readSource(source, io, `--secret-file ${path}`)).replace(/\r?\n$/, '')
  })
  return input
}

/** Flags as what they stand for; those that were not given are left out. */
export const readFlags = (flags: readonly Flag[], given: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(flags.filter(({ name }) => given[name] !== undefined).map((flag) => [flag.name, flagValue(flag, given[flag.name])]))

function flagValue(flag: Flag, given: unknown): unknown {
  if (typeof given === 'boolean') return given
  if (flag.repeated) return (given as string[]).map((each) => convert(each, flag.type, flag.name))
  return flag.nullable && given === 'null' ? null : convert(given as string, flag.type, flag.name)
}

async function assign(command: ApiCommand, input: Record<string, unknown>, assignment: string, option: string, value: (path: string, text: string) => Promise<unknown>): Promise<void> {
  const at = assignment.indexOf('=')
  if (at < 1) throw new UsageError(`${option} ${assignment} is not path=value`)
  const path = completePath(command, assignment.slice(0, at))
  setAt(input, path, await value(path, assignment.slice(at + 1)))
}

/** `memory.limit` means `spec.memory.limit` where a command takes a spec. */
export function completePath(command: ApiCommand, path: string): string {
  return knows(command, path) || !knows(command, `spec.${path}`) ? path : `spec.${path}`
}

const knows = (command: ApiCommand, path: string): boolean => fieldOf(command, path) !== undefined || Object.keys(command.fields).some((field) => field.startsWith(`${path}.`))

/** The type of a field; what lies below a free-form object is anything. */
function fieldOf({ fields }: ApiCommand, path: string): FieldType | undefined {
  if (fields[path]) return fields[path]
  const parents = path.split('.').map((_, index, parts) => parts.slice(0, index).join('.'))
  return parents.some((parent) => fields[parent] === 'any') ? 'any' : undefined
}

function fieldType(command: ApiCommand, path: string): FieldType {
  const type = fieldOf(command, path)
  if (type) return type
  const last = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  const near = Object.keys(command.fields).filter((field) => field.toLowerCase().endsWith(last))
  throw new UsageError(`There is no field ${path}`, near.length > 0 ? `Did you mean ${near.slice(0, 3).join(' or ')}?` : fieldsBeside(command, path))
}

/** What stands beside a field that there is not: as deep as its path is known. */
function fieldsBeside(command: ApiCommand, path: string): string {
  const parts = completePath(command, path.split('.')[0]!).split('.').concat(path.split('.').slice(1))
  while (parts.length > 0 && !knows(command, parts.join('.'))) parts.pop()
  const depth = parts.length
  const below = Object.keys(command.fields).map((field) => field.split('.')).filter((field) => field.length > depth && parts.every((part, index) => field[index] === part))
  return `Fields${depth > 0 ? ` of ${parts.join('.')}` : ''}: ${[...new Set(below.map((field) => field[depth]!))].join(', ')}`
}

function setAt(target: Record<string, unknown>, path: string, value: unknown): void {
  const parts = path.split('.')
  const last = parts.pop()!
  let at = target
  for (const part of parts) {
    if (!Object.hasOwn(at, part) || typeof at[part] !== 'object' || at[part] === null) define(at, part, {})
    at = at[part] as Record<string, unknown>
  }
  define(at, last, value)
}

/** Unlike an assignment it treats `__proto__` like any other name. */
const define = (target: object, name: string, value: unknown) => Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true })

async function typed(text: string, type: FieldType, path: string): Promise<unknown> {
  if (type === 'list' || type === 'any') {
    const value = await parseYaml(text, path)
    if (type === 'list' && !Array.isArray(value)) return text.split(',').map((each) => each.trim())
    return value
  }
  return convert(text, type, path)
}

function convert(text: string, type: Flag['type'], name: string): unknown {
  if (type === 'string') return text
  if (type === 'boolean') {
    if (text !== 'true' && text !== 'false') throw new UsageError(`${name} is true or false, not ${text}`)
    return text === 'true'
  }
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number) || (type === 'integer' && !Number.isInteger(number))) throw new UsageError(`${name} is a${type === 'integer' ? 'n integer' : ' number'}, not ${text}`)
  return number
}

/** The fields of the one file that has them, and the texts of the files that are of the chart, in their order. */
async function readDocuments(command: ApiCommand, files: readonly string[], io: Io): Promise<Record<string, unknown>> {
  const config: string[] = []
  const documents: Record<string, unknown>[] = []
  for (const file of files) {
    const text = await readSource(file, io, `--file ${file}`)
    if ('config' in command.fields && await isChartConfig(command, text)) config.push(text)
    else documents.push(await readDocument(text, file === '-' ? 'Standard input' : file))
  }
  if (documents.length > 1) throw new UsageError('Only one file can have the fields of the command', 'config' in command.fields ? 'Several may be of the chart, as with helm: hub:, singleuser:, proxy:' : 'Put them together')
  return { ...documents[0], ...(config.length > 0 && { config }) }
}

async function readDocument(text: string, name: string): Promise<Record<string, unknown>> {
  const document = await parseYaml(text, name)
  if (typeof document !== 'object' || document === null || Array.isArray(document)) throw new UsageError(`${name} holds no object`, 'Write fields into it, such as  name: course')
  return document as Record<string, unknown>
}

/** Keys at the top of a file of the chart, of any version, and of objects that hold such values. */
const chartKeys = new Set(['hub', 'singleuser', 'proxy', 'auth', 'token', 'cull', 'prePuller', 'scheduling', 'jupyterhub', 'basehub', 'daskhub', 'binderhub', 'apiVersion'])

/** A file of the chart's values rather than of the command's fields. Only its keys at the margin are looked at: it may be YAML that helm alone takes. */
async function isChartConfig({ fields }: ApiCommand, text: string): Promise<boolean> {
  const margin = [...text.matchAll(/^(?:"([\w-]+)"|'([\w-]+)'|([\w-]+)) *:(?= |\r?$)/gm)].map(([, ...names]) => names.find((name) => name !== undefined)!)
  const top = margin.length > 0 ? margin : await keysOf(text)
  const known = new Set(Object.keys(fields).map((path) => path.split('.')[0]))
  return top.length > 0 && (top.some((name) => chartKeys.has(name)) || !top.some((name) => known.has(name)))
}

/** Of a file in JSON, or one that is indented as a whole. */
async function keysOf(text: string): Promise<string[]> {
  const { parse } = await import('./yaml.ts')
  try {
    const document = parse(text) as unknown
    return typeof document === 'object' && document !== null && !Array.isArray(document) ? Object.keys(document) : []
  } catch {
    return []
  }
}

/** What YAML says of a broken text quotes it, and it may hold secrets. */
async function parseYaml(text: string, name: string): Promise<unknown> {
  const { parse } = await import('./yaml.ts')
  try {
    return parse(text)
  } catch {
    throw new UsageError(`${name} is neither YAML nor JSON`, 'Look for what is not closed or not indented as the lines around it')
  }
}

/** `what` stands in the error, and not the path: what was given for the path of a secret may be the secret. */
async function readSource(source: string, io: Io, what: string): Promise<string> {
  if (source === '-') return readAll(io.stdin)
  try {
    return await readFile(source, 'utf8')
  } catch (error) {
    throw unreadable(`the file of ${what}`, error)
  }
}
