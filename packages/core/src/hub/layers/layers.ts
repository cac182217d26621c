import type { HubSpecPatch } from '../spec.ts'

/** What lies under a hub's own fields, the lowest first. */
export const layerNames = ['platform', 'cluster', 'template'] as const
export type LayerName = (typeof layerNames)[number]

/** One layer as a revision of a hub is pinned to it: a copy, since the layer may change and a revision never does. */
export interface Layer {
  /** Typed fields as a JSON merge patch, and raw values in `values`; each over those of the layers below. */
  spec: HubSpecPatch
  /** What of it the platform vouches for: the policy of the tenant is not asked about that. */
  trusted?: HubSpecPatch
}

export interface TemplateLayer extends Layer {
  id: string
  name: string
  version: number
  /** As given, without the template's defaults. */
  parameters: Record<string, unknown>
}

/** What the spec of a hub is composed of: `composeSpec` of it is the spec. */
export interface HubLayers {
  platform?: Layer
  cluster?: Layer & { name: string }
  template?: TemplateLayer
  /** What the hub itself sets, as a JSON merge patch over the layers; a null takes away what they set. */
  own: HubSpecPatch
  /** What of `own` a set of files said last (`hubfleet apply`): what the files say no more goes, and what others set stays. */
  applied?: HubSpecPatch
}
