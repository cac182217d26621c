import { checkTemplate, openPlaces, refuse, sampleOf, type HubSpecPatch, type TemplateContent } from '@hubfleet/core'
import type { ChartRow, TenantRow } from '@hubfleet/database'
import { requireLayer } from '../hubs/require-layer.ts'

/** Refuses a template that could make no hub, whatever its parameters. */
export function requireTemplate(tenant: TenantRow, content: TemplateContent, chart: ChartRow | null): void {
  refuse(checkTemplate(content))
  const open = openPlaces(content)
  requireLayer(tenant, sampleOf(content) as HubSpecPatch, chart, { at: '/spec', open })
}
