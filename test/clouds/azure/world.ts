/** Everything in the local Azure's one subscription, which lives by a clock that the test moves. */
import { ArmFailure, notFound, type Resource } from './arm.ts'

export const region = 'westeurope'
export const subscription = '11111111-2222-4333-8444-555555555555'
export const directory = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee'
export const clientId = '99999999-8888-4777-8666-555555555555'

export interface Sku { name: string; family: string; vcpus: number; memoryGiB: number; zones: string[]; barred?: boolean }
export const skus: Sku[] = [
  { name: 'Standard_D2s_v5', family: 'standardDSv5Family', vcpus: 2, memoryGiB: 8, zones: ['1', '2', '3'] },
  { name: 'Standard_D4s_v5', family: 'standardDSv5Family', vcpus: 4, memoryGiB: 16, zones: ['1', '2', '3'] },
  { name: 'Standard_E4s_v5', family: 'standardESv5Family', vcpus: 4, memoryGiB: 32, zones: ['1', '2'] },
  { name: 'Standard_E8s_v5', family: 'standardESv5Family', vcpus: 8, memoryGiB: 64, zones: ['1', '2'] },
  { name: 'Standard_NC24ads_A100_v4', family: 'StandardNCADSA100v4Family', vcpus: 24, memoryGiB: 220, zones: ['1'], barred: true },
]
export const versions = ['1.32.9', '1.33.5', '1.34.1', '1.34.2', '1.35.0']

export interface Group { name: string; location: string; tags: Record<string, string>; managedBy?: string; state: 'Succeeded' | 'Deleting' }

export interface Pool extends Record<string, unknown> { name: string; count: number; vmSize: string; mode: string; provisioningState: string }

export class World {
  now = Date.parse('2026-03-02T08:00:00Z')
  subscriptionState = 'Enabled'
  readonly registered = new Map([['Microsoft.ContainerService', 'Registered'], ['Microsoft.Compute', 'Registered'], ['Microsoft.Network', 'Registered']])
  /** What the app may do. */
  permissions: { actions: string[]; notActions: string[]; dataActions: string[]; notDataActions: string[] }[] = [{ actions: ['*'], notActions: [], dataActions: ['*'], notDataActions: [] }]
  /** Permissions that were asked for. */
  readonly used = new Set<string>()
  readonly groups = new Map<string, Group>()
  readonly resources = new Map<string, Resource>()
  /** Limits of counters that are not as wide as they are by default. */
  readonly limits = new Map<string, number>()
  /** Resource groups on which somebody put a lock. */
  readonly locks = new Set<string>()
  /** How the next operation of a kind ends that would end well. */
  readonly failures = new Map<string, { code: string; message: string }>()
  readonly operations = new Map<string, { name: string; done: () => boolean; failed: () => boolean; at: number }>()
  #events: { at: number; run: () => void }[] = []
  #numbers = 0

  number(): number { return ++this.#numbers }

  after(seconds: number, run: () => void): void { this.#events.push({ at: this.now + seconds * 1000, run }) }

  advance(seconds: number): void {
    const until = this.now + seconds * 1000
    for (;;) {
      const [next] = this.#events.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
      if (!next) break
      this.#events = this.#events.filter((event) => event !== next)
      this.now = Math.max(this.now, next.at)
      next.run()
    }
    this.now = until
  }

  group(name: string): Group {
    const group = this.groups.get(name.toLowerCase())
    if (!group) throw new ArmFailure(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`)
    return group
  }

  /** For what writes: nothing goes into a group that is going. */
  openGroup(name: string): Group {
    const group = this.group(name)
    if (group.state === 'Deleting') throw new ArmFailure(409, 'ResourceGroupBeingDeleted', `The resource group '${name}' is in deprovisioning state and cannot perform this operation.`)
    return group
  }

  idOf(group: string, type: string, name: string): string { return `/subscriptions/${subscription}/resourceGroups/${group}/providers/${type}/${name}` }
  get(id: string): Resource | undefined { return this.resources.get(id.toLowerCase()) }
  need(group: string, type: string, name: string): Resource {
    this.group(group)
    const found = this.get(this.idOf(group, type, name))
    if (!found) throw notFound(`${type}/${name}`, group)
    return found
  }
  put(group: string, type: string, name: string, rest: Partial<Resource> = {}): Resource {
    const id = this.idOf(this.group(group).name, type, name)
    const resource: Resource = { id, name: name.split('/').at(-1)!, type, location: region, properties: {}, ...rest }
    this.resources.set(id.toLowerCase(), resource)
    return resource
  }
  drop(id: string): void { this.resources.delete(id.toLowerCase()) }
  inGroup(group: string): Resource[] { return [...this.resources.values()].filter(({ id }) => id.toLowerCase().startsWith(`/subscriptions/${subscription}/resourcegroups/${group.toLowerCase()}/`)) }

  dropGroup(name: string): void {
    for (const { id } of this.inGroup(name)) this.drop(id)
    this.groups.delete(name.toLowerCase())
  }

  /** Of a family, `cores` or `lowPriorityCores`. */
  vcpus(of: (sku: Sku, spot: boolean) => boolean): number {
    return [...this.resources.values()].filter(({ type }) => type === 'Microsoft.Compute/virtualMachineScaleSets').reduce((sum, { sku, properties }) => {
      const size = skus.find(({ name }) => name === sku!.name)!
      return of(size, properties['spot'] === true) ? sum + size.vcpus * (properties['instances'] as number[]).length : sum
    }, 0)
  }

  limit(counter: string): number { return this.limits.get(counter) ?? this.limits.get('*') ?? 1000 }

  /** A long-running operation: where ARM tells its end. */
  operation(provider: string, done: () => boolean, failed: () => boolean = () => false): string {
    const name = `op-${this.number()}`
    this.operations.set(name, { name, done, failed, at: this.now })
    return `/subscriptions/${subscription}/providers/${provider}/locations/${region}/operations/${name}`
  }
}
