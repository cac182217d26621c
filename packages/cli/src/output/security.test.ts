import t from 'tap'
import { securityList } from './security.ts'

const item = { why: 'Because.', mend: null, field: null }
const items = [
  { ...item, id: 'login', state: 'ok', what: 'People log in with github.' },
  { ...item, id: 'cloud-metadata', state: 'unknown', what: 'Nobody knows.', mend: 'Ask.' },
  { ...item, id: 'admins', state: 'notApplicable', what: 'None.' },
  { ...item, id: 'https', state: 'deviation', what: 'Not encrypted.', mend: 'Set exposure.https.', field: '/exposure/https' },
  { ...item, id: 'pods', state: 'ok', what: 'Fine.' },
]
const report = { hub: 'course', state: 'deviation', podSecurity: 'restricted', observedAt: '2026-01-01T00:00:00Z', items }

t.test('the posture is drawn, the worst comes first, and what deviates or is unknown tells why it matters and what mends it', async (t) => {
  t.equal(securityList(report), [
    'course: Something deviates. Its namespace is to enforce the pod security level restricted.',
    '[✗?✓✓-] 1 deviate, 1 unknown, 2 as they should be, 1 do not apply',
    '✗ https: Not encrypted.', '    Why: Because.', '    Mend: Set exposure.https.', '    Field: /exposure/https',
    '? cloud-metadata: Nobody knows.', '    Why: Because.', '    Mend: Ask.',
    '✓ login: People log in with github.',
    '✓ pods: Fine.',
    '- admins: None.',
    'As of 2026-01-01T00:00:00Z.', '',
  ].join('\n'))
  t.match(securityList({ ...report, observedAt: null }), /The cluster was not looked at yet\.\n$/)
})

t.test('colours are for terminals only, and say nothing that the marks do not', async (t) => {
  const coloured = securityList(report, { colour: true })
  t.match(coloured, '\u001b[31m✗ https\u001b[0m: Not encrypted.')
  t.equal(coloured.replaceAll(/\u001b\[\d+m/g, ''), securityList(report))
})

t.test('what a name holds cannot steer a terminal, and a state that is newer than this program is shown first', async (t) => {
  const text = securityList({ hub: 'a\u001b[2J', state: 'ok', podSecurity: 'restricted', items: [{ ...item, id: 'b', state: 'ok', what: 'c' }, { ...item, id: 'a', state: 'on\u001bfire', what: 'b\nc\u001b[31m' }] })
  t.notMatch(text, /\u001b|b\nc/)
  t.ok(text.indexOf('a: b') < text.indexOf('b: c'))
})
