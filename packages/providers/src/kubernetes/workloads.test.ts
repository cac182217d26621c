import type { V1Deployment, V1Pod } from '@hubfleet/cluster'
import t from 'tap'
import { workloadOf } from './workloads.ts'

const labels = { app: 'jupyterhub', component: 'hub' }
const deployment = (status: V1Deployment['status'], generation = 1): V1Deployment => ({
  metadata: { name: 'hub', generation, creationTimestamp: new Date(0) },
  spec: { replicas: 1, selector: { matchLabels: labels }, template: {} },
  status,
})
const ready = { observedGeneration: 1, replicas: 1, updatedReplicas: 1, readyReplicas: 1 }
const brokenPod: V1Pod = {
  metadata: { name: 'hub-1', labels, creationTimestamp: new Date(1) },
  status: { containerStatuses: [{ name: 'hub', image: '', imageID: '', ready: false, restartCount: 0, state: { waiting: { reason: 'InvalidImageName' } } }] },
}

t.test('a hub is ready only when its newest revision is', async (t) => {
  t.ok(workloadOf(deployment(ready), [], []).ready)
  t.notOk(workloadOf(deployment(ready, 2), [], []).ready, 'the status is of the revision before')
  t.notOk(workloadOf(deployment({ ...ready, updatedReplicas: 0 }), [], []).ready)
  t.notOk(workloadOf(deployment({ ...ready, readyReplicas: 0 }), [], []).ready)
  t.notOk(workloadOf(deployment({ ...ready, replicas: 2 }), [], []).ready, 'the old pod still runs')
  t.notOk(workloadOf(deployment(undefined), [], []).ready)
})

t.test('a broken pod gives its reason to its own Deployment only', async (t) => {
  t.match(workloadOf(deployment({ ...ready, readyReplicas: 0 }), [brokenPod], []), { name: 'hub', ready: false, failing: true, reason: /InvalidImageName/ })
  const other = { ...brokenPod, metadata: { ...brokenPod.metadata, labels: { app: 'jupyterhub', component: 'proxy' } } }
  t.match(workloadOf(deployment({ ...ready, readyReplicas: 0 }), [other], []), { failing: false })
})

t.test('a Deployment that may not make its pod says why', async (t) => {
  const conditions = [{ type: 'ReplicaFailure', status: 'True', message: 'pods "hub" is forbidden: exceeded quota' }]
  t.match(workloadOf(deployment({ conditions }), [], []).reason, /exceeded quota/)
})
