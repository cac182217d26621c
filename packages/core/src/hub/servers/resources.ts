import { Type, type Static } from 'typebox'

/*
 * What one server gets. A guarantee is what the scheduler reserves on a node; a limit is where the server is slowed down (CPU) or its kernel
 * is killed (memory). The same sections are in the hub itself, with defaults, and in each profile, without: there, what is left out is the hub's.
 */

const closed = { additionalProperties: false }
const section = { ...closed, default: {} }
const bytes = (description: string, more = {}) =>
  Type.String({ minLength: 1, maxLength: 32, description: `${description}, as 512M or 1.5G (units of 1024: K, M, G, T)`, ...more })
const cores = (description: string) => Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1024, description: `${description}, in cores` }))
const amounts = (description: string) => Type.Optional(Type.Record(Type.String(), Type.String({ minLength: 1, maxLength: 32 }), {
  maxProperties: 20, description: `${description}: the name of each resource with a Kubernetes quantity`,
}))

const guaranteed = 'What each server has for sure'
const memoryLimit = Type.Optional(bytes('Where a server is stopped'))

export const HubMemorySchema = Type.Object({ guarantee: bytes(guaranteed, { default: '1G' }), limit: memoryLimit }, {
  $id: 'HubMemory', description: 'Memory of each server', ...section,
})
export const ProfileMemorySchema = Type.Object({ guarantee: Type.Optional(bytes(guaranteed)), limit: memoryLimit }, {
  $id: 'ProfileMemory', description: "Memory of each server; what is left out is the hub's", ...closed,
})

const cpu = { guarantee: cores(guaranteed), limit: cores('What a server can use at most') }

export const HubCpuSchema = Type.Object(cpu, { $id: 'HubCpu', description: 'CPU of each server', ...section })
export const ProfileCpuSchema = Type.Object(cpu, { $id: 'ProfileCpu', description: "CPU of each server; what is left out is the hub's", ...closed })

/** The resource that `gpu` counts. */
export const gpuResource = 'nvidia.com/gpu'

export const GpuSchema = Type.Integer({
  minimum: 0, maximum: 64, description: `Whole GPUs of each server (${gpuResource}). Nodes that are tainted with that name are tolerated`,
})

const extra = { guarantees: amounts('What each server has for sure'), limits: amounts('What a server can use at most') }

export const HubExtraResourceSchema = Type.Object(extra, {
  $id: 'HubExtraResource', ...section,
  description: 'Any other resource of each server, such as ephemeral-storage or the devices of a plugin, which are whole and have a limit as large as the guarantee',
})
export const ProfileExtraResourceSchema = Type.Object(extra, { $id: 'ProfileExtraResource', description: "Other resources of each server, over the hub's", ...closed })

export type HubExtraResource = Static<typeof HubExtraResourceSchema>
