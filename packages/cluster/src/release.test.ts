import fc from 'fast-check'
import t from 'tap'
import { hashOfLabel, labelOf } from './release-labels.ts'

t.test('any sha256 survives the way through a label, which Kubernetes accepts', async () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
    const hash = Buffer.from(bytes).toString('hex')
    const label = labelOf(hash)
    return label.length <= 63 && /^[A-Za-z0-9]([\w.-]*[A-Za-z0-9])?$/.test(label) && hashOfLabel(label) === hash
  }))
})

t.test('a label that is not ours is no hash', async (t) => {
  for (const label of [undefined, '', 'x', 's123s', labelOf('ab'.repeat(32)).slice(1)]) t.equal(hashOfLabel(label), null)
})
