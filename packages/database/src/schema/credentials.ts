import { core } from '../drizzle.ts'
import type { Condition, CredentialCloud, CredentialType } from '@hubfleet/core'
import { at, createdAt, generation, id, tenantId } from './columns.ts'

const { index, integer, jsonb, pgTable, text, uniqueIndex } = core

/** How Hubfleet gets into the clouds of a tenant. */
export const credentials = pgTable('credentials', {
  id: id(),
  tenantId: tenantId(),
  name: text().notNull(),
  cloud: text().$type<CredentialCloud>().notNull(),
  state: text().$type<CredentialState>().notNull(),
  /** All of it but its secret. */
  spec: jsonb().$type<Record<string, unknown> & { type: CredentialType }>().notNull(),
  /** Its secret fields, as JWE bound to the id. Null where there are none. */
  secrets: text(),
  status: jsonb().$type<CredentialStatus>().notNull().default({}),
  conditions: jsonb().$type<Condition[]>().notNull().default([]),
  generation: generation(),
  observedGeneration: integer().notNull().default(0),
  createdAt: createdAt(),
  updatedAt: createdAt(),
  wakeAt: at(),
}, (t) => [uniqueIndex('credentials_name').on(t.tenantId, t.name), index('credentials_list').on(t.tenantId, t.createdAt, t.id), index('credentials_wake').on(t.wakeAt)])

export type CredentialState = 'checking' | 'ready' | 'refused'

/** What the cloud said of it when it was asked last. */
export interface CredentialStatus {
  identity?: string
  account?: string
  /** Permissions that it does not have, by the cloud's names. */
  missing?: string[]
  checkedAt?: string
}

/** By which Hubfleet signs tokens that say which tenant they are for; clouds get the public halves. Of no tenant. */
export const signingKeys = pgTable('signing_keys', {
  /** As in the tokens' header. */
  id: id(),
  publicKey: jsonb().$type<Record<string, unknown>>().notNull(),
  /** The private half, as JWE bound to the id. */
  sealed: text().notNull(),
  createdAt: createdAt(),
  /** Published before, so that every cloud knows it by then. */
  signsFrom: at().notNull(),
})

export type CredentialRow = typeof credentials.$inferSelect
export type SigningKeyRow = typeof signingKeys.$inferSelect
