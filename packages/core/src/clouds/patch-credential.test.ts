import fc from 'fast-check'
import t from 'tap'
import { secretFieldsOf, splitCredential, type CloudCredential } from './credential.ts'
import { patchCredential } from './patch-credential.ts'

const uuid = '00000000-0000-0000-0000-000000000001'
const credentials: Record<string, CloudCredential> = {
  'azure-secret': { type: 'azure-secret', subscription: uuid, directory: 'example.org', clientId: uuid, clientSecret: 'secret' },
  'azure-federation': { type: 'azure-federation', subscription: uuid, directory: 'example.org', clientId: uuid },
  'aws-key': { type: 'aws-key', account: '123456789012', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' },
  'gcp-ambient': { type: 'gcp-ambient', project: 'a-project' },
}

t.test('what may be seen and what may not are all of it, and the secret is in the second only', async (t) => {
  for (const credential of Object.values(credentials)) {
    const { shown, secrets } = splitCredential(credential)
    t.same({ ...shown, ...secrets }, credential)
    t.same(Object.keys(secrets), secretFieldsOf(credential.type))
    t.notMatch(JSON.stringify(Object.values(shown)), '"secret"')
  }
})

t.test('what a patch leaves out stays, null takes away, and addresses are changed one by one', async (t) => {
  const before = { ...credentials['aws-key'] as CloudCredential, endpoints: { sts: 'https://sts.example.org', eks: 'https://eks.example.org' } }
  t.same(patchCredential(before, { type: 'aws-key' }), before)
  t.same(patchCredential(before, { type: 'aws-key', endpoints: { sts: null, ec2: 'https://ec2.example.org' } }).endpoints, { eks: 'https://eks.example.org', ec2: 'https://ec2.example.org' })
  t.same(patchCredential(before, { type: 'aws-key', endpoints: null }), credentials['aws-key'])
  t.throws(() => patchCredential(before, { type: 'aws-key', secretAccessKey: null }), { code: 'invalid-request', errors: [{ pointer: '/spec/secretAccessKey', code: 'required' }] })
})

t.test('no patch of another kind takes a secret over, and none leads to another cloud or account', async () => {
  const patches = Object.values(credentials).map((credential) => ({ ...credential, ...('account' in credential && { account: '210987654321' }) }))
  fc.assert(fc.property(fc.constantFrom(...Object.values(credentials)), fc.constantFrom(...Object.values(credentials), ...patches), (before, patch) => {
    let after: CloudCredential
    try {
      after = patchCredential(before, patch)
    } catch (error) {
      return (error as { code: string }).code === 'invalid-request'
    }
    if (after.type !== before.type && Object.keys(splitCredential(after).secrets).some((name) => !(name in patch))) return false
    return after.type.split('-')[0] === before.type.split('-')[0] && (after as { account?: string }).account === (before as { account?: string }).account
  }))
})
