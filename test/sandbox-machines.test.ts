import t from 'tap'
import { catalogueOf, findMachine, roomForUsers } from '../packages/pricing/src/index.ts'
import { allocatable, machineTypes } from '../packages/providers/src/sandbox/capacity.ts'

t.test('the sandbox has the machine types that the catalogue has, and a server that fits by the catalogue is placed by the sandbox', async (t) => {
  const catalogue = catalogueOf('sandbox')!
  t.same(Object.keys(machineTypes).sort(), Object.keys(catalogue.machines).sort())
  for (const [type, { cpu, memoryBytes }] of Object.entries(machineTypes)) {
    const machine = findMachine('sandbox', catalogue.regions[0]!, type)
    t.same({ cpu, memoryBytes }, { cpu: machine.vcpu, memoryBytes: machine.memoryGiB * 2 ** 30 })
    t.ok(Math.floor(roomForUsers('sandbox', machine).memoryMiB * 2 ** 20) <= allocatable(type), type)
  }
})
