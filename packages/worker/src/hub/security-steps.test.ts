import t from 'tap'
import { completeHubSpec, newHubSecrets, renderValues, splitSecrets, type HubSpecInput, type PodSecurityLevel } from '@hubfleet/core'
import { conditionsOf } from '../conditions.ts'
import type { HubScope } from './scope.ts'
import { podSecurityEnforced, podSecurityLoosened, postureKept } from './security-steps.ts'

const signal = new AbortController().signal
const restricted: HubSpecInput = { security: { cloudMetadata: 'networkPolicy' }, exposure: { type: 'clusterIP' } }
const privileged: HubSpecInput = { security: { cloudMetadata: 'iptables' }, exposure: { type: 'clusterIP' } }

function scopeOf(input: HubSpecInput, level: PodSecurityLevel | null, networkPolicies = 'enforced') {
  const { spec, secrets } = splitSecrets(completeHubSpec(input))
  const { values } = renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec, secrets: newHubSecrets(secrets) })
  const set: PodSecurityLevel[] = []
  const scope = { hub: { spec }, values, status: {}, preflight: async () => ({ networkPolicies }), site: { podSecurity: async () => level, setPodSecurity: async (to: PodSecurityLevel) => { set.push(to) } } } as unknown as HubScope
  return { scope, set }
}

t.test('a namespace is opened before the release whose pods it would refuse, and closed only after it', async (t) => {
  const cases: [what: string, HubSpecInput, PodSecurityLevel | null, before: string, after: string][] = [
    ['as it is to be', restricted, 'restricted', 'in-sync', 'in-sync'],
    ['a privileged container is to come', privileged, 'restricted', 'drifted', 'drifted'],
    ['the privileged container is to go', restricted, 'privileged', 'in-sync', 'drifted'],
    ['a namespace from before there were levels', restricted, null, 'in-sync', 'drifted'],
    ['the cluster may have a level of its own', privileged, null, 'drifted', 'drifted'],
  ]
  for (const [what, input, level, before, after] of cases) {
    const { scope, set } = scopeOf(input, level)
    t.equal((await podSecurityLoosened.observe(scope, signal)).is, before, `${what}: before`)
    t.equal((await podSecurityEnforced.observe(scope, signal)).is, after, `${what}: after`)
    await podSecurityEnforced.act!(scope, signal)
    t.same(set, [input === restricted ? 'restricted' : 'privileged'])
  }
})

/** The condition that a pass with this finding leaves. */
async function condition(input: HubSpecInput, level: PodSecurityLevel, networkPolicies?: string) {
  const { scope } = scopeOf(input, level, networkPolicies)
  await podSecurityEnforced.observe(scope, signal)
  const observation = await postureKept.observe(scope, signal)
  return conditionsOf([], { observations: [{ step: postureKept, observation }], now: new Date(0), result: { outcome: 'reached' } } as unknown as Parameters<typeof conditionsOf>[1], 1)[0]
}

t.test('the condition Secure is True, False with each deviation in words, or Unknown', async (t) => {
  t.match(await condition(restricted, 'restricted'), { type: 'Secure', status: 'True', reason: 'InSync' })
  t.match(await condition({ ...restricted, exposure: {} }, 'baseline'), { status: 'False', reason: 'Deviates', message: /enforces the level baseline.*not restricted.*not encrypted/ })
  t.match(await condition(restricted, 'restricted', 'unknown'), { status: 'Unknown', reason: 'NotKnown', message: /Nothing tells whether/ })
})

t.test('security holds no hub up', async (t) => {
  for (const step of [podSecurityLoosened, podSecurityEnforced, postureKept]) t.equal(step.advisory, true)
})
