import t from 'tap'
import type { SavedPlan } from '@hubfleet/sdk'
import { savedPlanInWords } from './saved-plan.ts'

const usd = (amount: string) => ({ amount, currency: 'USD' })
const saved = {
  id: 'plan_1', change: 'hubUpdate', hub: { id: 'hub_1', name: 'course' }, state: 'waiting-for-approval', expiresAt: '2026-01-08T00:00:00Z',
  words: ['The hub restarts.', '12 people are connected now; nobody is disconnected.', 'Kept: 14 homes.'],
  cost: { before: usd('1.0000'), after: usd('3.5000'), difference: usd('2.5000'), incomplete: [] },
  approval: { needed: true, reasons: ['It makes the hub dearer'], by: null, at: null },
  plan: { warnings: ['Careful'], confirmations: [{ confirmation: 'open-login', what: 'Anybody can log in' }], diff: [{ op: 'replace', path: '/culling/timeoutSeconds', value: 900 }], values: [{ path: '/cull/timeout', before: 3600, after: 900 }] },
  objects: [
    { kind: 'Deployment', name: 'hub', change: 'update', restarts: true, fields: [{ path: '/spec/template/metadata/annotations/checksum~1secret', before: 'a', after: 'b' }] },
    { kind: 'ConfigMap', name: 'hub', change: 'update', restarts: false, fields: [{ path: '/data/x.py', before: 'same\nold\n', after: 'same\nnew\n' }] },
    { kind: 'Ingress', name: 'hub', change: 'delete', restarts: false, fields: [] },
  ],
  error: null, operationId: null,
} as unknown as SavedPlan

t.test('a saved plan tells people first, then money, then each difference, and what to do next', async (t) => {
  t.equal(savedPlanInWords(saved), `Plan plan_1: hubUpdate of course, waiting-for-approval (until 2026-01-08T00:00:00Z)
What happens
  The hub restarts.
  12 people are connected now; nobody is disconnected.
  Kept: 14 homes.
Cost per month
  1.00 USD -> 3.50 USD (difference 2.50 USD)
Needs an approval
  It makes the hub dearer
Warnings
  Careful
Needs
  --confirm open-login: Anybody can log in
Changes of the spec
  ~ culling.timeoutSeconds = 900
Values of the chart
  - cull.timeout: 3600
  + cull.timeout: 900
Objects in the cluster
  ~ Deployment hub (its pods restart)
      - spec.template.metadata.annotations.checksum/secret: a
      + spec.template.metadata.annotations.checksum/secret: b
  ~ ConfigMap hub
        data.x.py:
      - old
      + new
  - Ingress hub
Next, by another admin: hubfleet plan approve plan_1
`)
})

t.test('colours are for terminals only, and say nothing that the marks do not', async (t) => {
  t.notMatch(savedPlanInWords(saved), '\u001b')
  const coloured = savedPlanInWords(saved, true)
  t.match(coloured, '\u001b[32m  + cull.timeout: 900\u001b[0m')
  t.match(coloured, '\u001b[31m  - cull.timeout: 3600\u001b[0m')
  t.equal(coloured.replace(/\u001b\[\d+m/g, ''), savedPlanInWords(saved))
})

t.test('nothing that came over the wire rewrites a terminal', async (t) => {
  t.notMatch(savedPlanInWords({ ...saved, words: ['\u001b[2Jgone'] }), '\u001b')
})
