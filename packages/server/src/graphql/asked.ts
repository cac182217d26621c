import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql'

/** What a document asks of a field's answer, as paths: `series`, `series.amounts`. What a directive may leave out counts as asked. */
export function askedOf({ fieldNodes, fragments }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): ReadonlySet<string> {
  const asked = new Set<string>()
  const add = (selected: SelectionSetNode | undefined, above: string): void => {
    for (const selection of selected?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        const path = above + selection.name.value
        asked.add(path)
        add(selection.selectionSet, `${path}.`)
      } else add(selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments[selection.name.value]?.selectionSet, above)
    }
  }
  for (const { selectionSet } of fieldNodes) add(selectionSet, '')
  return asked
}
