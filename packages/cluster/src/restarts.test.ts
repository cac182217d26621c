import { isDeepStrictEqual } from 'node:util'
import t from 'tap'
import { disruption, valuesHash, type HubSpecInput, type JsonObject } from '@hubfleet/core'
import { hubOf, renderedObjects, skipWithoutHelm } from './testing-render.ts'

const deployments = ['hub', 'proxy', 'user-scheduler']

interface Manifest { kind: string; metadata: { name: string }; spec?: { template?: unknown } }

/** The pod templates of the Deployments that helm would apply, by name. */
function podTemplates(values: JsonObject): Map<string, unknown> {
  return new Map(renderedObjects<Manifest>(values).flatMap((m) => (m.kind === 'Deployment' ? [[m.metadata.name, m.spec!.template] as const] : [])))
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

t.test('what a plan says restarts is what gets another pod template', { skip: skipWithoutHelm }, async (t) => {
  const before = hubOf({})
  const was = podTemplates(before.values)
  for (const [name, input] of Object.entries(single)) {
    const after = hubOf(input)
    // the same hash: helm is not run
    const is = valuesHash(after.values) === valuesHash(before.values) ? was : podTemplates(after.values)
    const changed = deployments.filter((d) => was.has(d) && !isDeepStrictEqual(was.get(d), is.get(d)))
    const promised = disruption(before, after).restarts.filter((r) => was.has(r))
    t.same([...promised].sort(), changed.sort(), name)
  }
})
