import { nodeOf, type Node } from '@hubfleet/core'
import type { TSchema } from 'typebox'

/** Collects the named schemas of a document; each is told once and referred to. */
export class Components {
  readonly schemas: Record<string, Node> = {}

  /** The schema as it stands in the document: a reference where it has a name. */
  add(schema: TSchema): Node {
    return this.#place(nodeOf(schema))
  }

  #place(node: Node): Node {
    const { $id, ...rest } = node
    const plain = this.#inside(rest)
    if (!$id) return plain
    const before = this.schemas[$id]
    if (before && JSON.stringify(before) !== JSON.stringify(plain)) throw new Error(`Two different schemas are named ${$id}`)
    this.schemas[$id] = plain
    return { $ref: `#/components/schemas/${$id}` }
  }

  #inside(node: Node): Node {
    const placed: Node = { ...node }
    if (node.properties) placed.properties = Object.fromEntries(Object.entries(node.properties).map(([key, property]) => [key, this.#place(property)]))
    if (node.items) placed.items = this.#place(node.items)
    if (typeof node.additionalProperties === 'object') placed.additionalProperties = this.#place(node.additionalProperties)
    // TypeBox writes a record as a pattern that matches every key, for which generators of types know no name.
    const records = node['patternProperties'] as Record<string, Node> | undefined
    if (records) {
      delete placed['patternProperties']
      placed.additionalProperties = this.#place(Object.values(records)[0] ?? {})
    }
    const branches = node['anyOf'] as Node[] | undefined
    if (branches) Object.assign(placed, choiceOf(branches) ? { anyOf: undefined, type: 'string', enum: choiceOf(branches) } : { anyOf: branches.map((branch) => this.#place(branch)) })
    if (node.oneOf) this.#discriminate(placed, node.oneOf)
    return JSON.parse(JSON.stringify(placed)) as Node
  }

  /** Ajv takes no `mapping` and generators of clients go wrong without one. */
  #discriminate(placed: Node, branches: Node[]): void {
    placed.oneOf = branches.map((branch) => this.#place(branch))
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
