import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startGuarded } from '../processes/guarded.ts'
import { freePorts } from '../processes/ports.ts'
import { temporaryFolder } from '../processes/temporary.ts'
import { waitFor } from '../processes/wait.ts'
import { jupyterhubConfig } from './config.ts'
import { adminScopes, peopleOf } from './people.ts'
import type { People } from './people.ts'
import { python } from './programs.ts'

/** The scopes that Hubfleet asks for, and no more. */
export const leastScopes = ['list:users', 'read:users:activity', 'read:users:name', 'read:servers', 'delete:servers', 'read:hub']

export interface JupyterHubOptions {
  /** Services by name, each with the scopes of its token; `hubfleet` with the least scopes by default. */
  services?: Record<string, string[]>
  /** Services that are admins, with all rights. */
  admins?: string[]
  /** Tokens of services that know theirs already; the others get new ones. */
  tokens?: Record<string, string>
  /** Further settings, `Class.trait` to a JSON value. */
  settings?: Record<string, unknown>
  /** Python that is run after the settings, as `hub.extraConfig` of the chart. */
  code?: string
}

export interface JupyterHub extends People {
  /** Of the proxy; the API is at `/hub/api` of it. */
  url: string
  /** Port of the hub itself, what the Service `hub` leads to. */
  hubPort: number
  /** Token of a service. */
  token(service: string): string
  /** What the hub, the proxy and the servers wrote so far. */
  log(): Promise<string>
  stop(): Promise<void>
}

/** A real JupyterHub with the real proxy; its users' servers are real jupyterhub-singleuser processes. About four seconds. */
export async function startJupyterHub({ services = { hubfleet: leastScopes }, admins = [], tokens: given = {}, settings = {}, code = '' }: JupyterHubOptions = {}): Promise<JupyterHub> {
  const { dir, remove } = await temporaryFolder('hubfleet-jupyterhub-')
  await mkdir(join(dir, 'homes'))
  const [publicPort, hubPort, proxyPort] = await freePorts(3) as [number, number, number]
  const scopes: Record<string, string[]> = { ...services, 'test-admin': adminScopes }
  const tokens = new Map([...Object.keys(scopes), ...admins].map(name => [name, given[name] ?? randomBytes(32).toString('hex')]))
  const file = join(dir, 'jupyterhub_config.py')
  await writeFile(file, jupyterhubConfig({
    dir, publicPort, hubPort, proxyPort, settings, code,
    proxyToken: randomBytes(32).toString('hex'),
    services: [...tokens].map(([name, token]) => ({ name, api_token: token, ...(admins.includes(name) && { admin: true }) })),
    roles: Object.entries(scopes).map(([name, scopes]) => ({ name: `${name}-role`, scopes, services: [name] })),
  }), { mode: 0o600 })
  // The hub finds jupyterhub-singleuser by the PATH. Told to end, it ends its servers and its proxy, a node program.
  const env = { HOME: dir, PATH: `${join(python('python'), '..')}:${process.env.PATH}` }
  const hub = startGuarded('jupyterhub', [python('jupyterhub'), `--config=${file}`], { log: join(dir, 'jupyterhub.log'), cwd: dir, env })

  const url = `http://127.0.0.1:${publicPort}`
  const people = peopleOf(url, tokens.get('test-admin')!, [hub])
  const stop = async (): Promise<void> => {
    await hub.stop()
    await remove()
  }
  try {
    await waitFor('JupyterHub', 180, async () => (await people.api('GET', '/info')).ok, [hub])
  } catch (error) {
    await stop()
    throw error
  }
  return { ...people, url, hubPort, stop, token: service => tokens.get(service)!, log: () => readFile(join(dir, 'jupyterhub.log'), 'utf8') }
}
