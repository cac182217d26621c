import type { HubSite, Provider } from '../../packages/providers/src/index.ts'

/** Everything by which a step of a hub touches the world; the rest of a site only looks. */
const acts = new Set<string>(['createNamespace', 'deleteNamespace', 'install', 'repair', 'uninstall', 'setSeats', 'deleteUserPods', 'deleteHomes', 'deleteDatabase', 'sweep'] satisfies (keyof HubSite)[])

/** The provider, each of whose acts on hubs runs inside `around`. */
export function aroundActs(provider: Provider, around: (act: string, namespace: string, run: () => Promise<unknown>) => Promise<unknown>): Provider {
  return {
    ...provider,
    async open(cluster) {
      const handle = await provider.open(cluster)
      return {
        ...handle,
        hub: (ref) => new Proxy(handle.hub(ref), {
          get(site, method: keyof HubSite) {
            const call = (...args: unknown[]) => (site[method] as (...given: unknown[]) => Promise<unknown>)(...args)
            return acts.has(method) ? (...args: unknown[]) => around(method, ref.namespace, () => call(...args)) : call
          },
        }),
      }
    },
  }
}
