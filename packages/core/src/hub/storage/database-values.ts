import type { JsonObject } from '../../json.ts'
import { isExternal, type HubDatabase } from './database.ts'

/** `hub.db` of the chart. The database has its password in. */
export function databaseValues(database: HubDatabase): JsonObject {
  const { type, capacity, storageClass, password } = database
  if (!isExternal(database)) return type === 'sqlite' ? { type: 'sqlite-pvc', pvc: { storage: capacity, storageClassName: storageClass } } : { type }
  return {
    type,
    url: urlOf(database),
    // the driver of postgres reads it from the environment, where the chart puts it; that of mysql does not, and has it in its URL
    password: type === 'postgres' ? password : undefined,
    // the chart upgrades the tables by itself only for sqlite; without it a newer JupyterHub would not start
    upgrade: true,
  }
}

/** For SQLAlchemy, with the drivers that the hub's image has. */
function urlOf({ type, host = '', port, name = '', user = '', password, options }: HubDatabase): string {
  const [scheme, usualPort] = type === 'postgres' ? ['postgresql+psycopg2', 5432] : ['mysql+pymysql', 3306]
  const secret = type === 'mysql' && password !== undefined ? `:${encodeURIComponent(password)}` : ''
  const query = new URLSearchParams(Object.entries(options ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1))).toString()
  return `${scheme}://${encodeURIComponent(user)}${secret}@${host}:${port ?? usualPort}/${encodeURIComponent(name)}${query && `?${query}`}`
}
