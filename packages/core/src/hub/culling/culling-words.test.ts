import fc from 'fast-check'
import t from 'tap'
import { completeHubSpec } from '../complete.ts'
import { cullingMeaning } from './culling-words.ts'
import type { HubSpecInput } from '../spec.ts'

const meaning = (culling: HubSpecInput['culling'], values = {}) => cullingMeaning(completeHubSpec({ culling, values } as HubSpecInput))
const words = (culling: HubSpecInput['culling']) => meaning(culling).words.join('\n')
const kernels = (timeoutSeconds: number, more = {}) => ({ timeoutSeconds, intervalSeconds: 300, connected: true, busy: false, ...more })

t.test('without kernel culling a notebook is as any server: its time and at most a round more', async (t) => {
  t.match(meaning({}), { by: 'chart', afterLastUse: { least: 3600, most: 4200 }, afterLastCell: { least: 3600, most: 4200 } })
  t.match(words({}), '60 to 70 min after its last use')
})

t.test('a kernel that goes first gives its server its time anew', async (t) => {
  t.match(meaning({ timeoutSeconds: 7200, kernels: kernels(3600) }), { afterLastCell: { least: 3600 + 7200, most: 3900 + 7800 } })
  t.match(words({ timeoutSeconds: 7200, kernels: kernels(3600) }), /180 to 195 min after its last cell \(60 min \+ 120 min, and what the looks add\)/)
})

t.test('a kernel whose time is longer than its server\'s has no say', async (t) => {
  t.match(meaning({ timeoutSeconds: 1800, everySeconds: 300, kernels: kernels(3600) }), { afterLastCell: { least: 1800, most: 2100 } })
  t.match(words({ timeoutSeconds: 1800, everySeconds: 300, kernels: kernels(3600) }), 'before its kernel would be')
})

t.test('where both have the same time, either may be first', async (t) => {
  t.match(meaning({ kernels: kernels(3600) }), { afterLastCell: { least: 3600, most: 3900 + 4200 } })
  t.match(words({ kernels: kernels(3600) }), '60 to 135 min')
})

t.test('both times add up from the rule of the culling page on, and not a second before', async (t) => {
  // kernels.timeoutSeconds + kernels.intervalSeconds + 300 < timeoutSeconds
  t.match(meaning({ kernels: kernels(2999) }), { afterLastCell: { least: 2999 + 3600, most: 2999 + 300 + 3600 + 600 } })
  t.match(meaning({ kernels: kernels(3000) }), { afterLastCell: { least: 3600, most: 3000 + 300 + 3600 + 600 } })
  t.match(meaning({ kernels: kernels(1200) }), { afterLastCell: { least: 80 * 60, most: 95 * 60 } }, 'the example of the page')
})

t.test('what is left out of culling is said: open tabs, protected people, quiet hours', async (t) => {
  const all = { kernels: kernels(3600, { connected: false }), protect: { users: ['ada'], groups: ['staff'] }, quietHours: [{ from: '09:00', to: '11:00', days: ['mon' as const], timeZone: 'Europe/Berlin' }], warnAheadSeconds: 600 }
  const said = words(all)
  for (const part of ['one of an open notebook never is', 'ada, members of the group staff', 'on mon from 09:00 to 11:00 (Europe/Berlin)', '10 min or more before', 'also in quiet hours']) t.match(said, part)
  t.equal(meaning(all).by, 'hubfleet')
  t.match(meaning({ enabled: false }), { by: 'nobody', afterLastUse: null, afterLastCell: null })
})

t.test('raw values of the chart count where they win', async (t) => {
  t.match(meaning({}, { cull: { timeout: 1200, every: 60 } }), { afterLastUse: { least: 1200, most: 1260 } })
  t.match(meaning({}, { cull: { enabled: false } }), { by: 'nobody' })
})

t.test('the range holds what really happens, whenever looks and rounds fall', async () => {
  const n = (min: number, max: number) => fc.integer({ min, max })
  fc.assert(fc.property(n(600, 7200), n(60, 900), n(600, 7200), n(60, 900), n(0, 900), n(0, 900), n(0, 300), (timeout, every, kernel, interval, roundAt, lookAt, report) => {
    const { afterLastCell } = meaning({ timeoutSeconds: timeout, everySeconds: every, kernels: kernels(kernel, { intervalSeconds: interval }) })
    // second by second: the kernel is last used at 0; its stop is known to the hub up to 300 s later
    let [kernelStopped, active] = [Infinity, 0]
    for (let second = 0; ; second++) {
      if (second % interval === lookAt % interval && second > kernel && kernelStopped === Infinity) kernelStopped = second
      if (second === kernelStopped + report) active = kernelStopped
      if (second % every === roundAt % every && second - active >= timeout) return second >= afterLastCell!.least && second <= afterLastCell!.most
    }
  }), { numRuns: 200 })
})
