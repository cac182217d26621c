import { Type } from 'typebox'
import { and, asc, eq, templates, templateVersions } from '@hubfleet/database'
import { pageInput, pageOf, paginate, rowsAfter } from '../pagination.ts'
import { query } from '../verb.ts'
import { ManagedByFilter } from '../wire.ts'
import { loadTemplate, showTemplate, TemplateSchema, usable } from './template.ts'

export const getTemplate = query({
  noun: 'template', verb: 'get', summary: 'A template', action: 'tenant:read', answer: TemplateSchema,
  input: Type.Object({ atVersion: Type.Optional(Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1, description: 'Which version of it; default: the newest' })) }, { additionalProperties: false }),
  run: async (context, { atVersion: version }) => showTemplate(await loadTemplate(context, context.params.template!, { version })),
  revision: (template) => template['newestVersion'] as number,
})

export const listTemplates = query({
  noun: 'template', verb: 'list', summary: 'The templates of a tenant, and those of the platform', action: 'tenant:read',
  input: pageInput({ managedBy: ManagedByFilter }), answer: pageOf(TemplateSchema, 'TemplatePage'),
  run: ({ tx, control, tenant }, input) => paginate(control, 'templates', input, [tenant.id, input.managedBy], async (after, count) => {
    const rows = await tx.select({ template: templates, version: templateVersions }).from(templates)
      .innerJoin(templateVersions, and(eq(templateVersions.templateId, templates.id), eq(templateVersions.version, templates.version)))
      .where(and(input.managedBy === undefined ? usable(tenant.id) : and(eq(templates.tenantId, tenant.id), eq(templates.managedBy, input.managedBy)), rowsAfter(templates, after)))
      .orderBy(asc(templates.createdAt), asc(templates.id)).limit(count)
    return rows.map((row) => ({ createdAt: row.template.createdAt, id: row.template.id, row }))
  }, ({ row }) => showTemplate(row)),
})
