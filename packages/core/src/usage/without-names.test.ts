import fc from 'fast-check'
import t from 'tap'
import type { HubSample } from './sample.ts'
import { namesIn, withoutName, withoutNames } from './without-names.ts'

const name = fc.constantFrom('ada', 'bob', 'a.b+c', 'ada-2', '$&')
const pod = fc.record({ name: name.map((user) => `jupyter-${user}`), kind: fc.constant('server' as const), user: fc.option(name), node: fc.constant('n'), cpu: fc.double({ noNaN: true }), memoryGiB: fc.double({ noNaN: true }), used: fc.constant(null) })
const sample: fc.Arbitrary<Omit<HubSample, 'hubId'>> = fc.record({
  pods: fc.array(pod), claims: fc.array(fc.record({ name: name.map((user) => `claim-${user}`), kind: fc.constant('home' as const), user: fc.option(name), gib: fc.integer(), storageClass: fc.constant(null) })), loadBalancers: fc.nat(), addresses: fc.nat(), users: fc.option(fc.nat()),
  servers: fc.option(fc.array(fc.record({ user: name, server: fc.constant(''), groups: fc.constant<string[]>([]), started: fc.constant(new Date(0)), lastActivity: fc.constant(null), ready: fc.boolean() }))),
})

t.test('of a sample nothing but the names of those people changes, and no two things get the same name', async () => {
  fc.assert(fc.property(sample, (before) => {
    const after = withoutNames(before, new Map([['ada', 'erased-1']]))
    const mine = <Thing extends { user: string | null }>(things: readonly Thing[]) => things.filter(({ user }) => user === 'ada').length
    const rest = ({ pods, claims, servers, ...counts }: typeof before) => ({ pods: pods.map(({ name: _, user: __, ...all }) => all), claims: claims.map(({ name: _, user: __, ...all }) => all), servers: servers?.map(({ user: _, ...all }) => all), counts })
    const tombs = after.pods.filter(({ user }) => user === 'erased-1')
    return !namesIn(after).includes('ada') && tombs.length === mine(before.pods) && new Set(tombs.map((one) => one.name)).size === tombs.length && JSON.stringify(rest(after)) === JSON.stringify(rest(before))
      && after.pods.every((one, index) => before.pods[index]!.user === 'ada' || one === before.pods[index])
  }))
})

t.test('a name is taken out of texts where it stands as a word, and not out of longer ones', async (t) => {
  const cases: [unknown, unknown][] = [
    ['ada', 'x'], ['hub/users/ada', 'hub/users/x'], ['ada/lab', 'x/lab'], ['made ada.', 'made x.'], ['ada, bob and 3 more', 'x, bob and 3 more'], ['adam and ada-2 and ada.b', 'adam and ada-2 and ada.b'],
    [{ ada: ['ada', 1, null, { user: 'ada' }] }, { ada: ['x', 1, null, { user: 'x' }] }],
  ]
  for (const [text, clean] of cases) t.same(withoutName(text, 'ada', 'x'), clean, JSON.stringify(text))
  t.equal(withoutName('by a.b+c, not aXb+c', 'a.b+c', '$&'), 'by $&, not aXb+c')
})
