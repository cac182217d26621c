import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import { defaultPrices, type PriceSettings } from '@hubfleet/worker'
import { parseKeyRing, type KeyRing } from '@hubfleet/database'

export type HubfleetRole = 'api' | 'worker' | 'all'

export interface Config {
  role: HubfleetRole
  host: string
  port: number
  /** Null: the embedded PostgreSQL. */
  databaseUrl: string | null
  /** For LISTEN and locks, where `databaseUrl` leads through a transaction pooler. */
  directDatabaseUrl: string | null
  dataDirectory: string
  keyRing: KeyRing
  /** Where clouds reach this server; the issuer of its tokens. */
  publicUrl: string | null
  cursorSecret: Uint8Array
  /** Key of the first platform admin, made known to the database at the start. */
  adminKey: string | null
  helm: string | undefined
  /** Where charts come from that a spec gives no source for: `official`, a mirror's https address, or a local archive. */
  chartSource: string
  /** The only folder from which specs may name chart archives; null: none. */
  chartDirectory: string | null
  /** Networks (CIDR) that the outgoing guard lets through besides public addresses. */
  allowNetworks: string[]
  concurrency: number
  /** Seconds between two looks of metering at a cluster, and days for which what they saw is kept as it was, what was made of it by the hour, and sessions. */
  metering: { everySeconds: number; keepDays: number; keepHoursDays: number; keepSessionsDays: number }
  /** Where price lists are read, and how often. */
  prices: PriceSettings
  /** The folder of bills; null: there is none. `rates` are for those in other currencies. */
  bills: { folder: string; everySeconds: number; rates: string[] } | null
  /** Per key, in each process. */
  requestsPerMinute: number
  /** Proxies whose forwarding headers are believed: addresses, CIDR networks, or `loopback`, `uniquelocal`. */
  trustProxy: string[]
  logLevel: string
}

/** Reads the settings once, at the start. Throws an Error that says which one is wrong and what would be right. */
export async function readConfig(env: NodeJS.ProcessEnv): Promise<Config> {
  const dataDirectory = resolve(env['HUBFLEET_DATA'] ?? '.hubfleet')
  const databaseUrl = env['DATABASE_URL'] ?? null
  const keyRing = env['HUBFLEET_SECRET_KEYS'] ? parseKeyRing(env['HUBFLEET_SECRET_KEYS']) : await localKeyRing(dataDirectory, databaseUrl)
  return {
    role: oneOf(env, 'HUBFLEET_ROLE', ['all', 'api', 'worker']),
    host: env['HUBFLEET_HOST'] ?? '127.0.0.1',
    port: number(env, 'HUBFLEET_PORT', 8080),
    databaseUrl,
    directDatabaseUrl: env['DATABASE_DIRECT_URL'] ?? null,
    dataDirectory, keyRing,
    publicUrl: publicUrl(env['HUBFLEET_PUBLIC_URL']),
    cursorSecret: createHash('sha256').update('cursor').update(keyRing.keys[keyRing.current]!).digest(),
    adminKey: env['HUBFLEET_ADMIN_KEY'] ?? null,
    helm: env['HUBFLEET_HELM'],
    chartSource: env['HUBFLEET_CHART_SOURCE'] ?? 'official',
    chartDirectory: env['HUBFLEET_CHART_DIRECTORY'] ? resolve(env['HUBFLEET_CHART_DIRECTORY']) : null,
    allowNetworks: list(env, 'HUBFLEET_ALLOW_NETWORKS'),
    concurrency: number(env, 'HUBFLEET_CONCURRENCY', 8),
    metering: meteringOf(env),
    prices: {
      ...defaultPrices, azure: priceList(env, 'HUBFLEET_PRICES_AZURE', defaultPrices.azure), aws: priceList(env, 'HUBFLEET_PRICES_AWS', defaultPrices.aws), awsSpot: priceList(env, 'HUBFLEET_PRICES_AWS_SPOT', spotBeside(env)), gcp: priceList(env, 'HUBFLEET_PRICES_GCP', defaultPrices.gcp),
      googleKey: env['HUBFLEET_GOOGLE_API_KEY'] || null, everyDays: number(env, 'HUBFLEET_PRICES_DAYS', 30),
    },
    bills: billsOf(env),
    requestsPerMinute: number(env, 'HUBFLEET_REQUESTS_PER_MINUTE', 1200),
    trustProxy: list(env, 'HUBFLEET_TRUST_PROXY'),
    logLevel: env['HUBFLEET_LOG'] ?? 'info',
  }
}

function meteringOf(env: NodeJS.ProcessEnv): Config['metering'] {
  const keepDays = atLeast(2, env, 'HUBFLEET_SAMPLES_DAYS', 35)
  return {
    everySeconds: atLeast(60, env, 'HUBFLEET_METERING_SECONDS', 300), keepDays,
    keepHoursDays: atLeast(keepDays, env, 'HUBFLEET_HOURS_DAYS', Math.max(keepDays, 400)), keepSessionsDays: atLeast(1, env, 'HUBFLEET_SESSIONS_DAYS', 1100),
  }
}

function billsOf(env: NodeJS.ProcessEnv): Config['bills'] {
  const folder = env['HUBFLEET_BILLS_FOLDER']
  const rates = list(env, 'HUBFLEET_BILLS_RATES')
  const wrong = rates.find((rate) => !/^[A-Za-z]{3}=\d+(\.\d+)?$/.test(rate))
  if (wrong) throw new Error(`HUBFLEET_BILLS_RATES must be rates such as EUR=1.08, one after another with commas; not ${wrong}.`)
  return folder ? { folder: resolve(folder), everySeconds: atLeast(1, env, 'HUBFLEET_BILLS_SECONDS', 60), rates } : null
}

/** With the embedded database the keys lie beside it. Elsewhere they must be given: made up anew on each machine they would open nothing. */
async function localKeyRing(dataDirectory: string, databaseUrl: string | null): Promise<KeyRing> {
  if (databaseUrl) {
    throw new Error('HUBFLEET_SECRET_KEYS is not set: secrets in the database are encrypted with it. ' +
      'Next step: make a key once with  node -p "`k1:${crypto.randomBytes(32).toString(`base64`)}`"  and give it to every server and worker.')
  }
  const path = join(dataDirectory, 'secret-keys')
  await mkdir(dataDirectory, { recursive: true })
  await writeFile(path, `k1:${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return parseKeyRing(await readFile(path, 'utf8'))
}

/** Clouds compare the issuer as a text and fetch its keys by verified TLS only: one that is not as they want it is refused at the start. */
function publicUrl(text: string | undefined): string | null {
  if (!text) return null
  const url = URL.parse(text)
  if (url?.protocol !== 'https:' || url.username || url.password || url.search || url.hash) throw new Error(`HUBFLEET_PUBLIC_URL must be the https address of this server, without a query, such as https://hubfleet.example.org; not ${text}.`)
  return url.href.replace(/\/+$/, '')
}

/** Who downloads the files of AWS puts the list of spot prices beside them. */
const spotBeside = ({ HUBFLEET_PRICES_AWS: folder }: NodeJS.ProcessEnv): string => (folder?.startsWith('/') ? folder : defaultPrices.awsSpot)

/** An https address (http for a server on this machine), or a folder. */
function priceList(env: NodeJS.ProcessEnv, name: string, initial: string): string {
  const text = env[name] || initial
  if (isAbsolute(text)) return text
  const url = URL.parse(text)
  const local = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (!url || !(url.protocol === 'https:' || local) || url.username || url.search) throw new Error(`${name} must be an https address such as ${initial}, or the whole path of a folder of downloaded files; not ${text}.`)
  return text
}

function number(env: NodeJS.ProcessEnv, name: string, initial: number): number {
  const value = Number(env[name] ?? initial)
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} must be a whole number, not ${env[name]}.`)
  return value
}

function atLeast(least: number, env: NodeJS.ProcessEnv, name: string, initial: number): number {
  const value = number(env, name, initial)
  if (value < least) throw new Error(`${name} must be ${least} or more, not ${value}.`)
  return value
}

const list = (env: NodeJS.ProcessEnv, name: string): string[] => (env[name] ?? '').split(',').map((item) => item.trim()).filter(Boolean)

function oneOf<const Value extends string>(env: NodeJS.ProcessEnv, name: string, values: readonly [Value, ...Value[]]): Value {
  const value = env[name] ?? values[0]
  if (!values.includes(value as Value)) throw new Error(`${name} must be one of ${values.join(', ')}, not ${value}.`)
  return value as Value
}
