import type { JsonObject } from '../json.ts'
import { isObject, pointerOf, valueAt } from '../json.ts'
import { deepMerge } from './merge.ts'
import type { HubSpec } from './spec.ts'
import { typedValues } from './typed-values.ts'

/** What a spec says of people, typed fields and raw values together; JupyterHub makes it true again at each of its starts. */
export interface SpecPeople {
  /** Whom it names, each with the field that does: a JSON pointer into the spec. */
  admins: ReadonlyMap<string, string>
  users: ReadonlyMap<string, string>
  /** Everybody who can log in may use the hub. */
  everybody: boolean
  /** Whoever has an account may use the hub. */
  known: boolean
  /** The field by which the login decides over groups; null where people do. */
  managedGroups: string | null
  /** The spawner deletes a home with its account. */
  spawnerDeletesHomes: boolean
  namedServers: boolean
}

/** As JupyterHub does by itself with each name. */
export const userNameOf = (name: string): string => name.toLowerCase()

export function peopleOfSpec(spec: HubSpec): SpecPeople {
  const values = deepMerge(typedValues(spec), spec.values)
  const config = (valueAt(values, ['hub', 'config']) ?? {}) as JsonObject
  const sections = Object.entries(config).filter(([name, section]) => /Authenticator$/.test(name) && isObject(section)) as [string, JsonObject][]
  const named = (list: 'users' | 'admins', key: string) => new Map([
    ...sections.flatMap(([section, fields]) => namesIn(fields[key]).map((name): [string, string] => [name, pointerOf(['values', 'hub', 'config', section, key])])),
    ...spec.access[list].filter((name) => namesIn((config['Authenticator'] as JsonObject | undefined)?.[key]).includes(userNameOf(name))).map((name): [string, string] => [userNameOf(name), `/access/${list}`]),
  ])
  const flag = (key: string) => sections.find(([, fields]) => fields[key] !== undefined)
  const users = named('users', 'allowed_users')
  const existing = flag('allow_existing_users')
  const managed = sections.find(([, fields]) => fields['manage_groups'] === true)
  return {
    admins: named('admins', 'admin_users'),
    users,
    everybody: sections.some(([, fields]) => fields['allow_all'] === true),
    known: existing ? existing[1]['allow_existing_users'] === true : users.size > 0,
    managedGroups: managed ? pointerOf(['values', 'hub', 'config', managed[0], 'manage_groups']) : null,
    spawnerDeletesHomes: spawnerDeletesHomes(spec, config),
    namedServers: valueAt(values, ['hub', 'allowNamedServers']) === true,
  }
}

/** As `renderValues` sets it: only where idle accounts are culled with their homes, unless the raw values decide. */
function spawnerDeletesHomes(spec: HubSpec, config: JsonObject): boolean {
  const raw = valueAt(config, ['KubeSpawner', 'delete_pvc'])
  return raw === undefined ? deletesUsers(spec) : raw === true
}

/** Whether idle accounts are culled, which takes their homes too. */
export const deletesUsers = (spec: HubSpec): boolean => (valueAt(spec.values, ['cull', 'users']) ?? spec.culling.users) === true

const namesIn = (value: unknown): string[] => (Array.isArray(value) ? value.map((name) => userNameOf(String(name))) : [])
