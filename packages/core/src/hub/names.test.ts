import t from 'tap'
import { isId, newId } from '../ids.ts'
import { hubNames } from './names.ts'

t.test('the names of a hub in its cluster are DNS labels that helm takes, and differ for each id', async (t) => {
  const [one, other] = [newId('hub'), newId('hub')]
  t.ok(isId(one, 'hub'))
  t.match(hubNames(one).namespace, /^[a-z]([-a-z0-9]{0,51}[a-z0-9])$/)
  t.equal(hubNames(one).release, hubNames(one).namespace)
  t.not(hubNames(one).namespace, hubNames(other).namespace)
})
