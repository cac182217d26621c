import { Type } from 'typebox'
import { imageAllowed, parseImage, Problem, refuse } from '@hubfleet/core'
import { plainPlan } from '../plan.ts'
import { policyOf } from '../tenants/tenant.ts'
import { verb } from '../verb.ts'
import { lockHub } from './hub.ts'

export const prepullHub = verb({
  noun: 'hub', verb: 'prepull', summary: 'Bring images to all nodes before people need them', action: 'hub:operate',
  description: 'The operation tells how many nodes have them, and why another has not. Before a hub is changed to a large image, name that one: then nobody waits for it.',
  input: Type.Object({
    images: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 800, description: 'As quay.io/jupyter/scipy-notebook:2026-01-05' }), { minItems: 1, maxItems: 20, description: 'Default: all that servers of the hub can start with' })),
  }, { $id: 'HubPrepull', additionalProperties: false }),
  load: lockHub,
  revision: (hub) => hub.generation,
  async plan({ tenant }, hub, { images = [] }) {
    if (hub.spec.power === 'stopped') throw new Problem('hub-stopped', { hub: hub.name, what: 'pull images for' })
    refuse(images.flatMap((image, index) => (parseImage(image) ? [] : [{ pointer: `/images/${index}`, code: 'image-name', detail: 'This is no name of an image, such as quay.io/jupyter/scipy-notebook:2026-01-05.' }])))
    const { allowedImages } = policyOf(tenant)
    const denied = allowedImages && images.findIndex((image) => !imageAllowed(image, allowedImages))
    if (allowedImages && denied !== undefined && denied >= 0) throw new Problem('policy-denied', { what: `the image ${images[denied]}` }, { errors: [{ pointer: `/images/${denied}`, code: 'policy-denied', detail: `The policy allows these images: ${allowedImages.join(', ')}.` }] })
    return plainPlan({ disruption: { words: ['Nobody is disturbed: nodes pull in the background.'] } })
  },
  apply: async ({ tenant }, hub, input) => ({ work: { type: 'hub', id: hub.id }, tenantId: tenant.id, generation: null, input, deadlineSeconds: 3600 }),
})
