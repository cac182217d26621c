import type { V1Pod } from '@hubfleet/cluster'
import t from 'tap'
import { reasonOfPod } from './pod-reason.ts'

type Status = NonNullable<V1Pod['status']>
type Waiting = { reason: string; message?: string }

const pod = (status: Status): V1Pod => ({ metadata: { name: 'hub-1', creationTimestamp: new Date(0) }, status })
const waiting = (state: Waiting, restartCount = 0): V1Pod => pod({
  containerStatuses: [{ name: 'hub', image: '', imageID: '', ready: false, restartCount, state: { waiting: state }, lastState: { terminated: { exitCode: 1, reason: 'Error' } } }],
})

t.test('only what waiting cannot mend counts as failing', async (t) => {
  const cases: [V1Pod, boolean, RegExp][] = [
    [waiting({ reason: 'ImagePullBackOff', message: 'Back-off pulling image: manifest unknown' }), true, /manifest unknown/],
    [waiting({ reason: 'ErrImagePull', message: 'pull access denied, repository does not exist' }), true, /denied/],
    [waiting({ reason: 'ImagePullBackOff', message: 'dial tcp: i/o timeout' }), false, /timeout/],
    [waiting({ reason: 'InvalidImageName', message: 'couldn\'t parse' }), true, /InvalidImageName/],
    [waiting({ reason: 'CreateContainerConfigError', message: 'secret "x" not found' }), true, /secret "x"/],
    [waiting({ reason: 'CrashLoopBackOff' }, 2), false, /crashed 2 times \(last: Error, exit code 1\)/],
    [waiting({ reason: 'CrashLoopBackOff' }, 5), true, /crashed 5 times/],
    [waiting({ reason: 'ContainerCreating' }), false, /the container hub is not ready yet/],
    [pod({ conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/3 nodes are available: 3 Insufficient memory.' }] }), false, /Insufficient memory/],
  ]
  for (const [given, failing, reason] of cases) {
    const found = reasonOfPod(given, [])
    t.match(found.reason, reason)
    t.equal(found.failing, failing, found.reason)
  }
})

t.test('when the pod itself is silent its newest warning speaks', async (t) => {
  const event = (reason: string, at: number) => ({ metadata: {}, involvedObject: { name: 'hub-1' }, type: 'Warning', reason, message: 'm', lastTimestamp: new Date(at) })
  t.match(reasonOfPod(waiting({ reason: 'ContainerCreating' }), [event('FailedMount', 2), event('Old', 1)]), { reason: 'FailedMount: m', failing: false })
})

t.test('a pod that is being stopped is not failing, whatever state it is in', async (t) => {
  const going = waiting({ reason: 'InvalidImageName' })
  going.metadata!.deletionTimestamp = new Date()
  t.match(reasonOfPod(going, []), { failing: false, reason: 'it is being stopped' })
})
