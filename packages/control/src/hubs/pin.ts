import { imagesOfSpec, Problem } from '@hubfleet/core'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { changesSpec } from './change.ts'

export const pinHub = verb({
  noun: 'hub', verb: 'pin', summary: 'Look up what the tags of pinned images are now, and run that', description: 'Servers that run go on with what they have; later starts get the new image.', action: 'hub:operate', input: Nothing,
  ...changesSpec((spec) => {
    if (!imagesOfSpec(spec).some(({ typed }) => typed?.pin)) throw new Problem('nothing-pinned', {})
    return spec
  }, { freshPins: true }),
})
