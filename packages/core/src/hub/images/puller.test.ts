import t from 'tap'
import { completeHubSpec } from '../complete.ts'
import { adviceFor, pullText } from './pull-state.ts'
import { pulledImages, pullerManifest } from './puller.ts'
import { newHubSecrets } from '../secrets.ts'
import { renderValues } from '../values.ts'

const hub = { id: 'hub_1', name: 'course', tenantId: 'tenant_1', namespace: 'hub-1' }
const manifestOf = (input: Parameters<typeof completeHubSpec>[0], fields = {}) => {
  const spec = completeHubSpec(input)
  return pullerManifest(hub, renderValues({ hub, spec, secrets: newHubSecrets(fields) }).values, pulledImages(spec))
}

t.test('a puller goes where servers may go, with the login of the hub, and with no rights at all', async (t) => {
  const { spec: { template: { spec } } } = manifestOf({
    image: { name: 'quay.io/a/b', tag: '1.0.0' }, profiles: [{ slug: 'r', displayName: 'R', image: { name: 'quay.io/a/r', tag: '2.0.0' } }],
    imagePullSecret: { registry: 'quay.io', username: 'robot' },
    scheduling: { nodeSelector: { pool: 'a' }, tolerations: [{ key: 'team', operator: 'Exists', effect: 'NoSchedule' }], userPods: { matchNodePurpose: 'require' } },
  }, { '/imagePullSecret/password': 'x' })
  t.match(spec, {
    automountServiceAccountToken: false, nodeSelector: { pool: 'a' }, imagePullSecrets: [{ name: 'image-pull-secret' }],
    affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'hub.jupyter.org/node-purpose', values: ['user'] }] }] } } },
  })
  t.same(spec.initContainers.map(({ image }) => image), ['quay.io/a/b:1.0.0', 'quay.io/a/r:2.0.0'])
  t.same(spec.tolerations.map(({ key }) => key), ['hub.jupyter.org/dedicated', 'hub.jupyter.org_dedicated', 'team'])
  t.ok([...spec.initContainers, ...spec.containers].every(({ securityContext }) => securityContext.runAsNonRoot && !securityContext.allowPrivilegeEscalation))
})

t.test("without an image of its own a hub's servers run the chart's", async (t) => {
  t.same(pulledImages(completeHubSpec({})), ['quay.io/jupyterhub/k8s-singleuser-sample:4.4.0'])
})

t.test('how far a pull is, and what to do about the nodes that are stuck, is said in one line', async (t) => {
  const full = '0/3 nodes are available: 1 Too many pods'
  t.equal(pullText({ images: [], nodes: [{ name: 'a', state: 'pulled', reason: '' }, { name: 'b', state: 'pulling', reason: 'x' }, { name: 'c', state: 'stuck', reason: full }] }),
    `1 of 3 nodes have the images; c: ${full} (the node is full: it gets the image as soon as a server on it ends)`)
  t.match(adviceFor("0/3 nodes are available: 1 node(s) had untolerated taint {team: a}"), /scheduling.tolerations/)
  t.match(adviceFor('the node is cordoned'), /uncordon/)
  t.match(adviceFor('ErrImagePull: manifest unknown'), /correct the image/)
  t.match(adviceFor('ImagePullBackOff: pull access denied'), /imagePullSecret/)
  t.equal(adviceFor('the image is being pulled'), '')
})
