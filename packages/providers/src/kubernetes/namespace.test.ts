import { hubLabel } from '@hubfleet/core'
import t from 'tap'
import { stateOf } from './namespace.ts'

const labelled = (id: string, deletionTimestamp?: Date) => ({ metadata: { name: 'n', labels: { [hubLabel]: id }, deletionTimestamp } })

t.test('only the namespace with this hub\'s label is ours', async (t) => {
  t.equal(stateOf(null, 'hub_1').state, 'absent')
  t.equal(stateOf(labelled('hub_1'), 'hub_1').state, 'ours')
  t.equal(stateOf(labelled('hub_2'), 'hub_1').state, 'foreign')
  t.equal(stateOf({ metadata: { name: 'n' } }, 'hub_1').state, 'foreign')
  t.equal(stateOf(labelled('hub_2', new Date()), 'hub_1').state, 'foreign', 'a foreign one is never waited for as ours')
})

t.test('a namespace that does not go tells what holds it', async (t) => {
  const stuck = { ...labelled('hub_1', new Date()), status: { conditions: [
    { type: 'NamespaceFinalizersRemaining', status: 'True', message: 'Some content has finalizers remaining: service.kubernetes.io/load-balancer-cleanup in 1 resource instances' },
    { type: 'NamespaceDeletionDiscoveryFailure', status: 'False', message: 'all resources discovered' },
  ] } }
  t.match(stateOf(stuck, 'hub_1'), { state: 'terminating', reason: /load-balancer-cleanup/ })
  t.notMatch(stateOf(stuck, 'hub_1').reason, 'discovered')
})
