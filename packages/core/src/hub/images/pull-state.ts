/** How far a pull of images is, node by node. */
export interface PullState { images: string[]; nodes: NodePull[] }
export interface NodePull { name: string; state: 'pulled' | 'pulling' | 'stuck'; /** Empty where it has the images. */ reason: string }

/** What helps against the reason why a node does not get an image. */
export function adviceFor(reason: string): string {
  if (/not found|manifest unknown|does not exist|MANIFEST_UNKNOWN|InvalidImageName/i.test(reason)) return 'correct the image or its tag'
  if (/denied|unauthorized|forbidden|authentication required/i.test(reason)) return 'give imagePullSecret a login that may pull it'
  if (/no match for platform|exec format error/i.test(reason)) return 'take an image that is built for this kind of node'
  if (/cordoned/i.test(reason)) return 'uncordon the node, or take it out of the cluster'
  if (/does not answer|NotReady/.test(reason)) return 'mend the node, or take it out of the cluster'
  if (/untolerated taint/i.test(reason)) return 'tolerate the taint with scheduling.tolerations, or leave the node to others'
  if (/Too many pods|Insufficient/i.test(reason)) return 'the node is full: it gets the image as soon as a server on it ends'
  if (/no space left|disk pressure|ephemeral/i.test(reason)) return 'give nodes larger disks, or take a smaller image'
  return ''
}

/** `3 of 5 nodes have the images`, and of those that are stuck why, and what to do. */
export function pullText({ nodes }: PullState): string {
  const pulled = nodes.filter(({ state }) => state === 'pulled').length
  const stuck = nodes.filter(({ state }) => state === 'stuck')
  const told = stuck.slice(0, 3).map(({ name, reason }) => { const advice = adviceFor(reason); return `${name}: ${reason}${advice ? ` (${advice})` : ''}` })
  const more = stuck.length > told.length ? [`${stuck.length - told.length} more`] : []
  return [`${pulled} of ${nodes.length} nodes have the images`, ...told, ...more].join('; ')
}
