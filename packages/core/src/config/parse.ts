import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseAllDocuments, type Document, type Node, type Tags } from 'yaml'
import type { JsonObject } from '../json.ts'
import { isObject, pointerOf } from '../json.ts'
import { refuse } from '../validate.ts'

/** From 1. */
export interface Position { line: number; column: number }

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
 * for what is no YAML, more than one document, no table at all, or a file that is still encrypted.
 */
export function parseConfig(text: string): ParsedConfig {
  const lines = new LineCounter()
  const documents = parseAllDocuments(text.replace(/^\uFEFF/, ''), { version: '1.1', merge: true, uniqueKeys: false, lineCounter: lines, customTags: asHelm, prettyErrors: false })
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const filled = (Array.isArray(documents) ? documents : []).filter(({ contents, errors }) => errors.length > 0 || (contents !== null && !(isScalar(contents) && contents.value === null)))
  if (filled.length > 1) fail('documents', `It has ${filled.length} documents; helm takes one. Split the file at ---.`, at(filled[1]!.range[0]))
  const [document] = filled
  if (!document) return { values: {}, positions: new Map(), twice: [] }
  const [error] = document.errors
  if (error) fail('yaml', meaning(error.message), at(error.pos[0]))
  const values: unknown = readable(document)
  if (!isObject(values)) fail('yaml', 'It is no table of keys and values, as a config.yaml is.', at(document.range[0]))
  if (isObject(values) && isObject(values['sops']) && typeof values['sops']['mac'] === 'string') fail('encrypted', 'It is encrypted by sops. Decrypt it first: `sops --decrypt FILE`.', at(0))
  const found: Found = { positions: new Map(), twice: [] }
  locate(document.contents as Node, [], document as Document, found, at)
  return { values: values as JsonObject, ...found }
}

function readable(document: Document | Document.Parsed): unknown {
  try {
    return JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: mostAliases })))
  } catch {
    return fail('yaml', `Its anchors stand for more than ${mostAliases} times what is written.`, { line: 1, column: 1 })
  }
}

function fail(code: string, detail: string, { line, column }: Position): never {
  refuse([{ pointer: '/config', code, detail: `line ${line}, column ${column}: ${detail}` }])
  throw new Error('unreachable')
}

/** A tab is what the parser's own words tell least of. */
const meaning = (message: string): string => (/tab/i.test(message) ? 'There is a tab in the indentation; YAML wants spaces.' : message.split('\n')[0]!)

/** Of YAML 1.1 without what helm's reader does not have: dates and numbers in base 60 stay texts. */
const asHelm = (tags: Tags): Tags => tags.filter((tag) => typeof tag === 'string' || (tag.tag !== 'tag:yaml.org,2002:timestamp' && (tag as { format?: string }).format !== 'TIME'))

type Found = Pick<ParsedConfig, 'positions' | 'twice'>

function locate(node: Node | null, path: (string | number)[], document: Document, found: Found, at: (offset: number) => Position): void {
  const target = isAlias(node) ? (node.resolve(document) ?? null) : node
  if (path.length > 60) return
  if (isMap(target)) {
    const written = new Set<string>()
    for (const pair of target.items) {
      if (!isPair(pair) || !isScalar(pair.key)) continue
      if (pair.key.value === '<<' || String(pair.key.source) === '<<') { merged(pair.value as Node, path, document, found, at); continue }
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
