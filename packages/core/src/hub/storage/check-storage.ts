import { posix } from 'node:path'
import { isObject, valueAt } from '../../json.ts'
import type { ProblemField } from '../../problems/problem.ts'
import { parseQuantity } from '../../units.ts'
import { isExternal, type HubDatabase } from './database.ts'
import type { HubSpec } from '../spec.ts'
import { defaultHome, mountPathOf, type HubStorage } from './storage.ts'

type Stored = Pick<HubSpec, 'storage' | 'database' | 'values'>

/** Whether homes, shared folders and the hub's database can be as a spec has them. */
export function checkStorage(spec: Stored): ProblemField[] {
  return [...checkHomes(spec.storage), ...checkShared(spec), ...checkDatabase(spec.database)]
}

const fault = (pointer: string, code: string, detail: string): ProblemField => ({ pointer, code, detail })

function checkHomes({ type, capacity, static: homes, homeMountPath }: HubStorage): ProblemField[] {
  const faults = checkQuantity(capacity, '/storage/capacity')
  if (type === 'static' && !homes) faults.push(fault('/storage/static', 'required', 'With static storage, name the claim that all share, or the NFS folder.'))
  if (homes) faults.push(...checkSource(homes, '/storage/static'), ...checkTemplate(homes.subPath))
  if (homeMountPath !== undefined) faults.push(...checkMountPath(homeMountPath, '/storage/homeMountPath'))
  return faults
}

const hubClaim = 'hub-db-dir'

/** Exactly one of a claim and an NFS folder. */
function checkSource({ claim, nfs, subPath }: { claim?: string; nfs?: { path: string }; subPath?: string }, pointer: string): ProblemField[] {
  const faults: ProblemField[] = []
  if (!claim && !nfs) faults.push(fault(pointer, 'required', 'Name a claim of the namespace, or an NFS folder.'))
  if (claim && nfs) faults.push(fault(`${pointer}/nfs`, 'conflict', 'Name a claim or an NFS folder, not both.'))
  if (claim === hubClaim) faults.push(fault(`${pointer}/claim`, 'unfit', "This is the hub's own database, with the tokens of all people in it."))
  if (nfs && !isInside(nfs.path.slice(1))) faults.push(fault(`${pointer}/nfs/path`, 'path', 'The path may not go upwards.'))
  if (subPath !== undefined && !isInside(subPath)) faults.push(fault(`${pointer}/subPath`, 'path', 'This is a folder inside: it begins with no slash and does not go upwards.'))
  return faults
}

const isInside = (path: string): boolean => !path.startsWith('/') && !path.split('/').includes('..')

/** What the spawner puts in for a name in braces. One that it does not know stops every server from starting. */
const templateNames = ['username', 'user_server', 'servername', 'userid', 'unescaped_username', 'unescaped_servername', 'escaped_username', 'escaped_servername', 'escaped_user_server', 'safe_username', 'safe_servername', 'safe_user_server', 'hubnamespace']

function checkTemplate(subPath: string | undefined): ProblemField[] {
  const unknown = (subPath?.match(/{[^}]*}?|}/g) ?? []).find((found) => !templateNames.includes(found.slice(1, -1)))
  return unknown ? [fault('/storage/static/subPath', 'braces', `The spawner does not know ${unknown}; it knows {username}, {user_server} and {servername}.`)] : []
}

function checkShared({ storage, values }: Stored): ProblemField[] {
  const faults: ProblemField[] = []
  const home = posix.normalize(`${storage.homeMountPath ?? defaultHome}/`)
  const places = storage.shared.map((folder) => posix.normalize(`${mountPathOf(folder, storage)}/`))
  for (const [index, folder] of storage.shared.entries()) {
    const pointer = `/storage/shared/${index}`
    const place = places[index]!
    faults.push(...checkSource(folder, pointer))
    if (/[{}]/.test(`${folder.subPath ?? ''}${folder.mountPath ?? ''}`)) faults.push(fault(pointer, 'braces', 'Everybody has the same folder: leave the braces out.'))
    if (folder.mountPath) faults.push(...checkMountPath(folder.mountPath, `${pointer}/mountPath`))
    if (home.startsWith(place)) faults.push(fault(`${pointer}/mountPath`, 'conflict', `This would hide the homes in ${home}: choose a folder inside or beside.`))
    if (places.indexOf(place) < index) faults.push(fault(`${pointer}/mountPath`, 'conflict', 'Another shared folder is there already.'))
    if (storage.shared.findIndex(({ name }) => name === folder.name) < index) faults.push(fault(`${pointer}/name`, 'conflict', 'Another shared folder has this name.'))
  }
  const raw = storage.shared.length > 0 ? ['extraVolumes', 'extraVolumeMounts'].find((key) => isSet(valueAt(values, ['singleuser', 'storage', key]))) : undefined
  if (raw) faults.push(fault(`/values/singleuser/storage/${raw}`, 'conflict', 'These raw values would replace the folders of storage.shared: keep all in one place.'))
  return faults
}

const isSet = (value: unknown): boolean => (Array.isArray(value) || isObject(value) ? Object.keys(value).length > 0 : value !== undefined && value !== null)

function checkMountPath(path: string, pointer: string): ProblemField[] {
  const [top = ''] = posix.normalize(path).split('/').filter(Boolean)
  if (path.includes('..') || path.includes(':')) return [fault(pointer, 'path', 'This must be an absolute path without a colon that does not go upwards.')]
  return ['', 'bin', 'boot', 'dev', 'etc', 'lib', 'lib64', 'proc', 'run', 'sbin', 'sys', 'usr'].includes(top)
    ? [fault(pointer, 'path', `Mounted over /${top}, no server would start. Choose a folder such as /home/jovyan or /srv/data.`)] : []
}

function checkDatabase(database: HubDatabase): ProblemField[] {
  const faults = checkQuantity(database.capacity, '/database/capacity')
  const parts = ['host', 'name', 'user'] as const
  if (isExternal(database)) {
    for (const part of parts) if (!database[part]) faults.push(fault(`/database/${part}`, 'required', `With ${database.type}, name the ${part} of the database.`))
  } else {
    const given = [...parts, 'port' as const, 'options' as const].find((part) => database[part] !== undefined)
    if (given) faults.push(fault(`/database/${given}`, 'unfit', `With ${database.type} there is no server to reach: leave it out, or set the type to postgres or mysql.`))
  }
  return faults
}

function checkQuantity(quantity: string, pointer: string): ProblemField[] {
  const size = parseQuantity(quantity)
  return size === null || size < 1 ? [fault(pointer, 'quantity', 'This is no size that Kubernetes takes. Write it as 10Gi or 500Mi.')] : []
}

/** What works and is hardly meant. */
export function warnStorage({ storage, database }: Stored): { code: 'one-home-for-all' | 'database-not-kept'; pointer: string; what: string }[] {
  const { subPath } = storage.static ?? {}
  const oneForAll = storage.type === 'static' && subPath !== undefined && !/{(?!hubnamespace|servername)/.test(subPath)
  return [
    ...(oneForAll ? [{ code: 'one-home-for-all' as const, pointer: '/storage/static/subPath', what: 'All people have one and the same home: each can read and change what the others have. Put {username} into the path.' }] : []),
    ...(database.type === 'sqlite-memory' ? [{ code: 'database-not-kept' as const, pointer: '/database/type', what: 'At each restart, any change of it among them, the hub forgets users, tokens and the servers that run.' }] : []),
  ]
}
