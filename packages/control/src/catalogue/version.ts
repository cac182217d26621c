import { Type } from 'typebox'
import { Problem } from '@hubfleet/core'
import { catalogueVersions, desc, eq, type CatalogueVersionRow, type Transaction } from '@hubfleet/database'
import { catalogueAgeDays, catalogueOf, isOld, shippedCatalogues, type Catalogue } from '@hubfleet/pricing'
import { NullableText, NullableTime, OpenEnum } from '../wire.ts'

export const versionFields = {
  id: Type.String({ description: 'As estimates name it: `catalogue.version`, with the provider before it where it came with Hubfleet' }),
  provider: Type.String({ description: 'gcp, azure, aws or sandbox' }),
  state: OpenEnum('shipped', 'applied', 'rejected'),
  inForce: Type.Boolean({ description: 'Whether prices are those of this version now' }),
  asOf: Type.String({ format: 'date', description: 'Day of the newest figures' }),
  ageDays: Type.Integer(),
  old: Type.Boolean({ description: 'Older than 180 days: what is reckoned by it is told with a warning' }),
  source: Type.String({ description: 'Where prices of machines were read' }),
  digest: { ...NullableText, description: 'sha256 of what was read; null for a shipped one' },
  found: Type.Union([Type.Integer(), Type.Null()], { description: 'Prices that the source told, of those that the catalogue has' }),
  changed: Type.Union([Type.Integer(), Type.Null()], { description: 'So many of them were others before' }),
  keptCount: Type.Integer({ description: 'Prices that stayed as they were, since the source told none or an odd one' }),
  reasons: Type.Array(Type.String(), { description: 'Why all of it was rejected' }),
  readAt: { ...NullableTime, description: 'Null for a shipped one' },
}

/** A version without its prices; `catalogue` loads those. */
export interface Version { id: string; provider: string; state: 'shipped' | 'applied' | 'rejected'; asOf: string; source: string; row: Omit<CatalogueVersionRow, 'catalogue' | 'kept'> | null }

const shippedVersions = (): (Version & { catalogue: Catalogue })[] => shippedCatalogues().map((catalogue) => ({
  id: `${catalogue.provider}-${catalogue.version}`, provider: catalogue.provider, state: 'shipped', asOf: catalogue.asOf, source: catalogue.sources['machines']?.source ?? '', row: null, catalogue,
}))

/** All there ever were, the newest first, and those that came with Hubfleet last. */
export async function allVersions(tx: Transaction): Promise<Version[]> {
  const { kept: _kept, catalogue: _catalogue, ...columns } = columnsOf
  const rows = await tx.select(columns).from(catalogueVersions).orderBy(desc(catalogueVersions.createdAt), desc(catalogueVersions.id))
  return [...rows.map((row): Version => ({ id: row.id, provider: row.provider, state: row.state, asOf: row.asOf, source: row.source, row })), ...shippedVersions()]
}

const columnsOf = {
  id: catalogueVersions.id, provider: catalogueVersions.provider, state: catalogueVersions.state, asOf: catalogueVersions.asOf, source: catalogueVersions.source, digest: catalogueVersions.digest, found: catalogueVersions.found,
  changed: catalogueVersions.changed, reasons: catalogueVersions.reasons, kept: catalogueVersions.kept, keptCount: catalogueVersions.keptCount, catalogue: catalogueVersions.catalogue, createdAt: catalogueVersions.createdAt,
}

/** `ref` is a version, or a provider: the one in force for it. Throws `not-found`. */
export async function loadVersion(tx: Transaction, ref: string): Promise<Version & { catalogue: Catalogue | null; kept: CatalogueVersionRow['kept'] }> {
  const id = idInForce(ref) ?? ref
  const shipped = shippedVersions().find((version) => version.id === id)
  if (shipped) return { ...shipped, kept: [] }
  const [row] = await tx.select(columnsOf).from(catalogueVersions).where(eq(catalogueVersions.id, id))
  if (!row) throw new Problem('not-found', { noun: 'catalogue', ref })
  const { catalogue, kept, ...rest } = row
  return { id, provider: row.provider, state: row.state, asOf: row.asOf, source: row.source, row: rest, catalogue: catalogue as Catalogue | null, kept }
}

/** The id of the version that a provider is priced by in this process. */
function idInForce(provider: string): string | null {
  const catalogue = catalogueOf(provider)
  if (!catalogue) return null
  return shippedCatalogues().includes(catalogue) ? `${catalogue.provider}-${catalogue.version}` : catalogue.version
}

export function showVersion({ id, provider, state, asOf, source, row }: Version, now: Date) {
  const ageDays = catalogueAgeDays({ asOf }, now)
  return {
    id, provider, state, inForce: idInForce(provider) === id, asOf, ageDays, old: isOld({ asOf, fictional: catalogueOf(provider)?.fictional ?? false }, now), source, digest: row?.digest ?? null, found: row?.found ?? null, changed: row?.changed ?? null,
    keptCount: row?.keptCount ?? 0, reasons: row?.reasons ?? [], readAt: row?.createdAt.toISOString() ?? null,
  }
}
