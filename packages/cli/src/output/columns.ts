import { duration, oneLine } from './text.ts'

export type Row = Record<string, unknown>
export interface Column { title: string; cell(row: Row, now: number): string }

const field = (title: string, path: string): Column => ({ title, cell: (row) => oneLine(at(row, path)) })
const listed = (title: string, path: string): Column => ({ title, cell: (row) => oneLine((at(row, path) as unknown[] | null)?.join(', ') || null) })
/** Who decided what is true, or a dash. */
const flagged = (title: string, path: string): Column => ({ title, cell: (row) => (at(row, path) ? `by ${oneLine(at(row, path))}` : '-') })
const since = (title: string, path: string): Column => ({ title, cell: (row, now) => (typeof at(row, path) === 'string' ? `${duration(now - Date.parse(at(row, path) as string))} ago` : '-') })
const age: Column = { title: 'AGE', cell: ({ createdAt }, now) => (typeof createdAt === 'string' ? duration(now - Date.parse(createdAt)) : '-') }

/** Of a managed cluster pool by pool. */
function nodesOf(row: Row): string {
  const pools = at(row, 'status.pools') as { name: string; ready: number }[] | undefined
  return oneLine(pools ? pools.map(({ name, ready }) => `${name} ${ready}`).join(', ') : at(row, 'status.nodes'))
}

const columns: Record<string, Column[]> = {
  tenant: [field('NAME', 'name'), field('DISPLAY NAME', 'displayName'), field('SANDBOX', 'sandbox'), age],
  key: [field('ID', 'id'), field('NAME', 'name'), field('ROLE', 'role'), field('PREFIX', 'prefix'), field('EXPIRES', 'expiresAt'), field('REVOKED', 'revokedAt'), age],
  credential: [field('NAME', 'name'), field('TYPE', 'spec.type'), field('STATE', 'state'), field('ACCOUNT', 'status.account'), field('IDENTITY', 'status.identity'), since('CHECKED', 'status.checkedAt'), age],
  cluster: [field('NAME', 'name'), field('PROVIDER', 'provider'), field('STATE', 'state'), { title: 'WHERE', cell: (row) => oneLine(row['zone'] ?? row['region']) }, { title: 'NODES', cell: nodesOf }, age],
  signingKey: [field('ID', 'id'), field('STATE', 'state'), field('SIGNS FROM', 'signsFrom'), field('UNTIL', 'signsUntil'), field('PUBLISHED UNTIL', 'publishedUntil'), age],
  billFile: [field('ID', 'id'), field('NAME', 'name'), field('STATE', 'state'), field('BILL', 'bill'), field('WHY', 'problem.detail'), age],
  bill: [field('ID', 'id'), field('FORMAT', 'format'), field('FROM', 'from'), field('TO', 'to'), field('AMOUNT', 'amount'), field('UNMATCHED', 'unmatched'), field('CURRENCY', 'currency'), age],
  catalogue: [field('ID', 'id'), field('STATE', 'state'), field('IN FORCE', 'inForce'), field('AS OF', 'asOf'), field('DAYS', 'ageDays'), field('FOUND', 'found'), field('CHANGED', 'changed'), field('KEPT', 'keptCount'), { title: 'WHY', cell: (row) => oneLine((row['reasons'] as string[] | undefined)?.[0]) }],
  budget: [
    field('NAME', 'name'), field('HUB', 'hub.name'), field('AMOUNT', 'amount'), field('CURRENCY', 'currency'), field('SPENT', 'status.actual'), field('%', 'status.percent'), field('EXPECTED', 'status.forecast.expected'),
    { title: 'IN FORCE', cell: (row) => oneLine((at(row, 'status.thresholds') as { name: string; inForce: boolean }[] | undefined)?.filter(({ inForce }) => inForce).map(({ name }) => name).join(', ') || null) }, field('OVERRIDDEN UNTIL', 'override.until'),
  ],
  grant: [field('ID', 'id'), field('GRANTEE', 'granteeId'), field('HUBS', 'maxHubs'), field('SEATS', 'maxSeats'), age],
  template: [field('NAME', 'name'), field('VERSION', 'version'), field('DESCRIPTION', 'description'), age],
  hub: [
    field('NAME', 'name'), field('STATE', 'state'), field('SEATS', 'spec.capacity.seats'), field('SERVERS', 'status.servers'),
    { title: 'ADDRESS', cell: (row) => oneLine(at(row, 'status.url') ?? at(row, 'status.address')) }, age,
  ],
  region: [field('PROVIDER', 'provider'), field('NAME', 'name'), listed('ZONES', 'zones'), field('MACHINE TYPES', 'machineTypes'), field('PRICES\' AGE IN DAYS', 'ageDays')],
  machineType: [
    field('NAME', 'name'), field('VCPU', 'vcpu'), field('MEMORY GIB', 'memoryGiB'), field('FOR PODS: CPU', 'forPods.cpu'), field('MEMORY GIB', 'forPods.memoryGiB'), field('PODS', 'forPods.pods'),
    field('USD/HOUR', 'perHour'), field('SPOT', 'spotPerHour'), field('A MONTH', 'perMonth'),
  ],
  diskType: [field('NAME', 'name'), listed('STORAGE CLASSES', 'storageClasses'), field('SHARED', 'shared'), field('GIB', 'gib'), field('A MONTH', 'perMonth')],
  unitPrice: [
    field('PROVIDER', 'provider'), field('REGION', 'region'), field('MEMORY, A GIB AND MONTH', 'memory.perGiBMonth'), field('SPOT', 'memory.spotPerGiBMonth'), field('ON', 'memory.machineType'), field('OF', 'memory.asOf'),
    field('HOME, A GIB AND MONTH', 'home.perGiBMonth'), field('ON', 'home.diskType'), field('OF', 'home.asOf'),
  ],
  user: [
    field('NAME', 'name'), flagged('ADMIN', 'adminBy'), field('LET IN BY', 'letInBy'), since('ACTIVE', 'lastActivityAt'),
    { title: 'SERVERS', cell: ({ servers }) => oneLine((servers as { id: string; state: string }[]).map(({ id, state }) => (state === 'ready' ? id : `${id} ${state}`)).join(', ') || null) },
    listed('GROUPS', 'groups'),
  ],
  server: [field('SERVER', 'id'), field('STATE', 'state'), field('PROFILE', 'profile'), since('STARTED', 'startedAt'), since('ACTIVE', 'lastActivityAt'), field('URL', 'url')],
  group: [field('NAME', 'name'), field('MEMBERS', 'members')],
  operation: [field('ID', 'id'), field('KIND', 'kind'), field('TARGET', 'target.id'), field('STATE', 'state'), field('PROGRESS', 'progress.message'), age],
  webhook: [field('NAME', 'name'), field('STATE', 'state'), listed('EVENTS', 'events'), field('URL', 'url'), age],
  delivery: [field('ID', 'id'), field('EVENT', 'event.type'), field('STATE', 'state'), { title: 'TRIES', cell: ({ attempts }) => String((attempts as unknown[]).length) }, { title: 'LAST', cell: ({ attempts }) => oneLine((attempts as { status: number | null; error: string | null }[]).map(({ status, error }) => error ?? status).at(-1)) }, field('NEXT', 'nextAttemptAt'), age],
  event: [field('POSITION', 'position'), field('ID', 'id'), field('TYPE', 'type'), field('SUBJECT', 'subject'), since('WHEN', 'timestamp')],
  plan: [
    field('ID', 'id'), field('HUB', 'hub.name'), field('CHANGE', 'change'), field('STATE', 'state'), field('CONNECTED', 'connected'), field('COST', 'cost.difference'), field('OPERATION', 'operationId'), age,
  ],
  profile: [field('NAME', 'id'), field('CURRENT', 'current'), field('SERVER', 'server'), field('TENANT', 'tenant'), field('KEY', 'key')],
}

/** What a list of a noun shows; of a noun without a choice of its own, the id and the name. */
export const columnsOf = (noun: string): Column[] => columns[noun] ?? [field('ID', 'id'), field('NAME', 'name'), age]

const at = (row: Row, path: string): unknown => path.split('.').reduce<unknown>((value, key) => (value as Row | null | undefined)?.[key], row)
