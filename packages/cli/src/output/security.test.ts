import t from 'tap'
import { securityList } from './security.ts'

const item = { why: 'Because.', mend: null, field: null }

t.test('each item has its mark; what deviates or is unknown tells why it matters and what mends it', async (t) => {
  const items = [
    { ...item, id: 'login', state: 'ok', what: 'People log in with github.' },
    { ...item, id: 'https', state: 'deviation', what: 'Not encrypted.', mend: 'Set exposure.https.', field: '/exposure/https' },
    { ...item, id: 'cloud-metadata', state: 'unknown', what: 'Nobody knows.', mend: 'Ask.' },
    { ...item, id: 'admins', state: 'notApplicable', what: 'None.' },
  ]
  t.equal(securityList({ hub: 'course', state: 'deviation', podSecurity: 'restricted', items }), [
    'course: Something deviates. Its namespace is to enforce the pod security level restricted.',
    '✓ login: People log in with github.',
    '✗ https: Not encrypted.', '    Why: Because.', '    Mend: Set exposure.https.', '    Field: /exposure/https',
    '? cloud-metadata: Nobody knows.', '    Why: Because.', '    Mend: Ask.',
    '- admins: None.', '',
  ].join('\n'))
})

t.test('what a name holds cannot steer a terminal', async (t) => {
  t.notMatch(securityList({ hub: 'a\u001b[2J', state: 'ok', podSecurity: 'restricted', items: [{ ...item, id: 'a', state: 'ok', what: 'b\nc\u001b[31m' }] }), /\u001b|b\nc/)
})
