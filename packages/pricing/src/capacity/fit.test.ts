import fc from 'fast-check'
import t from 'tap'
import { findMachine, fitNode, roomForUsers, slotsIn, type NodeType, type Placement, type Room, type ServerNeeds } from '../index.ts'

const anywhere: Placement = { nodeSelector: {}, tolerations: [], requirePurpose: false }
const needs = (more: Partial<ServerNeeds & Placement> = {}) => ({ memoryMiB: 1024, cpuMilli: 0, volume: false, ...anywhere, ...more })
const type = (more: Partial<NodeType> = {}, room: Partial<Room> = {}): NodeType => ({ name: 'users', labels: {}, taints: [], room: { memoryMiB: 8192, cpuMilli: 3500, pods: 100, volumes: Infinity, ...room }, ...more })

t.test('the least of memory, cpu, pods, volumes and other resources binds, and the figures are told', async (t) => {
  t.match(fitNode(type(), needs()), { usersPerNode: 8, binding: 'memory', detail: /1 GiB of 8 GiB/, rest: { memoryMiB: 0, cpuMilli: 3500, pods: 92, volumes: null } })
  t.match(fitNode(type(), needs({ cpuMilli: 500 })), { usersPerNode: 7, binding: 'cpu', detail: /0.5 of 3.5 cores/, rest: { memoryMiB: 1024, cpuMilli: 0 } })
  t.match(fitNode(type({}, { pods: 5 }), needs()), { usersPerNode: 5, binding: 'pods' })
  t.match(fitNode(type({}, { volumes: 4 }), needs({ volume: true })), { usersPerNode: 4, binding: 'volumes', rest: { volumes: 0 } })
  t.match(fitNode(type({}, { volumes: 4 }), needs()), { usersPerNode: 8, rest: { volumes: 4 } }, 'a shared home attaches none')
  t.match(fitNode(type({}, { extra: { 'nvidia.com/gpu': 4 } }), needs({ extra: { 'nvidia.com/gpu': 2 } })), { usersPerNode: 2, binding: 'nvidia.com/gpu' })
  t.match(fitNode(type(), needs({ extra: { 'nvidia.com/gpu': 1 } })), { usersPerNode: 0, binding: 'nvidia.com/gpu', detail: /takes 1 nvidia.com\/gpu, of which a node has 0/ })
  t.match(fitNode(type(), needs({ memoryMiB: 8193 })), { usersPerNode: 0, binding: 'memory' })
})

t.test('a node whose labels or taints keep servers away holds none, and it is said why', async (t) => {
  const barred = (node: Partial<NodeType>, placement: Partial<Placement>) => fitNode(type(node), needs(placement))
  t.match(barred({}, { nodeSelector: { pool: 'big' } }), { usersPerNode: 0, binding: 'placement', detail: /no label pool=big/ })
  t.equal(barred({ labels: { pool: ['small', 'big'] } }, { nodeSelector: { pool: 'big' } }).usersPerNode, 8)
  t.match(barred({ labels: { 'hub.jupyter.org/node-purpose': ['core'] } }, { requirePurpose: true }), { usersPerNode: 0, detail: /node-purpose=user/ })
  const dedicated = { taints: [{ key: 'hub.jupyter.org/dedicated', value: 'user', effect: 'NoSchedule' }] }
  t.match(barred(dedicated, {}), { usersPerNode: 0, detail: /taint hub.jupyter.org\/dedicated=user:NoSchedule is not tolerated/ })
  const tolerating = (toleration: Placement['tolerations'][number]) => barred(dedicated, { tolerations: [toleration] }).usersPerNode
  t.equal(tolerating({ key: 'hub.jupyter.org/dedicated', operator: 'Equal', value: 'user', effect: 'NoSchedule' }), 8)
  t.equal(tolerating({ key: 'hub.jupyter.org/dedicated', operator: 'Exists' }), 8)
  t.equal(tolerating({ operator: 'Exists' }), 8)
  t.equal(tolerating({ key: 'hub.jupyter.org/dedicated', value: 'core' }), 0)
  t.equal(tolerating({ key: 'hub.jupyter.org/dedicated', operator: 'Exists', effect: 'NoExecute' }), 0)
  t.equal(barred({ taints: [{ key: 'a', effect: 'PreferNoSchedule' }] }, {}).usersPerNode, 8, 'a preference keeps nobody away')
})

const amount = (max: number) => fc.integer({ min: 0, max })
const rooms = fc.record({ memoryMiB: amount(500_000), cpuMilli: amount(128_000), pods: amount(250), volumes: amount(128), extra: fc.record({ gpu: amount(16) }) })
const servers = fc.record({ memoryMiB: fc.integer({ min: 1, max: 100_000 }), cpuMilli: amount(16_000), volume: fc.boolean(), extra: fc.record({ gpu: amount(4) }) })

t.test('so many fit and not one more, whatever the sizes: no bound is passed, and one more would pass one', async () => {
  const within = (room: Room, each: ServerNeeds, count: number) => count * each.memoryMiB <= room.memoryMiB && count * each.cpuMilli <= room.cpuMilli && count <= room.pods &&
    (!each.volume || count <= room.volumes) && count * each.extra!['gpu']! <= room.extra!['gpu']!
  fc.assert(fc.property(rooms, servers, (room, each) => {
    const { slots } = slotsIn(room, each)
    return within(room, each, slots) && !within(room, each, slots + 1)
  }))
})

t.test('a smaller server or a larger node never holds fewer, and nothing is left below zero', async () => {
  fc.assert(fc.property(rooms, servers, amount(10_000), (room, each, more) => {
    const { usersPerNode, rest } = fitNode(type({}, room), { ...needs(), ...each })
    const larger = { memoryMiB: room.memoryMiB + more, cpuMilli: room.cpuMilli + more, pods: room.pods + more, volumes: room.volumes + more, extra: { gpu: room.extra.gpu + more } }
    const smaller = { ...each, memoryMiB: Math.max(1, each.memoryMiB - more), cpuMilli: Math.max(0, each.cpuMilli - more), volume: false }
    return slotsIn(larger, each).slots >= usersPerNode && slotsIn(room, smaller).slots >= usersPerNode && Object.values(rest).every((left) => (left ?? 0) >= 0)
  }))
})

t.test('a machine type of the catalogue offers its GPUs, and less memory than it is sold with', async (t) => {
  const room = roomForUsers('sandbox', findMachine('sandbox', 'sandbox-north', 'sandbox-gpu'))
  t.same(room.extra, { 'nvidia.com/gpu': 1 })
  t.ok(room.memoryMiB < 32 * 1024 * 0.95)
  t.same(roomForUsers('sandbox', findMachine('sandbox', 'sandbox-north', 'sandbox-small')).extra, {})
})
