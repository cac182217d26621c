import t from 'tap'
import { Problem } from '@hubfleet/core'
import { drifted, inSync, refused, waiting, type Observation, type PassOutcome } from '@hubfleet/engine'
import { conditionsOf } from './conditions.ts'
import { nextLook } from './next-look.ts'

const now = new Date('2026-01-01T12:00:00Z')
const secondsBefore = (seconds: number) => new Date(now.getTime() - seconds * 1000)

/** A pass that reached its target, with one advisory step that saw this. */
function reached(observation: Observation): PassOutcome {
  const step = { name: 'dns', condition: 'DnsReady' as const, advisory: true as const, observe: async () => observation }
  return { result: { outcome: 'reached' }, unfinished: null, observations: [{ step, observation }], settlements: [], attempt: 0, now }
}
const since = (seconds: number) => [{ type: 'DnsReady' as const, status: 'False' as const, reason: '', message: '', observedGeneration: 1, lastTransitionTime: secondsBefore(seconds).toISOString() }]
const look = (observation: Observation, waited: number) => (nextLook(reached(observation), { conditions: since(waited), updatedAt: now })!.getTime() - now.getTime()) / 1000

t.test('what holds nobody up is looked at again soon at first, then ever more seldom, and never less than what is calm', async (t) => {
  t.equal(look(waiting('', 10), 0), 10)
  t.equal(look(waiting('', 10), 100), 20)
  t.equal(look(waiting('', 10), 86_400), 300)
  t.equal(look(drifted(''), 0), 2)
  t.equal(look(inSync(), 0), 300)
})

t.test('the condition of an advisory step has its own reason; where the look itself was refused, nobody knows', async (t) => {
  const conditions = (observation: Observation) => conditionsOf([], reached(observation), 1)
  t.match(conditions(waiting('hub.example.org does not resolve', 10, 'NotResolving')), [{ type: 'DnsReady', status: 'False', reason: 'NotResolving', message: /does not resolve/ }])
  t.match(conditions(refused(new Problem('dns-not-answering', { host: 'hub.example.org', reason: 'timeout' }))), [{ status: 'Unknown', reason: 'DnsNotAnswering' }])
  t.match(conditions(inSync()), [{ status: 'True', reason: 'InSync' }])
})

t.test('since when something is wrong stays, while only what is said of it changes', async (t) => {
  const before = since(3600)
  t.match(conditionsOf(before, reached(waiting('elsewhere', 10, 'LeadsElsewhere')), 2), [{ reason: 'LeadsElsewhere', lastTransitionTime: before[0]!.lastTransitionTime }])
})
