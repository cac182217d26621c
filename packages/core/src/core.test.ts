import fc from 'fast-check'
import t from 'tap'
import { hubNames } from './hub/names.ts'
import { isId, newId } from './ids.ts'
import { nearest } from './nearest.ts'

t.test('ids sort by the time they were made', async () => {
  fc.assert(fc.property(fc.nat(2 ** 45), fc.integer({ min: 1, max: 2 ** 45 }), (time, later) => newId('hub', time) < newId('hub', time + later)))
})

t.test('the names of a hub in its cluster are DNS labels that helm takes, and differ for each id', async (t) => {
  const [one, other] = [newId('hub'), newId('hub')]
  t.ok(isId(one, 'hub'))
  t.match(hubNames(one).namespace, /^[a-z]([-a-z0-9]{0,51}[a-z0-9])$/)
  t.equal(hubNames(one).release, hubNames(one).namespace)
  t.not(hubNames(one).namespace, hubNames(other).namespace)
})

t.test('a typing error finds the name that was meant; another word finds none', async (t) => {
  const known = ['memory', 'storage', 'clientId']
  t.same(['memroy', 'Memory', 'storag', 'clientID'].map((name) => nearest(name, known)), ['memory', 'memory', 'storage', 'clientId'])
  t.equal(nearest('exposure', known), null)
})
