import { Problem } from '@hubfleet/core'

export const nameTaken = (noun: string, name: string): Problem =>
  new Problem('name-taken', { noun, name }, { errors: [{ pointer: '/name', code: 'name-taken', detail: `There is a ${noun} of this name already.` }] })
