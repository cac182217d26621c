import { core } from '../drizzle.ts'
import { at, tenantId } from './columns.ts'

const { index, pgTable, primaryKey, text } = core

/** What servers told of the images that they run. Each tenant has its own: what one's servers say of an image is nobody else's evidence. */
export const seenImages = pgTable('seen_images', {
  tenantId: tenantId(),
  digest: text().notNull(),
  /** As the pod named it. */
  image: text().notNull(),
  /** The version of JupyterHub in it; null where a server that was asked did not tell. */
  jupyterhub: text(),
  askedAt: at().notNull(),
}, (t) => [primaryKey({ columns: [t.tenantId, t.digest] }), index('seen_images_image').on(t.tenantId, t.image)])

export type SeenImageRow = typeof seenImages.$inferSelect
