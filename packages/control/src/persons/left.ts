import { sql, type Transaction } from '@hubfleet/database'
import type { Erasing } from './erase-rows.ts'

/** What an erasure does not reach, and who can. */
export interface Left { what: string; nextStep: string }

/** Without the name: this is kept as an answer. */
export async function leftOf(tx: Transaction, { tenantId, name, tombstone }: Erasing): Promise<Left[]> {
  // No name is a text that no settings hold.
  const text = JSON.stringify(name ?? tombstone)
  const { rows } = await tx.execute<{ hub: string; seen: boolean; named: boolean }>(sql`
    with seen as materialized (select hub_id from cost_rollups where level in ('user-day', 'user-hour') and tenant_id = ${tenantId} and user_name = ${tombstone} union select hub_id from sessions where tenant_id = ${tenantId} and user_name = ${tombstone})
    select name as hub, id in (select hub_id from seen) as seen, position(${text} in spec::text) > 0 as named from hubs where tenant_id = ${tenantId} and deleted_at is null order by name`)
  const { rows: [kept] } = await tx.execute<{ revisions: number }>(sql`select count(*)::int as revisions from revisions where tenant_id = ${tenantId} and position(${text} in spec::text) > 0`)
  const hubsWhere = (which: 'seen' | 'named') => rows.filter((row) => row[which]).map(({ hub }) => hub)
  const [seen, named] = [hubsWhere('seen'), hubsWhere('named')]
  return [
    ...(seen.length > 0 ? [{ what: `The account, and with it JupyterHub's own database and the files, in ${seen.join(', ')}`, nextStep: 'hubfleet user delete NAME --hub HUB --home delete' }] : []),
    ...(named.length > 0 ? [{ what: `The settings of ${named.join(', ')}, which name the person`, nextStep: 'hubfleet hub update HUB, with access and culling that name the person no more' }] : []),
    ...(kept!.revisions > 0 ? [{ what: `${kept!.revisions} older revisions of settings that name the person`, nextStep: 'They go with the hub: hubfleet hub delete HUB' }] : []),
    { what: 'Answers to repeated calls', nextStep: 'Nothing: they are forgotten after a day' },
    { what: 'Backups of Hubfleet\'s database', nextStep: 'Let them expire; after a restore, erase again' },
    { what: 'The provider\'s bills and logs, where disks and pods are named after people', nextStep: 'Ask the provider, or let its retention pass' },
    { what: 'Files that were exported before, and logs of who called this', nextStep: 'Delete them where they were saved' },
  ]
}
