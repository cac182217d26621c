import type { PlacesOptions } from '../../packages/main/src/places.ts'
import { createSandboxProvider } from '../../packages/providers/src/sandbox/provider.ts'

export const places = ({ sandbox }: PlacesOptions) => [createSandboxProvider(sandbox)]
