import fc from 'fast-check'
import t from 'tap'
import { allocatable, findMachine, usersPerNode } from '../index.ts'

const shape = (vcpu: number, memoryGiB: number) => ({ vcpu, memoryGiB, sharedCore: false, maxPods: null, dataDisks: null })
const rounded = ({ cpuMilli, memoryMiB }: { cpuMilli: number; memoryMiB: number }) => ({ cpuMilli, memoryMiB: Math.round(memoryMiB) })

t.test('GKE leaves what its documentation and a real node say', async (t) => {
  t.same(rounded(allocatable('gke', shape(2, 7.5), undefined, 0)), { cpuMilli: 1930, memoryMiB: 5839 })
  t.same(rounded(allocatable('gke', shape(8, 64), undefined, 0)), { cpuMilli: 7910, memoryMiB: 59_824 })
  // a node of 4 CPU and 16 GiB shows 13,498,416 Ki
  t.ok(Math.abs(allocatable('gke', shape(4, 16), undefined, 0.0269).memoryMiB - 13_498_416 / 1024) < 2)
  t.equal(allocatable('gke', findMachine('gcp', 'us-central1', 'e2-medium')).cpuMilli, 940)
})

t.test('AKS reserves memory by the pods that a node may have, at most a quarter', async (t) => {
  for (const [pods, memoryMiB] of [[30, 15_664], [110, 14_138], [250, 12_188]] as const) t.same(rounded(allocatable('aks', shape(4, 16), pods, 0)), { cpuMilli: 3860, memoryMiB }, `${pods} pods`)
  t.equal(allocatable('azure', shape(2, 4), 70, 0).memoryMiB, 4096 * 0.75 - 100)
  t.equal(allocatable('aks', shape(12, 48)).cpuMilli, 11_780)
  t.equal(allocatable('aks', shape(4, 16)).pods, 250)
})

t.test('EKS reserves memory by the pods that the machine\'s network allows', async (t) => {
  const machine = findMachine('aws', 'us-east-1', 'm5.xlarge')
  t.same({ ...allocatable('eks', machine, undefined, 0.075) }, { cpuMilli: 3920, memoryMiB: 16_384 * 0.925 - 893 - 100, pods: 58, volumes: 25 })
})

t.test('with a disk per user, the attachable volumes bind before memory: eight users on a D4s', async (t) => {
  const machine = findMachine('azure', 'eastus', 'Standard_D4s_v5')
  t.match(usersPerNode('aks', machine, { memoryGiB: 0.5, cpu: 0, volume: true }), { slots: 8, binding: 'volumes' })
  t.match(usersPerNode('aks', machine, { memoryGiB: 2, cpu: 0, volume: true }), { slots: 5, binding: 'memory' })
  t.match(usersPerNode('aks', machine, { memoryGiB: 0.5, cpu: 1, volume: true }), { slots: 3, binding: 'cpu' })
  t.match(usersPerNode('aks', machine, { memoryGiB: 0.1, cpu: 0, volume: false }, { maxPods: 30 }), { slots: 22, binding: 'pods' })
})

t.test('a larger machine or a smaller server never holds fewer users', async () => {
  const machine = (vcpu: number, memoryGiB: number) => ({ ...findMachine('gcp', 'us-central1', 'n2-standard-4'), vcpu, memoryGiB })
  const slots = (vcpu: number, memoryGiB: number, memory: number, cpu: number) => usersPerNode('gcp', machine(vcpu, memoryGiB), { memoryGiB: memory, cpu, volume: true }).slots
  const size = fc.integer({ min: 1, max: 64 })
  fc.assert(fc.property(size, size, fc.double({ min: 0.1, max: 8, noNaN: true }), fc.double({ min: 0, max: 2, noNaN: true }), size, (vcpu, memory, guarantee, cpu, more) => {
    const now = slots(vcpu, memory * 2, guarantee, cpu)
    return now >= 0 && slots(vcpu + more, memory * 2, guarantee, cpu) >= now && slots(vcpu, memory * 2 + more, guarantee, cpu) >= now && slots(vcpu, memory * 2, guarantee / 2, cpu / 2) >= now
  }))
})
