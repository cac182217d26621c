import type { V1Job, V1Pod } from '@hubfleet/cluster'
import t from 'tap'
import { containerOf } from './build-log.ts'
import { judgeBuild } from './builds.ts'

const pod = (init: object, build: object = {}): V1Pod => ({ status: { initContainerStatuses: [{ name: 'fetch', ...init }], containerStatuses: [{ name: 'build', ...build }] } }) as V1Pod
const job = (status: object): V1Job => ({ spec: { activeDeadlineSeconds: 600 }, status }) as V1Job
const failed = (reason: string) => job({ conditions: [{ type: 'Failed', status: 'True', reason, message: 'Job has reached the specified backoff limit' }] })
const digest = `sha256:${'a'.repeat(64)}`

t.test('how far a build is, is what its pod is at; what was pushed is what its container said at its end', async (t) => {
  t.match(judgeBuild(job({}), []), { state: 'waiting' })
  t.match(judgeBuild(job({}), [pod({ state: { running: {} } })]), { state: 'fetching' })
  t.match(judgeBuild(job({}), [pod({ state: { terminated: { exitCode: 0 } } }, { state: { running: {} } })]), { state: 'building' })
  t.match(judgeBuild(job({ succeeded: 1 }), [pod({}, { state: { terminated: { exitCode: 0, message: `${digest}\n` } } })]), { state: 'pushed', digest })
  t.match(judgeBuild(job({ succeeded: 1 }), [pod({}, { state: { terminated: { exitCode: 0, message: 'something else' } } })]), { state: 'pushed', digest: null })
  t.match(judgeBuild(job({}), [pod({ state: { waiting: { reason: 'ImagePullBackOff', message: 'not found' } } })]), { state: 'failed', message: /ImagePullBackOff/ })
})

t.test('why a build failed is told in what the user can change', async (t) => {
  t.match(judgeBuild(failed('DeadlineExceeded'), []), { state: 'failed', message: /longer than 600 s \(build.timeoutSeconds\)/ })
  t.match(judgeBuild(failed('BackoffLimitExceeded'), [pod({}, { state: { terminated: { exitCode: 137, reason: 'OOMKilled' } } })]), { message: /build ran out of memory: raise build.memory/ })
  t.match(judgeBuild(failed('BackoffLimitExceeded'), [pod({ state: { terminated: { exitCode: 128, reason: 'Error' } } })]), { message: /fetch ended with exit code 128/ })
  t.match(judgeBuild(failed('BackoffLimitExceeded'), [{ status: { reason: 'Evicted', message: 'ephemeral local storage' } } as V1Pod]), { message: /evicted.*build.disk/ })
})

t.test('a container is read while it runs and to its end; one that never starts is not waited for', async (t) => {
  const at = (status: object) => containerOf({ metadata: { name: 'p' }, status } as V1Pod, 'build').is
  t.equal(at({ phase: 'Pending', initContainerStatuses: [{ name: 'fetch', state: { running: {} } }], containerStatuses: [{ name: 'build', state: { waiting: {} } }] }), 'waiting')
  t.equal(at({ phase: 'Running', containerStatuses: [{ name: 'build', state: { running: {} } }] }), 'running')
  t.equal(at({ phase: 'Succeeded', containerStatuses: [{ name: 'build', state: { terminated: {} } }] }), 'ended')
  t.equal(at({ phase: 'Failed', initContainerStatuses: [{ name: 'fetch', state: { terminated: {} } }], containerStatuses: [{ name: 'build', state: { waiting: {} } }] }), 'skipped')
  t.equal(at({ phase: 'Failed', reason: 'Evicted' }), 'skipped')
})
