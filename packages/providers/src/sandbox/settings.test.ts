import t from 'tap'
import { completeHubSpec, renderValues, type HubSpecInput } from '@hubfleet/core'
import { readValues } from './settings.ts'

const memoryOf = (input: HubSpecInput) => {
  const secrets = { cookieSecret: 'c', proxyToken: 'p', cryptKey: 'k', apiToken: 'a', fields: {} }
  return readValues(renderValues({ hub: { id: 'h', tenantId: 't' }, spec: completeHubSpec(input), secrets }).values).settings.memory / 2 ** 30
}

t.test('a simulated student\'s server is as large as one of the default profile with its default choices', async (t) => {
  t.equal(memoryOf({}), 1)
  t.equal(memoryOf({ memory: { guarantee: '3G' } }), 3)
  const choices = [{ slug: 'a', displayName: 'A', memory: { guarantee: '4G' } }, { slug: 'b', displayName: 'B', memory: { guarantee: '6G' }, default: true }]
  const profiles = [{ slug: 'small', displayName: 'S' }, { slug: 'large', displayName: 'L', default: true, options: [{ slug: 'o', displayName: 'O', choices }] }]
  t.equal(memoryOf({ profiles }), 6)
  t.throws(() => readValues({ singleuser: { memory: { guarantee: '1Gi' } } }), { code: 'unknown-value' })
})
