import { nodeOf, type Node } from '@hubfleet/core'
import type { TSchema } from 'typebox'

type Direction = 'answered' | 'sent'

/**
 * Collects the named schemas of a document; each is told once and referred to. What is answered is open where what is sent is closed: a
 * choice may get new members, and a secret is only ever sent. A schema that is both then has two forms, and the sent one's name
 * ends in `Input`: add everything that is answered first.
 */
export class Components {
  readonly schemas: Record<string, Node> = {}

  /** A schema of an answer as it stands in the document: a reference where it has a name. */
  addAnswered(schema: TSchema): Node {
    return this.#place(nodeOf(schema), 'answered')
  }

  /** The same of a request. */
  addSent(schema: TSchema): Node {
    return this.#place(nodeOf(schema), 'sent')
  }

  #place(node: Node, direction: Direction): Node {
    const { $id, ...rest } = node
    const plain = this.#inside(rest, direction)
    if (!$id) return plain
    const name = direction === 'sent' && !this.#isFree($id, plain) ? `${$id}Input` : $id
    if (!this.#isFree(name, plain)) throw new Error(`Two different schemas are named ${name}`)
    this.schemas[name] = plain
    return { $ref: `#/components/schemas/${name}` }
  }

  #isFree(name: string, node: Node): boolean {
    const before = this.schemas[name]
    return before === undefined || JSON.stringify(before) === JSON.stringify(node)
  }

  #inside(node: Node, direction: Direction): Node {
    const placed: Node = { ...node }
    if (node.properties) {
      const told = Object.entries(node.properties).filter(([, property]) => direction === 'sent' || property['writeOnly'] !== true)
      placed.properties = Object.fromEntries(told.map(([key, property]) => [key, this.#place(property, direction)]))
    }
    if (node.items) placed.items = this.#place(node.items, direction)
    if (typeof node.additionalProperties === 'object') placed.additionalProperties = this.#place(node.additionalProperties, direction)
    // TypeBox writes a record as a pattern that matches every key, for which generators of types know no name.
    const records = node['patternProperties'] as Record<string, Node> | undefined
    if (records) {
      delete placed['patternProperties']
      placed.additionalProperties = this.#place(Object.values(records)[0] ?? {}, direction)
    }
    const branches = node['anyOf'] as Node[] | undefined
    if (branches) Object.assign(placed, choiceOf(branches) ? { anyOf: undefined, type: 'string', enum: choiceOf(branches) } : { anyOf: branches.map((branch) => this.#place(branch, direction)) })
    if (node.oneOf) this.#discriminate(placed, node.oneOf, direction)
    if (direction === 'answered' && placed.enum) Object.assign(placed, { enum: undefined, examples: placed.enum, 'x-extensible-enum': placed.enum })
    return JSON.parse(JSON.stringify(placed)) as Node
  }

  /** Ajv takes no `mapping` and generators of clients go wrong without one. */
  #discriminate(placed: Node, branches: Node[], direction: Direction): void {
    placed.oneOf = branches.map((branch) => this.#place(branch, direction))
    const tag = placed.discriminator?.propertyName
    if (!tag) return
    const mapping = Object.fromEntries(branches.flatMap((branch, at) => {
      const value = branch.properties?.[tag]?.['const']
      const reference = placed.oneOf?.[at]?.['$ref']
      return typeof value === 'string' && typeof reference === 'string' ? [[value, reference]] : []
    }))
    if (Object.keys(mapping).length === branches.length) placed.discriminator = { propertyName: tag, mapping } as Node['discriminator'] & object
  }
}

/** The members of a union of texts, or null when it is another union. */
function choiceOf(branches: Node[]): unknown[] | null {
  return branches.every((branch) => typeof branch['const'] === 'string') ? branches.map((branch) => branch['const']) : null
}
