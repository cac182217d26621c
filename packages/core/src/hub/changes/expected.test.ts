import t from 'tap'
import { restartWords, type Disruption } from './disruption.ts'
import { expectedDisruption, planWords } from './expected.ts'
import type { ObjectChange } from './object-change.ts'

const calm: Disruption = { restarts: [], disconnectsUsers: false, newServersOnly: false, addressChanges: false, words: [] }
const deployment = (name: string, restarts: boolean): ObjectChange => ({ kind: 'Deployment', name, change: 'update', restarts, fields: [] })

t.test('the dry run has the last word about restarts, in both directions', async (t) => {
  const promised = { ...calm, restarts: ['hub' as const], words: [restartWords.hub, 'Something else.'] }
  t.match(expectedDisruption(promised, [deployment('hub', false)]), { restarts: [], disconnectsUsers: false, words: ['Something else.'] })
  t.match(expectedDisruption(promised, [deployment('proxy', true)]), { restarts: ['proxy'], disconnectsUsers: true, words: [restartWords.proxy, 'Something else.'] })
  t.match(expectedDisruption(calm, [deployment('autohttps', true)]), { restarts: ['autohttps'], disconnectsUsers: true })
})

t.test('a change of the address disconnects also where no pod restarts', async (t) => {
  t.match(expectedDisruption({ ...calm, addressChanges: true, words: ['The address changes.'] }, []), { restarts: [], disconnectsUsers: true, words: ['The address changes.'] })
})

t.test('people are told of as many as they are', async (t) => {
  const words = (connected: number | null, disconnectsUsers: boolean, ends = false) => planWords({ disruption: { ...calm, disconnectsUsers }, people: { connected, homes: null }, ends })
  t.same(words(0, true), ['Nothing restarts.', 'Nobody is connected now.'])
  t.same(words(1, true, true).at(-1), '1 person is connected now and loses the running server.')
  t.same(words(12, false).at(-1), '12 people are connected now; nobody is disconnected.')
  t.match(words(null, true).at(-1), /could not be asked/)
})

t.test('what happens to homes is said, and a delete never calls them kept', async (t) => {
  const last = (homes?: 'keep' | 'delete') => planWords({ disruption: calm, people: { connected: 0, homes: { count: 2, gib: 20 } }, ends: true, homes }).at(-1)
  t.equal(last('delete'), "Deleted for good: 2 homes (20 GiB), and the hub's database.")
  t.equal(last('keep'), 'Kept: 2 homes (20 GiB).')
  t.equal(last(), "Kept: 2 homes (20 GiB) and the hub's database.")
})
