import t from 'tap'
import fc from 'fast-check'
import { mask } from './diff.ts'
import { objectChange, wishedPart, type Manifest } from './object-change.ts'

const object = (kind: string, rest: object, metadata: object = {}): Manifest => ({ apiVersion: 'v1', kind, metadata: { name: 'x', ...metadata }, ...rest })
const pods = (image: string, env: object[] = []) => object('Deployment', { spec: { replicas: 1, template: { spec: { containers: [{ name: 'a', image, env }, { name: 'b', image: 'b' }] } } } })

t.test('pods restart exactly where their template differs', async (t) => {
  t.match(objectChange(pods('1'), pods('2'), []), { change: 'update', restarts: true, fields: [{ path: '/spec/template/spec/containers/a/image', before: '1', after: '2' }] })
  const scaled = pods('1')
  t.match(objectChange(scaled, { ...scaled, spec: { ...scaled['spec'] as object, replicas: 3 } }, []), { restarts: false, fields: [{ path: '/spec/replicas' }] })
  t.equal(objectChange(pods('1'), pods('1'), []), null)
})

t.test('what a Secret holds is never shown, only which of its keys changed', async (t) => {
  fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^[a-z.]{1,8}$/), fc.stringMatching(/^[A-Za-z0-9+/]{12,40}$/)), fc.dictionary(fc.stringMatching(/^[a-z.]{1,8}$/), fc.stringMatching(/^[A-Za-z0-9+/]{12,40}$/)), (before, after) => {
    for (const [was, is] of [[object('Secret', { data: before }), object('Secret', { data: after })], [null, object('Secret', { data: after })]] as const) {
      const shown = JSON.stringify(objectChange(was, is, []))
      for (const text of [...Object.values(before), ...Object.values(after)]) if (shown.includes(text)) return false
    }
    return true
  }))
  t.match(objectChange(object('Secret', { data: { a: '1' } }), object('Secret', { data: { a: '2' } }), []), { change: 'update', fields: [{ path: '/data/a', before: mask, after: mask }] })
})

t.test('a secret is masked wherever it stands', async (t) => {
  const secret = 'a-secret-of-the-hub'
  const shown = JSON.stringify(objectChange(pods('1', [{ name: 'X', value: 'x' }]), pods('1', [{ name: 'X', value: `before ${secret} after` }]), [secret]))
  t.notMatch(shown, secret)
  t.match(shown, 'containers/a/env/X/value')
})

t.test('what the cluster writes into an object is no difference', async (t) => {
  const plain = object('Service', { spec: { type: 'LoadBalancer', ports: [{ name: 'http', port: 80 }] } })
  const live = object('Service', { spec: { type: 'LoadBalancer', clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1'], ports: [{ name: 'http', port: 80, nodePort: 31000 }] }, status: { loadBalancer: {} } },
    { uid: 'u', resourceVersion: '7', generation: 3, managedFields: [], creationTimestamp: 'now', annotations: { 'meta.helm.sh/release-name': 'x' } })
  t.equal(objectChange(live, plain, []), null)
  t.same(JSON.parse(JSON.stringify(wishedPart(live))), JSON.parse(JSON.stringify(plain)))
})

t.test('one more member of a list is one difference, and not a new list', async (t) => {
  const change = objectChange(pods('1', [{ name: 'A', value: '1' }]), pods('1', [{ name: 'B', value: '2' }, { name: 'A', value: '1' }]), [])
  t.same(change?.fields.map(({ path }) => path), ['/spec/template/spec/containers/a/env/B'])
})
