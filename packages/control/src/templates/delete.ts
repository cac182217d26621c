import { Problem } from '@hubfleet/core'
import { eq, sql, templates } from '@hubfleet/database'
import { plainPlan } from '../plan.ts'
import { verb } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { loadTemplate, showTemplate, TemplateSchema } from './template.ts'

export const deleteTemplate = verb({
  noun: 'template', verb: 'delete', summary: 'Delete a template with all its versions', description: 'Never while a hub stands on it.', action: 'hub:admin',
  input: Nothing,
  answer: TemplateSchema,
  load: (context) => loadTemplate(context, context.params.template!, { lock: true, own: true }),
  revision: ({ template }) => template.version,
  async plan({ tx }, { template }) {
    // Hubs of other tenants count as well: only the platform sees them all, so the database counts for us.
    const { rows: [row] } = await tx.execute<{ count: number }>(sql`select hubs_of_template(${template.id}) as count`)
    if (row!.count > 0) throw new Problem('still-in-use', { noun: 'template', ref: template.name, count: row!.count, users: 'hubs' })
    return plainPlan()
  },
  async apply({ tx }, target) {
    await tx.delete(templates).where(eq(templates.id, target.template.id))
    return { answer: showTemplate(target), subject: target.template.id }
  },
})
