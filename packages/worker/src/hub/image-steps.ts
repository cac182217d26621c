import { adviceFor, pullText } from '@hubfleet/core'
import { drifted, inSync, waiting, type Step } from '@hubfleet/engine'
import type { HubScope } from './scope.ts'

type HubStep = Step<HubScope>

/** What a failed hook of the release left goes on holding nodes; by now no helm runs that would wait for it. */
export const hookLeftovers: HubStep = {
  name: 'hook leftovers', condition: 'ReleaseInSync', advisory: true,
  async observe({ site }, signal) {
    const left = await site.hookLeftovers(signal)
    return left.length === 0 ? inSync('none') : drifted(`${left.map(({ kind, name }) => `${kind} ${name}`).join(', ')} of a failed hook`)
  },
  async act({ site }, signal) { await site.sweepHooks(signal) },
}

/** Whether nodes have the images that servers start with, as the chart's own puller finds. A hub serves people without: a first start then takes longer. */
export const imagesPulled: HubStep = {
  name: 'images', condition: 'ImagesReady', advisory: true,
  async observe({ site }, signal) {
    const state = await site.pull('continuous', signal)
    if (!state) return inSync('no puller is set: each node pulls an image at its first start')
    const stuck = state.nodes.filter((node) => node.state === 'stuck')
    const text = pullText(state)
    if (stuck.length > 0) return waiting(text, 30, reasonFor(stuck[0]!.reason))
    return state.nodes.some((node) => node.state === 'pulling') ? waiting(text, 5, 'Pulling') : inSync(text)
  },
}

/** CamelCase, for machines. */
function reasonFor(reason: string): string {
  const advice = adviceFor(reason)
  if (advice.startsWith('correct the image')) return 'ImageMissing'
  if (advice.startsWith('give imagePullSecret')) return 'ImageDenied'
  return advice.startsWith('take an image') ? 'ImageForOtherNodes' : 'PullerStuck'
}
