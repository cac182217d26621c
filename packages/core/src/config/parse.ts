import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseAllDocuments, visit, type Document, type Node, type ScalarTag, type Tags } from 'yaml'
import type { JsonObject } from '../json.ts'
import { isObject, pointerOf } from '../json.ts'
import { Problem } from '../problems/problem.ts'
import { refuse } from '../validate.ts'

/** From 1. */
export interface Position { line: number; column: number; /** Which of several files. */ file: number }

export interface ParsedConfig {
  values: JsonObject
  /** Where each key and item stands, by JSON pointer. What an anchor brought stands where the anchor is. */
  positions: Map<string, Position>
  /** Pointers of keys that stand twice; as in helm, the last one counts. */
  twice: string[]
}

const mostAliases = 200

/**
 * Reads a config.yaml as helm does: YAML 1.1, where `yes` is true, with anchors and merge keys. Throws `invalid-request` with line and column
 * for what is no YAML, more than one document, no table at all, what helm would refuse too, or a file that is still encrypted.
 */
export function parseConfig(text: string, file = 1): ParsedConfig {
  try {
    return parse(text, file)
  } catch (error) {
    throw error instanceof Problem ? inFile(error, file) : error
  }
}

function parse(text: string, file: number): ParsedConfig {
  const lines = new LineCounter()
  const source = text.replace(/^\uFEFF/, '')
  const documents = parseAllDocuments(source, { version: '1.1', merge: true, uniqueKeys: false, lineCounter: lines, customTags: asHelm, prettyErrors: false, logLevel: 'error' })
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col, file }
  }
  const control = controlCharacters.exec(source)
  if (control) fail('characters', 'There is a control character, which no YAML may have.', at(control.index))
  const filled = (Array.isArray(documents) ? documents : []).filter(({ contents, errors }) => errors.length > 0 || (contents !== null && !(isScalar(contents) && contents.value === null)))
  const [document] = filled
  if (!document) return { values: {}, positions: new Map(), twice: [] }
  const [error] = document.errors
  if (error) fail('yaml', meaning(error.message, lineAt(source, error.pos[0])), at(error.pos[0]))
  if (filled.length > 1) fail('documents', `It has ${filled.length} documents; helm takes one. Split the file at ---.`, at(filled[1]!.range[0]))
  refuseWhatHelmDoes(document, source, at)
  const values: unknown = readable(document)
  if (!isObject(values)) fail('yaml', 'It is no table of keys and values, as a config.yaml is.', at(document.range[0]))
  if (isObject(values) && isObject(values['sops']) && typeof values['sops']['mac'] === 'string') fail('encrypted', 'It is encrypted by sops. Decrypt it first: `sops --decrypt FILE`.', at(0))
  const found: Found = { positions: new Map(), twice: [] }
  locate(document.contents as Node, [], document as Document, found, at)
  return { values: values as JsonObject, ...found }
}

// eslint-disable-next-line no-control-regex
const controlCharacters = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/

/** What the YAML package would let pass, and helm's reader does not, or reads as something else. */
function refuseWhatHelmDoes(document: Document.Parsed, source: string, at: (offset: number) => Position): void {
  if (document.directives.yaml.explicit) fail('yaml', 'helm takes no %YAML line. Leave it out.', at(0))
  const place = (node: unknown): Position => at((node as Node | null)?.range?.[0] ?? 0)
  const refuseTag = (node: Node) => { if (node.tag && !plainTags.has(node.tag)) fail('tag', `The tag ${node.tag.slice(0, 60)} means nothing to the chart. Leave it out.`, place(node)) }
  visit(document, {
    Alias: (_key, node) => { if (!node.resolve(document)) fail('yaml', `There is no anchor &${node.source.slice(0, 60)}. A text that begins with * stands in quotes.`, place(node)) },
    Map: (_key, node) => {
      refuseTag(node)
      const merges = node.items.filter(({ key }) => isMerge(key))
      if (merges.length > 1) fail('yaml', 'A table takes one <<. For several write <<: [*a, *b].', place(merges[1]!.key))
    },
    Seq: (_key, node) => refuseTag(node),
    Pair: (_key, { key }) => {
      if (isScalar(key) && key.value !== null) return
      const [offset] = (key as Node | null)?.range ?? [0]
      fail('key', template(lineAt(source, offset)) ?? 'A key is a text, a number or a boolean.', at(offset))
    },
    Scalar: (_key, node) => {
      refuseTag(node)
      if (typeof node.value === 'number' && !Number.isFinite(node.value)) fail('number', 'Numbers are finite.', place(node))
    },
  })
}

const plainTags = new Set(['str', 'int', 'bool', 'null', 'map', 'seq', 'merge'].map((name) => `tag:yaml.org,2002:${name}`))

const isMerge = (key: unknown): boolean => isScalar(key) && (key.value === '<<' || String(key.source) === '<<') && key.type === 'PLAIN'

function readable(document: Document | Document.Parsed): unknown {
  try {
    return JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: mostAliases })))
  } catch {
    return fail('yaml', `Its anchors stand for more than ${mostAliases} times what is written, or for themselves.`, { line: 1, column: 1 })
  }
}

/** The same refusal, of the file that it is about. */
export function inFile(problem: Problem, file: number): Problem {
  const errors = problem.errors.map((field) => ({ ...field, pointer: `/config/${file - 1}` }))
  return new Problem('invalid-request', { count: errors.length, first: `${errors[0]!.pointer}: ${errors[0]!.detail}` }, { errors })
}

function fail(code: string, detail: string, { line, column }: Pick<Position, 'line' | 'column'>): never {
  refuse([{ pointer: '/config/0', code, detail: `line ${line}, column ${column}: ${detail}` }])
  throw new Error('unreachable')
}

const lineAt = (source: string, offset: number): string => source.slice(source.lastIndexOf('\n', offset - 1) + 1, source.indexOf('\n', offset) < 0 ? undefined : source.indexOf('\n', offset))

/** A tab, or the marks of a template, is what the parser's own words tell least of. */
const meaning = (message: string, line: string): string => template(line) ?? (/tab/i.test(message) ? 'There is a tab in the indentation; YAML wants spaces.'
  : message.startsWith('Plain value cannot start') ? `${message.split('\n')[0]}. Put the text in quotes.` : message.split('\n')[0]!)

const template = (line: string): string | null => (/\{\{|\{%/.test(line) ? 'It is a template ({{ }} or {% %}), not yet a config file. Bring what comes of it.' : null)

/** `0o644`, which helm's reader takes for a number as YAML 1.2 does; `0644` is one as well. */
const octal: ScalarTag = { tag: 'tag:yaml.org,2002:int', default: true, test: /^[-+]?0o[0-7_]+$/, resolve: (text) => parseInt(text.replaceAll('_', '').replace('0o', ''), 8) }
/** Beyond what a number holds it stays a text. */
const withoutInfinity = (tag: ScalarTag): ScalarTag => ({ ...tag, resolve: (text, onError, options) => {
  const value = tag.resolve!(text, onError, options) as unknown
  const number = isScalar(value) ? value.value : value
  return number === Infinity || number === -Infinity ? text : value
} })

/** Of YAML 1.1 without what helm's reader does not have: dates and numbers in base 60 stay texts. */
const asHelm = (tags: Tags): Tags => [octal, ...tags.filter((tag) => typeof tag === 'string' || (tag.tag !== 'tag:yaml.org,2002:timestamp' && (tag as { format?: string }).format !== 'TIME'))
  .map((tag) => (typeof tag !== 'string' && (tag as ScalarTag).format === 'EXP' ? withoutInfinity(tag as ScalarTag) : tag))]

type Found = Pick<ParsedConfig, 'positions' | 'twice'>

function locate(node: Node | null, path: (string | number)[], document: Document, found: Found, at: (offset: number) => Position): void {
  const target = isAlias(node) ? (node.resolve(document) ?? null) : node
  if (path.length > 60) return
  if (isMap(target)) {
    const written = new Set<string>()
    for (const pair of target.items) {
      if (!isPair(pair) || !isScalar(pair.key)) continue
      if (isMerge(pair.key)) { merged(pair.value as Node, path, document, found, at); continue }
      const inner = [...path, String(pair.key.value)]
      if (written.has(String(pair.key.value))) found.twice.push(pointerOf(inner))
      written.add(String(pair.key.value))
      found.positions.set(pointerOf(inner), at(pair.key.range?.[0] ?? 0))
      locate(pair.value as Node | null, inner, document, found, at)
    }
  } else if (isSeq(target)) {
    for (const [index, item] of target.items.entries()) {
      const inner = [...path, index]
      found.positions.set(pointerOf(inner), at((item as Node | null)?.range?.[0] ?? 0))
      locate(item as Node | null, inner, document, found, at)
    }
  }
}

/** `<<` takes one table or a list of them; keys that are written out stand where they are written. */
function merged(value: Node, path: (string | number)[], document: Document, found: Found, at: (offset: number) => Position): void {
  const below: Found = { positions: new Map(), twice: [] }
  for (const node of isSeq(value) ? value.items : [value]) locate(node as Node, path, document, below, at)
  for (const [pointer, position] of below.positions) if (!found.positions.has(pointer)) found.positions.set(pointer, position)
}
