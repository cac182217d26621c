import { Type, type Static } from 'typebox'
import { instantiate, isProblem, refuse, type HubLayers, type TemplateLayer } from '@hubfleet/core'
import { platformTenantId } from '@hubfleet/database'
import { at } from '../at.ts'
import { loadTemplate, TemplateParametersSchema, TemplateSpecSchema, type VersionedTemplate } from '../templates/template.ts'
import type { ReadContext } from '../verb.ts'

const fields = {
  version: Type.Optional(Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1, description: 'Default: the newest, and in a change the one that the hub has' })),
  draft: Type.Optional(Type.Object({ parameters: Type.Optional(TemplateParametersSchema), spec: TemplateSpecSchema }, {
    $id: 'TemplateDraft', additionalProperties: false, description: 'With `validateOnly` only: the plan as if the template had become this',
  })),
}
const name = Type.String({ minLength: 1, maxLength: 63, description: 'Id or name of the template; of two with one name the tenant\'s own' })
const parameters = (description: string) => Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description }))

export const HubTemplateSchema = Type.Object({ name, ...fields, parameters: parameters('A value for each parameter; those that are left out have the template\'s default') }, {
  $id: 'HubTemplateInput', additionalProperties: false, description: 'The template that the hub is made from',
})
export const HubTemplateChangeSchema = Type.Object({ name: Type.Optional(name), ...fields, parameters: parameters('Values that change; null gives one back to the template\'s default') }, {
  $id: 'HubTemplateChange', additionalProperties: false, description: 'Another version or other parameters of the hub\'s template, or another template',
})

type Reference = Static<typeof HubTemplateSchema>
type Change = Static<typeof HubTemplateChangeSchema>

/** The template as a layer of one hub. */
export async function templateLayer(context: ReadContext, hub: string, reference: Reference): Promise<TemplateLayer> {
  const found = await find(context, reference)
  const given = reference.parameters ?? {}
  const { spec, fixed } = instantiate(reference.draft ? { parameters: [], ...reference.draft } : found.version, given, hub)
  // a draft is whoever plans', and not yet the platform's
  const vouched = found.template.tenantId === platformTenantId && (!reference.draft || context.tenant.id === platformTenantId)
  return { id: found.template.id, name: found.template.name, version: found.version.version, parameters: given, spec, ...(vouched && { trusted: fixed }) }
}

interface Found { template: Pick<VersionedTemplate['template'], 'id' | 'name' | 'tenantId'>; version: Pick<VersionedTemplate['version'], 'version' | 'parameters' | 'spec'> }

/** A draft may be of a template that is not there yet, and is not the version that is. */
async function find(context: ReadContext, { name: ref, version, draft }: Reference): Promise<Found> {
  try {
    const found = await at('/template/name', () => loadTemplate(context, ref, { version }))
    return draft ? { ...found, version: { ...found.version, version: found.template.version + 1 } } : found
  } catch (error) {
    if (!draft || !isProblem(error)) throw error
    return { template: { id: 'template_new', name: ref, tenantId: context.tenant.id }, version: { version: 1, parameters: [], spec: {} } }
  }
}

/**
 * The layers with another template, version or parameters. Null takes the template away, and what the hub itself set stays.
 * @param whole the change is all there is to say of the template, as files do: parameters are not merged, and no version means the newest
 */
export async function changeTemplate(context: ReadContext, hub: string, { template: before, ...layers }: HubLayers, change: Change | null, { whole = false } = {}): Promise<HubLayers> {
  if (change === null) return layers
  const same = before && (change.name === undefined || change.name === before.name || change.name === before.id) ? before : undefined
  const ref = whole ? change.name : change.name === undefined || same ? same?.id : change.name
  if (ref === undefined) refuse([{ pointer: '/template/name', code: 'required', detail: 'The hub has no template yet: name one.' }])
  const version = change.version ?? (whole || change.draft ? undefined : same?.version)
  const merged = Object.entries({ ...(!whole && same?.parameters), ...change.parameters }).filter(([, value]) => value !== null)
  return {
    ...layers,
    template: await templateLayer(context, hub, { name: ref!, parameters: Object.fromEntries(merged), ...(version !== undefined && { version }), ...(change.draft && { draft: change.draft }) }),
  }
}

/** A plan may be of a draft; a change never. */
export function requireNoDraft(template: { draft?: unknown } | null | undefined): void {
  if (template?.draft) refuse([{ pointer: '/template/draft', code: 'not-used', detail: 'A draft is for plans: send it with validateOnly, and change the template itself.' }])
}
