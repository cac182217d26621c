import t from 'tap'
import { nearest } from './nearest.ts'

t.test('a typing error finds the name that was meant; another word finds none', async (t) => {
  const known = ['memory', 'storage', 'clientId']
  t.same(['memroy', 'Memory', 'storag', 'clientID'].map((name) => nearest(name, known)), ['memory', 'memory', 'storage', 'clientId'])
  t.equal(nearest('exposure', known), null)
})
