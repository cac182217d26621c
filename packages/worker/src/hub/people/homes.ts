import { Problem } from '@hubfleet/core'
import { drifted, inSync, refused, waiting, type Step } from '@hubfleet/engine'
import type { Home } from '@hubfleet/providers'
import type { HubScope } from '../scope.ts'

/** What is to become of somebody's disks, what was found of them before, and what became of them. */
export interface HomeFate {
  wanted: 'keep' | 'delete'
  outcome: 'pending' | 'none' | 'kept' | 'deleted' | 'gone'
  disks: { name: string; sizeGiB: number }[]
}

export const fateOf = (wanted: HomeFate['wanted'], known: unknown): HomeFate => (known as HomeFate | undefined) ?? { wanted, outcome: 'pending', disks: [] }

export const shownDisks = (homes: readonly Home[]): HomeFate['disks'] => homes.map(({ name, sizeGiB }) => ({ name, sizeGiB }))

/** The spawner would delete the disk with the account, as it does by itself; nothing is touched where it should stay. */
export function requireKept({ values, hub }: Pick<HubScope, 'values' | 'hub'>, { wanted, disks }: HomeFate): void {
  const config = (values['hub'] as { config?: { KubeSpawner?: { delete_pvc?: unknown } } } | undefined)?.config?.KubeSpawner
  if (wanted === 'keep' && disks.length > 0 && config?.delete_pvc !== false) throw new Problem('home-cannot-be-kept', { hub: hub.name, field: 'culling.users or values.hub.config.KubeSpawner.delete_pvc' })
}

/** The disks are as decided: still there, or gone. `which` are the claims that belong to what was deleted. */
export function homeStep(name: string, fate: HomeFate, which: (home: Home) => boolean): Step<HubScope> {
  const ours = async ({ site }: HubScope, signal: AbortSignal) => (await site.homes(signal)).filter(which)
  return {
    name, condition: 'Ready',
    async observe(scope, signal) {
      const homes = await ours(scope, signal)
      if (fate.disks.length === 0 && homes.length === 0) {
        fate.outcome = 'none'
        return inSync('there is no disk')
      }
      const size = (disks: readonly { sizeGiB: number }[]) => `${disks.length} of ${disks.reduce((sum, { sizeGiB }) => sum + sizeGiB, 0)} GiB`
      if (fate.wanted === 'keep') {
        const lost = fate.disks.filter((disk) => !homes.some((home) => home.name === disk.name && !home.going))
        fate.outcome = lost.length > 0 ? 'gone' : 'kept'
        if (lost.length > 0) return refused(new Problem('provider-failed', { provider: scope.cluster.name, reason: `the disk ${lost[0]!.name} was to be kept and is being deleted by somebody else` }))
        return inSync(`kept: ${size(homes)}`)
      }
      if (homes.length === 0) {
        fate.outcome = 'deleted'
        return inSync(`deleted: ${size(fate.disks)}`)
      }
      return homes.every(({ going }) => going) ? waiting(`${homes.map((home) => home.name).join(', ')} still being deleted`, 2) : drifted(`${size(homes)} to be deleted`)
    },
    ...(fate.wanted === 'delete' && {
      async act(scope: HubScope, signal: AbortSignal) { await scope.site.deleteHome((await ours(scope, signal)).map((home) => home.name), signal) },
    }),
  }
}
