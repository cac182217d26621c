import { newId } from '../../../packages/core/src/index.ts'
import { aksProvider, type OpenCredential } from '../../../packages/providers/src/index.ts'
import type { MachinesBed } from '../../contract/machines-bed.ts'
import { clusterType } from './clusters.ts'
import { clientId, directory, region, subscription } from './world.ts'
import type { LocalAzure } from './server.ts'

export const credentialOf = ({ address, entra }: LocalAzure): OpenCredential => ({
  type: 'azure-secret', subscription, directory, clientId, clientSecret: entra.secret, endpoints: { management: address, authority: address }, identityToken: async () => { throw new Error('A secret needs no token') },
})

let number = 0

/** A bed for the contract of managed clusters, on a local Azure. */
export function azureBed(azure: LocalAzure): MachinesBed & { wire: LocalAzure['wire'] } {
  const { world } = azure
  return {
    name: 'aks',
    wire: azure.wire,
    otherMachineType: 'Standard_E8s_v5',
    provider: () => aksProvider({ guard: async () => {}, certificateAuthority: azure.certificate, now: () => world.now, pause: async (milliseconds) => world.advance(milliseconds / 1000) }),
    record: () => ({
      id: newId('cluster'), tenantId: 'tenant_test', name: `c${++number}`, access: null, credential: async () => credentialOf(azure),
      spec: { provider: 'aks', region, pools: [{ name: 'core', purpose: 'core', machineType: 'Standard_D2s_v5', min: 1, max: 2 }, { name: 'user', purpose: 'user', machineType: 'Standard_E4s_v5', min: 0, max: 3 }] },
    }),
    async settle(what, condition) {
      for (let look = 0; !(await condition()); look++) {
        if (look > 200) throw new Error(`${what}: not within an hour of Azure's time`)
        world.advance(20)
      }
    },
    async occupy(record) {
      const group = `hubfleet-${record.name}`
      world.groups.set(group, { name: group, location: region, tags: { team: 'others' }, state: 'Succeeded' })
      world.put(group, clusterType, record.name, { tags: {}, properties: { provisioningState: 'Succeeded', powerState: { code: 'Running' }, agentPoolProfiles: [], currentKubernetesVersion: '1.34.2', nodeResourceGroup: `${group}-nodes`, lastModifiedAt: world.now, eTag: 'etag-0' } })
      world.groups.set(`${group}-nodes`, { name: `${group}-nodes`, location: region, tags: {}, managedBy: world.idOf(group, clusterType, record.name), state: 'Succeeded' })
      world.put(`${group}-nodes`, 'Microsoft.Network/loadBalancers', 'kubernetes', { tags: { 'aks-managed-cluster-name': record.name } })
    },
    async vanish(record) {
      world.drop(world.idOf(`hubfleet-${record.name}`, clusterType, record.name))
      world.dropGroup(`hubfleet-${record.name}-nodes`)
    },
    async plant(record) {
      const homes = `hubfleet-${record.name}-homes`
      const shared = `shared-${record.name}`
      const mine = { 'hubfleet-cluster': record.id }
      for (const [name, tags] of [[homes, mine], [shared, {}]] as const) world.groups.set(name, { name, location: region, tags, state: 'Succeeded' })
      const claim = { 'kubernetes.io-created-for-pvc-name': 'claim-ada', 'kubernetes.io-created-for-pvc-namespace': 'hubfleet-hub-1', 'k8s-azure-created-by': 'kubernetes-azure-dd' }
      const disk = (group: string, name: string, tags: Record<string, string>) => world.put(group, 'Microsoft.Compute/disks', name, { tags, sku: { name: 'StandardSSD_LRS' }, properties: { diskSizeGB: 10, provisioningState: 'Succeeded', creationData: { createOption: 'Empty' } } }).id
      const address = world.put(shared, 'Microsoft.Network/publicIPAddresses', 'kubernetes-a1', { tags: { ...mine, 'k8s-azure-cluster-name': 'kubernetes' } }).id
      const balancer = world.put(shared, 'Microsoft.Network/loadBalancers', 'kubernetes', { tags: { ...mine, 'aks-managed-cluster-name': record.name }, properties: { frontendIPConfigurations: [{ properties: { publicIPAddress: { id: address } } }] } }).id
      return {
        ours: [disk(homes, 'pvc-1', { ...claim, ...mine }), address, balancer],
        foreign: [
          disk(shared, 'pvc-1', { ...claim, 'hubfleet-cluster': newId('cluster') }), disk(shared, 'pvc-2', { ...claim, 'aks-managed-cluster-name': record.name }),
          world.put(shared, 'Microsoft.Network/loadBalancers', 'kubernetes-internal', { tags: { 'aks-managed-cluster-name': record.name } }).id,
        ],
      }
    },
    exists: async (id) => world.get(id) !== undefined,
    async exhaust() { world.limits.set('*', 3) },
  }
}
