import { Type } from 'typebox'
import { canonicalJson, type HubSpecPatch } from '@hubfleet/core'
import { eq, templates, templateVersions } from '@hubfleet/database'
import { requireSameFiles } from '../managed-by.ts'
import { chartOfLayer } from '../hubs/require-layer.ts'
import { plainPlan, type Plan } from '../plan.ts'
import { verb } from '../verb.ts'
import { ManagedBySchema } from '../wire.ts'
import { unusedWarnings } from './create.ts'
import { requireTemplate } from './require-template.ts'
import { loadTemplate, showTemplate, TemplateParametersSchema, TemplateSchema, TemplateSpecSchema } from './template.ts'

export const updateTemplate = verb({
  noun: 'template', verb: 'update', summary: 'Make the next version of a template', action: 'hub:admin',
  description: 'Hubs that were made from it stay as they are until `hubRebase` or a change of their template moves them on.',
  input: Type.Object({
    description: Type.Optional(Type.String({ maxLength: 1000 })),
    parameters: Type.Optional(TemplateParametersSchema),
    spec: Type.Optional(TemplateSpecSchema),
    managedBy: Type.Optional(ManagedBySchema),
  }, { $id: 'TemplateUpdate', additionalProperties: false, minProperties: 1 }),
  answer: TemplateSchema,
  prepare: (control, caller, params, { spec }) => chartOfLayer(control, caller, params, spec as HubSpecPatch | undefined),
  load: (context) => loadTemplate(context, context.params.template!, { lock: true, own: true }),
  revision: ({ template }) => template.version,
  async plan({ tenant }, { template, version }, input, chart) {
    requireSameFiles('template', template, input.managedBy)
    const before = { description: template.description, parameters: version.parameters, spec: version.spec }
    const after = { description: input.description ?? before.description, parameters: input.parameters ?? before.parameters, spec: input.spec ?? before.spec }
    requireTemplate(tenant, after, chart)
    const changed = (Object.keys(after) as (keyof typeof after)[]).filter((key) => canonicalJson(before[key]) !== canonicalJson(after[key]))
    const diff: Plan['diff'] = changed.map((key) => ({ op: 'replace', path: `/${key}`, value: after[key] }))
    return plainPlan({ effect: { after, changed: changed.length > 0 }, diff, warnings: unusedWarnings(after) })
  },
  async apply({ tx, caller, now }, before, _input, { effect: { after, changed } }) {
    // the same again is no new version
    if (!changed) return { answer: showTemplate(before), subject: before.template.id }
    const { description, parameters, spec } = after
    const next = before.template.version + 1
    const [version] = await tx.insert(templateVersions).values({ templateId: before.template.id, version: next, tenantId: before.template.tenantId, parameters, spec, createdBy: caller.principal, createdAt: now }).returning()
    const [template] = await tx.update(templates).set({ description, version: next, updatedAt: now }).where(eq(templates.id, before.template.id)).returning()
    return { answer: showTemplate({ template: template!, version: version! }), subject: before.template.id }
  },
})
