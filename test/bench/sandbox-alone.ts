/** Hubfleet as if there were no place for clusters but the sandbox: no other is even read. */
import { registerHooks } from 'node:module'

const without = new URL('./sandbox-places.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) => (specifier === './places.ts' ? { url: without, shortCircuit: true } : next(specifier, context)),
})
await import('../../packages/main/src/serve.ts')
