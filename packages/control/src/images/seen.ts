import { movingTag, parseImage } from '@hubfleet/core'
import { and, desc, eq, inArray, isNotNull, or, seenImages } from '@hubfleet/database'
import type { ReadContext } from '../verb.ts'

/** What servers of a tenant told of the images they ran. */
export interface Seen { byDigest: Record<string, string>; byImage: Record<string, string> }

/** Of images by the name that a spec gives them, and of those of the digests. */
export async function seenOf({ tx, tenant }: Pick<ReadContext, 'tx' | 'tenant'>, images: readonly string[], digests: readonly string[]): Promise<Seen> {
  const rows = images.length + digests.length === 0 ? [] : await tx.select().from(seenImages)
    .where(and(eq(seenImages.tenantId, tenant.id), isNotNull(seenImages.jupyterhub), or(inArray(seenImages.image, [...images]), inArray(seenImages.digest, [...digests])))).orderBy(desc(seenImages.askedAt))
  return {
    byDigest: Object.fromEntries(rows.map(({ digest, jupyterhub }) => [digest, jupyterhub!])),
    byImage: Object.fromEntries(rows.toReversed().map(({ image, jupyterhub }) => [image, jupyterhub!])),
  }
}

/** By the digest that a registry or the name tells; where neither does, or nodes know another one, a name whose tag moves not is the same image too. */
export function toldOf({ byDigest, byImage }: Seen, text: string, digest: string | null): string | null {
  const reference = parseImage(text)
  const told = byDigest[digest ?? ''] ?? byDigest[reference?.digest ?? '']
  return told ?? (reference && !movingTag(reference.tag) ? byImage[text] ?? null : null)
}
