import fc from 'fast-check'
import t from 'tap'
import { completeHubSpec } from '../complete.ts'
import type { CullableServer } from './culling.ts'
import type { HubCulling } from './culling-schema.ts'
import { cullRound, culledBy, nextRound, usersOfRound, type CullWarning } from './own-culling.ts'

const start = new Date('2026-03-02T12:00:00Z')
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const culling = (changed: Partial<HubCulling> = {}): HubCulling => ({ ...completeHubSpec({}).culling, ...changed })
const server = (changed: Partial<CullableServer> = {}): CullableServer => ({ user: 'ada', name: '', ready: true, pending: null, started: at(-7200), lastActivity: at(0), ...changed })
const stopped = (servers: CullableServer[], changed: Partial<HubCulling>, seconds: number, warned: CullWarning[] = []) => cullRound(servers, culling(changed), warned, at(seconds)).stop.map(({ server: { user } }) => user)
const protect = (changed: Partial<HubCulling['protect']>): HubCulling['protect'] => ({ users: [], groups: [], ...changed })

t.test('the culler of the chart does what it can do; Hubfleet where only it can', async (t) => {
  t.equal(culledBy(culling()), 'chart')
  t.equal(culledBy(culling({ maxAgeSeconds: 43_200, users: true })), 'chart')
  for (const own of [{ protect: protect({ groups: ['staff'] }) }, { quietHours: [{ from: '09:00', to: '10:00' }] }, { warnAheadSeconds: 600 }]) {
    t.equal(culledBy(culling(own)), 'hubfleet')
    t.equal(culledBy(culling({ ...own, enabled: false })), 'nobody')
  }
})

t.test('who is protected, by name or by a group, is stopped by neither limit and not deleted', async (t) => {
  const old = { started: at(-99_999), lastActivity: at(-99_999) }
  const all = [server({ ...old, user: 'ada' }), server({ ...old, user: 'bob', groups: ['students'] }), server({ ...old, user: 'eve', groups: ['students', 'staff'] })]
  const rules = { maxAgeSeconds: 600, users: true, protect: protect({ users: ['ada'], groups: ['staff'] }) }
  t.same(stopped(all, rules, 0), ['bob'])
  const users = all.map(({ user, groups }) => ({ name: user, admin: false, created: at(-99_999), lastActivity: null, servers: [], groups: groups ?? [] }))
  t.same(usersOfRound(users, culling(rules), at(0)).map(({ user }) => user.name), ['bob'])
})

t.test('in quiet hours nothing is stopped or deleted, and the first round after them makes up for it', async (t) => {
  const rules = culling({ quietHours: [{ from: '12:00', to: '14:05' }], users: true })
  const user = { name: 'ada', admin: false, created: at(-9999), lastActivity: null, servers: [] }
  t.same(cullRound([server()], rules, [], at(7200)).stop, [])
  t.same(usersOfRound([user], rules, at(7200)), [])
  t.equal(nextRound(rules, at(7200)).toISOString(), '2026-03-02T14:05:00.000Z')
  t.equal(cullRound([server()], rules, [], at(7500)).stop.length, 1)
  t.equal(nextRound(rules, at(7500)).toISOString(), at(8100).toISOString())
})

t.test('somebody is told before, in good time, and the server is then stopped when it would be anyway', async (t) => {
  const rules = culling({ warnAheadSeconds: 900 })
  t.same(cullRound([server()], rules, [], at(1800)).warnings, [])
  const { warnings, fresh } = cullRound([server()], rules, [], at(2400))
  t.match(warnings, [{ user: 'ada', reason: 'idle', stopsAt: at(3600).toISOString(), since: at(2400).toISOString() }])
  t.same(fresh, warnings)
  const again = cullRound([server()], rules, warnings, at(3000))
  t.same([again.warnings, again.fresh], [warnings, []], 'the same is not new')
  t.same(stopped([server()], { warnAheadSeconds: 900 }, 3600, warnings), ['ada'])
})

t.test('who was not told, since nobody looked, is told first', async (t) => {
  const { stop, warnings } = cullRound([server()], culling({ warnAheadSeconds: 900 }), [], at(9000))
  t.same(stop, [])
  t.match(warnings, [{ stopsAt: at(9000 + 1200).toISOString() }])
  t.same(stopped([server()], { warnAheadSeconds: 900 }, 9000 + 1200, warnings), ['ada'])
})

t.test('a warning goes when its server is used, and does not count for the next time', async (t) => {
  const { warnings } = cullRound([server()], culling({ warnAheadSeconds: 900 }), [], at(2400))
  const used = server({ lastActivity: at(2700) })
  t.same(cullRound([used], culling({ warnAheadSeconds: 900 }), warnings, at(3000)).warnings, [])
  t.match(cullRound([used], culling({ warnAheadSeconds: 900 }), warnings, at(6300)), { stop: [], fresh: [{ since: at(6300).toISOString() }] })
})

t.test('a warning of the greatest age stays while the server is used', async (t) => {
  const rules = culling({ maxAgeSeconds: 7200 + 3600, timeoutSeconds: 99_999, warnAheadSeconds: 600 })
  const { warnings } = cullRound([server()], rules, [], at(2400))
  t.match(warnings, [{ reason: 'max-age', stopsAt: at(3600).toISOString() }])
  t.same(cullRound([server({ lastActivity: at(3599) })], rules, warnings, at(3600)).stop.map(({ reason }) => reason), ['max-age'])
})

t.test('the end of quiet hours is told in good time too', async (t) => {
  const rules = culling({ quietHours: [{ from: '12:00', to: '15:05' }], warnAheadSeconds: 600 })
  t.same(cullRound([server()], rules, [], at(9600)).warnings, [], 'more than a round and the notice before')
  t.match(cullRound([server()], rules, [], at(10_200)).warnings, [{ stopsAt: '2026-03-02T15:05:00.000Z' }])
})

t.test('round after round: nobody loses a server without having been told for so long, unless used meanwhile, protected or in quiet hours', async () => {
  const scenario = fc.record({
    every: fc.constantFrom(60, 300, 600), warn: fc.constantFrom(0, 60, 450, 900), timeout: fc.constantFrom(600, 1800), maxAge: fc.constantFrom(0, 3600, 7200),
    quiet: fc.constantFrom<HubCulling['quietHours']>([], [{ from: '13:00', to: '13:47' }], [{ from: '12:30', to: '16:00' }]),
    uses: fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 6 }),
    /** Nobody looks in these rounds. */
    gap: fc.tuple(fc.nat(20_000), fc.nat(5000)), late: fc.integer({ min: 0, max: 20 }),
  })
  fc.assert(fc.property(scenario, ({ every, warn, timeout, maxAge, quiet, uses, gap: [from, length], late }) => {
    const rules = culling({ everySeconds: every, warnAheadSeconds: warn, timeoutSeconds: timeout, maxAgeSeconds: maxAge, quietHours: quiet, protect: protect({ users: ['boss'] }) })
    let warned: CullWarning[] = []
    for (let now = 0; now < 30_000;) {
      if (now < from || now > from + length) {
        const lastActivity = at(Math.max(0, ...uses.filter((use) => use <= now)))
        const servers = [server({ started: at(0), lastActivity }), server({ user: 'boss', started: at(0), lastActivity: at(0) })]
        const before = warned
        const round = cullRound(servers, rules, before, at(now))
        warned = round.warnings
        if (round.stop.some(({ server: { user } }) => user === 'boss') || (round.quietUntil !== null && round.stop.length > 0)) return false
        for (const { reason } of round.stop) {
          const told = before.find((warning) => warning.reason === reason)
          if (warn > 0 && !(told && at(now).getTime() - Date.parse(told.since) >= warn * 1000)) return false
          if (reason === 'idle' && at(now).getTime() - lastActivity.getTime() < timeout * 1000) return false
          return true
        }
      }
      now = Math.min(now + every, (nextRound(rules, at(now)).getTime() - start.getTime()) / 1000) + late
    }
    return false // everybody goes home at last, and is stopped by then
  }), { numRuns: 300 })
})

t.test('a round over many servers costs little, however quiet it is', async (t) => {
  const many = Array.from({ length: 2000 }, (_, index) => server({ user: `user-${index}`, lastActivity: at(-index) }))
  const rules = culling({ everySeconds: 60, warnAheadSeconds: 600, quietHours: [{ from: '00:00', to: '23:59', timeZone: 'Europe/Berlin' }] })
  const began = performance.now()
  t.same(cullRound(many, rules, [], at(0)).stop, [])
  t.ok(performance.now() - began < 2000, 'far less than one look at the clock for each server and minute')
})
