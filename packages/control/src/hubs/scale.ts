import { Type, type Static } from 'typebox'
import { ConfirmSchema } from '../plan.ts'
import { verb } from '../verb.ts'
import { changesSpec } from './change.ts'

const input = Type.Object({
  seats: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000, description: 'Seats kept free and warm' })),
  maxServers: Type.Optional(Type.Union([Type.Integer({ minimum: 1, maximum: 100_000 }), Type.Null()], { description: 'Servers that may run at once; null is no limit. A change restarts the hub' })),
  nodes: Type.Optional(Type.Union([Type.Object({ pool: Type.String({ minLength: 1, maxLength: 63 }), count: Type.Integer({ minimum: 0, maximum: 10_000 }) }, { additionalProperties: false }), Type.Null()], { description: 'A claim on nodes of a managed pool; null gives it back' })),
  confirm: ConfirmSchema,
}, { $id: 'HubScale', additionalProperties: false, minProperties: 1 })

export const scaleHub = verb({
  noun: 'hub', verb: 'scale', summary: 'Make room for more or fewer people', description: 'Seats and nodes change without a restart of the hub.', action: 'hub:operate', input,
  ...changesSpec((spec, { seats, maxServers, nodes }: Static<typeof input>) => {
    const capacity = { ...spec.capacity, ...(seats !== undefined && { seats }), ...(maxServers && { maxServers }), ...(nodes && { nodes }) }
    if (maxServers === null) delete capacity.maxServers
    if (nodes === null) delete capacity.nodes
    return { ...spec, capacity }
  }),
})
