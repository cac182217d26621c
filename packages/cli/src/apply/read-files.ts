import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { unreadable } from '../errors.ts'
import { isMap, isScalar, LineCounter, parseAllDocuments, type Document as YamlDocument } from '../yaml.ts'
import { FilesError } from './faults.ts'
import { fieldsOf, kinds, platformName, secretsOf, type Kind } from './kinds.ts'

/** One document of a folder: the input of what makes it. */
export interface FileDocument {
  kind: Kind
  name: string
  input: Record<string, unknown>
  /** `hubs.yaml:12`, for what is at a JSON pointer of the input. */
  where(pointer: string): string
}

/** What `!file path` stands for: the text of another file, from where the document is. */
class FileReference {
  readonly path: string
  constructor(path: string) { this.path = path }
}

const customTags = [{ tag: '!file', resolve: (path: string) => new FileReference(path) }]

/** All documents of a folder, or of one file, in the order of kinds. Throws FilesError for everything that is wrong at once. */
export async function readFiles(path: string): Promise<FileDocument[]> {
  const files = await Promise.all((await filesIn(path)).map(async (file) => ({ file, text: await readFile(file, 'utf8') })))
  const parsed = files.map(({ file, text }) => {
    const lines = new LineCounter()
    return { file, lines, documents: parseAllDocuments(text, { customTags, lineCounter: lines }) as YamlDocument[] }
  })
  // A file that another one takes in, such as a config.yaml, is no document itself.
  const taken = new Set(parsed.flatMap(({ file, documents }) => documents.flatMap((document) => referencesIn(document.toJS()).map((each) => resolve(dirname(file), each.path)))))
  const faults: string[] = []
  const found: FileDocument[] = []
  for (const { file, lines, documents } of parsed.filter(({ file: name }) => !taken.has(resolve(name)))) {
    const shown = shownPath(file)
    for (const document of documents) {
      const broken = document.errors.map((error) => `${shown}:${error.linePos?.[0].line ?? 1}: this is no YAML (${error.code})`)
      if (broken.length > 0) { faults.push(...broken); continue }
      if (document.toJS() === null) continue
      const read = await readDocument(document, file, (pointer) => `${shown}:${lineAt(document, pointer, lines)}`)
      if (Array.isArray(read)) faults.push(...read)
      else found.push(read)
    }
  }
  for (const [index, { kind, name, where }] of found.entries()) {
    const first = found.findIndex((other) => other.kind === kind && other.name === name)
    if (first < index) faults.push(`${where('/name')}: there is another ${kind} ${name} at ${found[first]!.where('/name')}`)
  }
  if (faults.length > 0) throw new FilesError(faults)
  return found.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
}

async function readDocument(document: YamlDocument, file: string, where: FileDocument['where']): Promise<FileDocument | string[]> {
  if (!isMap(document.contents)) return [`${where('')}: a document is an object with a kind`]
  const { kind, apiVersion, ...given } = document.toJS() as Record<string, unknown>
  const input = kind === 'Platform' ? { name: platformName, ...given } : given
  if (!kinds.includes(kind as Kind)) return [`${where('/kind')}: kind is one of ${kinds.join(', ')}`]
  const known = fieldsOf(kind as Kind)
  const faults = [
    ...(apiVersion === undefined || apiVersion === 'hubfleet.dev/v1' ? [] : [`${where('/apiVersion')}: apiVersion is hubfleet.dev/v1, or left out`]),
    ...Object.keys(input).filter((name) => !known.includes(name)).map((name) => `${where(`/${name}`)}: a ${kind} has no field ${name}${name === 'metadata' ? '; its name stands beside the kind' : `; it has ${known.join(', ')}`}`),
    ...(typeof input['name'] === 'string' ? [] : [`${where('/name')}: a ${kind} has a name`]),
    ...(kind === 'Platform' && input['name'] !== platformName ? [`${where('/name')}: there is one Platform, and its name is ${platformName}`] : []),
    ...secretsOf(kind as Kind).filter((path) => typeof valueAt(input, path.split('.')) === 'string').map((path) => `${where(`/${path.replaceAll('.', '/')}`)}: ${path} is a secret, and these files may be read by many: write !file PATH`),
  ]
  if (faults.length > 0) return faults
  const missing: string[] = []
  const whole = await resolved(input, file, '', async (pointer, path) => {
    try {
      return (await readFile(path, 'utf8')).replace(/\r?\n$/, '')
    } catch (error) {
      missing.push(`${where(pointer)}: cannot read the file ${shownPath(path)} (${(error as NodeJS.ErrnoException).code})`)
      return ''
    }
  })
  return missing.length > 0 ? missing : { kind: kind as Kind, name: input['name'] as string, input: whole as Record<string, unknown>, where }
}

/** As a reader would type it. */
function shownPath(file: string): string {
  const near = relative('.', file)
  return near === '' || near.startsWith('..') ? file : near
}

async function resolved(value: unknown, file: string, pointer: string, read: (pointer: string, path: string) => Promise<string>): Promise<unknown> {
  if (value instanceof FileReference) return read(pointer, resolve(dirname(file), value.path))
  if (Array.isArray(value)) return Promise.all(value.map((item, index) => resolved(item, file, `${pointer}/${index}`, read)))
  if (!isObject(value)) return value
  const entries = await Promise.all(Object.entries(value).map(async ([key, inner]) => [key, await resolved(inner, file, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, read)] as const))
  return Object.fromEntries(entries)
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const referencesIn = (value: unknown): FileReference[] =>
  (value instanceof FileReference ? [value] : isObject(value) ? Object.values(value).flatMap(referencesIn) : [])

const valueAt = (root: unknown, path: string[]): unknown => path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), root)

/** The line of what a pointer names, or of the nearest thing around it. */
function lineAt(document: YamlDocument, pointer: string, lines: LineCounter): number {
  const path = pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  for (let length = path.length; length > 0; length--) {
    const holder = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const last = path[length - 1]!
    const pair = isMap(holder) ? holder.items.find(({ key }) => isScalar(key) && String(key.value) === last) : undefined
    const node = (pair?.key ?? document.getIn(path.slice(0, length), true)) as { range?: [number, number, number] } | undefined
    if (node?.range) return lines.linePos(node.range[0]).line
  }
  const { range } = (document.contents ?? {}) as { range?: [number, number, number] }
  return range ? lines.linePos(range[0]).line : 1
}

/** The YAML and JSON files of a folder and those below it, in the order of their names; what begins with a dot is left alone. */
async function filesIn(path: string): Promise<string[]> {
  const found = await stat(path).catch((error: unknown) => { throw unreadable(path, error) })
  if (!found.isDirectory()) return [path]
  const entries = (await readdir(path, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1))
  const below = await Promise.all(entries.map((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : /\.(ya?ml|json)$/.test(entry.name) ? [join(path, entry.name)] : [])))
  return below.flat()
}
