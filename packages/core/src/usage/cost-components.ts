/**
 * What a cost is for. `servers` is what people's servers reserved, `seats` the placeholders, `idle` what of user nodes nobody reserved; `core` is the nodes
 * that serve the whole cluster, `builds` the making of images. `unallocated` is what a bill had and nothing that was seen explains.
 */
export const costComponents = [
  'servers', 'seats', 'idle', 'core', 'builds', 'node-disks', 'homes', 'hub-disk', 'load-balancers', 'addresses', 'control-plane', 'network', 'other', 'unallocated',
] as const

export type CostComponent = (typeof costComponents)[number]
