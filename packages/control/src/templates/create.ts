import { Type } from 'typebox'
import { newId, unusedParameters, type HubSpecPatch } from '@hubfleet/core'
import { and, eq, templates, templateVersions } from '@hubfleet/database'
import { chartOfLayer } from '../hubs/require-layer.ts'
import { nameTaken } from '../name-taken.ts'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { ManagedBySchema, NameSchema } from '../wire.ts'
import { requireTemplate } from './require-template.ts'
import { showTemplate, TemplateParametersSchema, TemplateSchema, TemplateSpecSchema } from './template.ts'

export const createTemplate = verb({
  noun: 'template', verb: 'create', summary: 'Make a template', action: 'hub:admin',
  description: 'What hubs of one kind have in common. A template of the tenant `platform` can be used by every tenant, and the policy of a tenant is not asked about what it fixes.',
  input: Type.Object({
    name: NameSchema,
    description: Type.Optional(Type.String({ maxLength: 1000 })),
    parameters: Type.Optional(TemplateParametersSchema),
    spec: TemplateSpecSchema,
    managedBy: Type.Optional(ManagedBySchema),
  }, { $id: 'TemplateCreate', additionalProperties: false }),
  answer: TemplateSchema,
  prepare: (control, caller, params, { spec }) => chartOfLayer(control, caller, params, spec as HubSpecPatch),
  async load({ tx, tenant }, { name }) {
    const [taken] = await tx.select({ id: templates.id }).from(templates).where(and(eq(templates.tenantId, tenant.id), eq(templates.name, name)))
    if (taken) throw nameTaken('template', name)
  },
  async plan({ tenant }, _target, { parameters = [], spec }, chart) {
    requireTemplate(tenant, { parameters, spec }, chart)
    return plainPlan({ diff: [{ op: 'add', path: '', value: { parameters, spec } }], warnings: unusedWarnings({ parameters, spec }) })
  },
  async apply({ tx, tenant, caller, now }, _target, { name, description = '', parameters = [], spec, managedBy = null }) {
    const id = newId('template')
    const [template] = await tx.insert(templates).values({ id, tenantId: tenant.id, name, description, managedBy, createdAt: now, updatedAt: now }).returning()
    const [version] = await tx.insert(templateVersions).values({ templateId: id, version: 1, tenantId: tenant.id, parameters, spec, createdBy: caller.principal, createdAt: now }).returning()
    return { answer: showTemplate({ template: template!, version: version! }), subject: id }
  },
})

export const unusedWarnings = (content: Parameters<typeof unusedParameters>[0]): string[] => unusedParameters(content).map((name) => `Nothing in the template uses the parameter ${name}.`)
