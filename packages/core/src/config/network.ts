import { isObject } from '../json.ts'
import type { Draft } from './draft.ts'

/** What may reach what: rules whose meaning changed with the chart. */
export function network(draft: Draft): void {
  cloudMetadata(draft)
  for (const owner of ['hub', 'proxy.chp', 'proxy.traefik', 'singleuser']) egress(draft, `${owner}.networkPolicy`)
}

function cloudMetadata(draft: Draft): void {
  const path = 'singleuser.cloudMetadata.enabled'
  const value = draft.get(path)
  if (value === undefined) return
  draft.take(path)
  draft.olderThan('1.0.0')
  draft.put('singleuser.cloudMetadata.blockWithIptables', value !== true, path)
  draft.note('changed', path, 'singleuser.cloudMetadata.blockWithIptables', 'It has the opposite value since chart 1.0: whether the metadata of the cloud is kept from servers.')
}

/** Until chart 2 the list was all that may go out; since then it adds to rules that are open by default. */
function egress(draft: Draft, policy: string): void {
  const [list, rules] = [`${policy}.egress`, `${policy}.egressAllowRules`]
  if (!Array.isArray(draft.get(list)) || draft.has(rules)) return
  if (!draft.isOlderThan('2.0.0')) {
    draft.note('unsafe', list, list, `Since chart 2.0 it adds to ${rules}, by which all public addresses are open. If the list was meant to be all, set nonPrivateIPs there to false.`)
    return
  }
  draft.put(rules, { cloudMetadataServer: false, nonPrivateIPs: false, privateIPs: false }, list)
  if (isObject(draft.get(rules))) draft.note('changed', list, rules, 'Since chart 2.0 the list adds to egressAllowRules; those are closed, so that the list is all that may go out, as before.')
}
