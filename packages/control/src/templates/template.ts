import { Type } from 'typebox'
import { isId, Problem, TemplateParameterSchema } from '@hubfleet/core'
import { and, eq, or, platformTenantId, sql, templates, templateVersions, type TemplateRow, type TemplateVersionRow } from '@hubfleet/database'
import type { ReadContext } from '../verb.ts'
import { IdSchema, NullableText, TimeSchema } from '../wire.ts'

export const TemplateSpecSchema = Type.Record(Type.String(), Type.Unknown(), {
  description: 'Fields of a hub\'s spec, raw values among them. `${{ parameters.name }}` stands for a parameter, `${{ hub.name }}` for the hub\'s name; `$${{` is a text with these braces',
})
export const TemplateParametersSchema = Type.Array(TemplateParameterSchema, { maxItems: 100, description: 'What each hub may choose' })

export const TemplateSchema = Type.Object({
  id: IdSchema('template'),
  tenantId: IdSchema('tenant'),
  name: Type.String(),
  description: Type.String(),
  version: Type.Integer({ description: 'The version that is shown; the ETag' }),
  newestVersion: Type.Integer(),
  parameters: TemplateParametersSchema,
  spec: TemplateSpecSchema,
  managedBy: NullableText,
  createdAt: TimeSchema,
  updatedAt: TimeSchema,
}, { $id: 'Template' })

export interface VersionedTemplate { template: TemplateRow; version: TemplateVersionRow }

export const showTemplate = ({ template, version }: VersionedTemplate) => ({
  id: template.id, tenantId: template.tenantId, name: template.name, description: template.description, version: version.version, newestVersion: template.version,
  parameters: version.parameters, spec: version.spec, managedBy: template.managedBy, createdAt: template.createdAt.toISOString(), updatedAt: template.updatedAt.toISOString(),
})

/** A template with one version of it: one of the tenant's own, or one of the platform, which all may use. Its own comes first where names meet. */
export async function loadTemplate({ tx, tenant }: Pick<ReadContext, 'tx' | 'tenant'>, ref: string, { version, lock = false, own = false }: { version?: number | undefined; lock?: boolean; own?: boolean } = {}): Promise<VersionedTemplate> {
  const select = tx.select({ template: templates, version: templateVersions }).from(templates)
    .innerJoin(templateVersions, and(eq(templateVersions.templateId, templates.id), eq(templateVersions.version, version ?? templates.version)))
    .where(and(isId(ref, 'template') ? eq(templates.id, ref) : eq(templates.name, ref), own ? eq(templates.tenantId, tenant.id) : usable(tenant.id)))
    .orderBy(sql`${templates.tenantId} <> ${tenant.id}`).limit(1)
  const [row] = await (lock ? select.for('update', { of: templates }) : select)
  if (!row) throw new Problem('not-found', { noun: 'template', ref: version === undefined ? ref : `${ref} in version ${version}` })
  return row
}

export const usable = (tenantId: string) => or(eq(templates.tenantId, tenantId), eq(templates.tenantId, platformTenantId))
