/**
 * The one door to drizzle-orm. Its ES modules cost about 300 MB and half a second at import, its CommonJS build a fifth of
 * both, so everything here takes it from `require`. (`__filename` serves drizzle-kit, which compiles this file to CommonJS.)
 */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url ?? __filename)

export const core = require('drizzle-orm/pg-core') as typeof import('drizzle-orm/pg-core')
export const { alias } = core
export const { and, asc, desc, eq, getTableName, gt, gte, inArray, isNotNull, isNull, lt, lte, ne, not, or, sql } = require('drizzle-orm') as typeof import('drizzle-orm')
export const { drizzle } = require('drizzle-orm/node-postgres') as typeof import('drizzle-orm/node-postgres')
export const { migrate } = require('drizzle-orm/node-postgres/migrator') as typeof import('drizzle-orm/node-postgres/migrator')
