import type { Static } from 'typebox'
import type { HubLayers } from '@hubfleet/core'
import type { ClusterRow } from '@hubfleet/database'
import type { ReadContext } from '../verb.ts'
import { defaultLayers } from './layers.ts'
import { templateLayer, type HubTemplateSchema } from './template-layer.ts'

/** All layers that a new hub would have but its own. */
export async function layersBelow(context: ReadContext, cluster: ClusterRow, { name, template }: { name: string; template?: Static<typeof HubTemplateSchema> | undefined }): Promise<Omit<HubLayers, 'own'>> {
  return { ...await defaultLayers(context, cluster), ...(template && { template: await templateLayer(context, name, template) }) }
}
