import { execFileSync } from 'node:child_process'
import { isDeepStrictEqual } from 'node:util'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { parseAllDocuments } from 'yaml'
import { completeHubSpec, disruption, isProblem, renderValues, splitSecrets, valuesHash, type HubSpecInput, type JsonObject, type RunningHub } from '@hubfleet/core'
import { findHelm } from './helm-program.ts'

/** The stand-in chart, or the real one where the environment names it. */
const chart = process.env['HUBFLEET_TEST_CHART'] ?? fileURLToPath(new URL('../chart/jupyterhub', import.meta.url))
const deployments = ['hub', 'proxy', 'user-scheduler']
const own = { cookieSecret: 'c'.repeat(64), proxyToken: 'p'.repeat(64), cryptKey: 'k'.repeat(64), apiToken: 'a'.repeat(64) }

function helm(): string | undefined {
  try {
    return findHelm(process.env['HUBFLEET_HELM'])
  } catch (error) {
    if (isProblem(error)) return undefined
    throw error
  }
}
const program = helm()

function running(input: HubSpecInput): RunningHub {
  const { spec, secrets: fields } = splitSecrets(completeHubSpec(input))
  return { spec, values: renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec, secrets: { ...own, fields } }).values }
}

interface Manifest { kind?: string; metadata?: { name: string }; spec?: { template?: unknown } }

/** The pod templates of the Deployments that helm would apply, by name. */
function podTemplates(values: JsonObject): Map<string, unknown> {
  const text = execFileSync(program!, ['template', 'hub', chart, '--namespace', 'hub', '--values', '-'], { input: JSON.stringify(values), encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'], maxBuffer: 2 ** 26 })
  const manifests = parseAllDocuments(text).map((document) => document.toJS() as Manifest | null)
  return new Map(manifests.flatMap((m) => (m?.kind === 'Deployment' ? [[m.metadata!.name, m.spec!.template] as const] : [])))
}

const single: Record<string, HubSpecInput> = {
  'no change': {},
  seats: { capacity: { seats: 7 } },
  'a limit of servers': { capacity: { maxServers: 20 } },
  memory: { memory: { limit: '3G' } },
  image: { image: { name: 'quay.io/x/y', tag: '2' } },
  culling: { culling: { timeoutSeconds: 600 } },
  'no storage': { storage: { type: 'none' } },
  'way in': { exposure: { type: 'clusterIP' } },
  'resources of the proxy': { values: { proxy: { chp: { resources: { requests: { cpu: 1 } } } } } },
  'resources of the hub': { values: { hub: { resources: { requests: { cpu: 1 } } } } },
  'disruption budgets and network policies': { values: { proxy: { chp: { pdb: { enabled: true }, networkPolicy: { enabled: false } } }, scheduling: { userScheduler: { pdb: { enabled: false } } } } },
  'plugins of the user scheduler': { values: { scheduling: { userScheduler: { logLevel: 2 } } } },
  'replicas of the user scheduler': { values: { scheduling: { userScheduler: { replicas: 1 } } } },
  debug: { values: { debug: { enabled: true } } },
  'code of the hub': { values: { hub: { extraConfig: { a: 'c.X = 1' } } } },
  'network policy of servers': { values: { singleuser: { networkPolicy: { enabled: false } } } },
  'service annotations': { values: { proxy: { service: { annotations: { a: 'b' } } } } },
}

t.test('what a plan says restarts is what gets another pod template', { skip: program ? false : 'helm is not on PATH and HUBFLEET_HELM names none' }, async (t) => {
  const before = running({})
  const was = podTemplates(before.values)
  for (const [name, input] of Object.entries(single)) {
    const after = running(input)
    // the same hash: helm is not run
    const is = valuesHash(after.values) === valuesHash(before.values) ? was : podTemplates(after.values)
    const changed = deployments.filter((d) => was.has(d) && !isDeepStrictEqual(was.get(d), is.get(d)))
    const promised = disruption(before, after).restarts.filter((r) => was.has(r))
    t.same([...promised].sort(), changed.sort(), name)
  }
})
