import { Kind, Location, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql'
import { Problem } from '@hubfleet/core'

export const limits = {
  /** Levels of fields, introspection aside. */
  depth: 12,
  /** Fields with all fragments spread out; aliases count each. */
  fields: 400,
  /** Items that could be answered: the sum over all connections of the products of their `first`, and what single fields weigh. */
  cost: 5000,
  /** Tokens of a document, beyond which it is not even parsed. */
  tokens: 4000,
}

export interface Measure { depth: number; fields: number; cost: number }

/**
 * Refuses what must not run at all: several operations in a document (which one is meant is easily mistaken), several changes in
 * one (the first could succeed and the second fail), or a syntax tree sent as JSON (it would get around the limit of tokens).
 */
export function requireSingle(document: DocumentNode): void {
  if (!(document?.loc instanceof Location)) throw new Problem('query-invalid', { reason: 'The query must be GraphQL text.' })
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  if (operations.length > 1) throw new Problem('query-invalid', { reason: `The document has ${operations.length} operations; send one.` })
  const [operation] = operations
  if (operation?.operation !== 'mutation') return
  const { selections } = operation.selectionSet
  if (selections.length !== 1 || selections[0]?.kind !== Kind.FIELD) throw new Problem('query-invalid', { reason: 'A mutation has exactly one field, not in a fragment: each change is accepted or refused by itself.' })
}

/**
 * Measures a valid document. Each fragment is measured once, so that fragments of fragments cannot blow the work up.
 * @param weights of fields that do more than to answer an item, by their name
 */
export function measure(document: DocumentNode, variables: Record<string, unknown> = {}, weights: ReadonlyMap<string, number> = new Map()): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>()
  const values: Record<string, unknown> = { ...variables }
  for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  for (const { variable, defaultValue } of operation?.variableDefinitions ?? []) {
    if (values[variable.name.value] === undefined && defaultValue?.kind === Kind.INT) values[variable.name.value] = Number(defaultValue.value)
  }

  const known = new Map<string, Measure>()
  const ofFragment = (name: string): Measure => {
    const before = known.get(name)
    if (before) return before
    const fragment = fragments.get(name)
    const measured = fragment ? ofSelections(fragment.selectionSet) : { depth: 0, fields: 0, cost: 0 }
    known.set(name, measured)
    return measured
  }
  const ofSelections = ({ selections }: SelectionSetNode): Measure => selections
    .map((selection) => selection.kind === Kind.FIELD ? ofField(selection) : selection.kind === Kind.FRAGMENT_SPREAD ? ofFragment(selection.name.value) : ofSelections(selection.selectionSet))
    .reduce((sum, one) => ({ depth: Math.max(sum.depth, one.depth), fields: sum.fields + one.fields, cost: sum.cost + one.cost }), { depth: 0, fields: 0, cost: 0 })
  const ofField = (field: FieldNode): Measure => {
    // graphql-js bounds introspection itself, and it costs no query of the database.
    if (!field.selectionSet || field.name.value.startsWith('__')) return { depth: 1, fields: 1, cost: 0 }
    const inner = ofSelections(field.selectionSet)
    const first = firstOf(field, values)
    return { depth: inner.depth + 1, fields: inner.fields + 1, cost: (weights.get(field.name.value) ?? 0) + (first === null ? inner.cost : first * (1 + inner.cost)) }
  }
  return operation ? ofSelections(operation.selectionSet) : { depth: 0, fields: 0, cost: 0 }
}

/** Throws `query-too-expensive` for the first limit that is passed. */
export function requireWithin(measured: Measure): void {
  for (const name of ['depth', 'fields', 'cost'] as const) {
    if (measured[name] > limits[name]) throw new Problem('query-too-expensive', { measure: name, actual: measured[name], limit: limits[name] })
  }
}

function firstOf(field: FieldNode, values: Record<string, unknown>): number | null {
  const value = field.arguments?.find(({ name }) => name.value === 'first')?.value
  if (!value) return null
  const first = value.kind === Kind.INT ? Number(value.value) : value.kind === Kind.VARIABLE ? values[value.name.value] : 0
  return typeof first === 'number' ? Math.max(0, first) : 0
}
