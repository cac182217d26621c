/**
 * A hub's names in its cluster. They come from the id alone, so no other hub, not even a later one of the same name, can ever meet
 * them. The release is the namespace's name too: the chart's cluster-wide objects are named by the release. 30 characters; helm allows 53.
 */
export function hubNames(id: string): { namespace: string; release: string } {
  const name = `hub-${id.slice(id.indexOf('_') + 1)}`
  return { namespace: name, release: name }
}
