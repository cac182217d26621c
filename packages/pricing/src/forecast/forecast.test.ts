import fc from 'fast-check'
import t from 'tap'
import { nextPeriod, periodsIn, periodStart, weekdayOf } from '@hubfleet/core'
import { forecastCost, type DayCost } from '../index.ts'

const zones = ['UTC', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata', 'America/Sao_Paulo']
const zone = fc.constantFrom(...zones)
const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
const dollars = (amount: number) => BigInt(Math.round(amount * 1e6))
const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000)
const monthOf = (now: Date, timeZone: string) => {
  const from = periodStart('month', now, timeZone)
  return { from, to: nextPeriod('month', from, timeZone) }
}

/** What each day cost until now, the last one in part; `cost` is of a whole day, whatever the number of its hours. */
function daysOf(from: Date, now: Date, timeZone: string, cost: (start: Date) => number): DayCost[] {
  return periodsIn('day', from, now, timeZone).map((start) => {
    const length = nextPeriod('day', start, timeZone).getTime() - start.getTime()
    const seen = Math.min(1, (now.getTime() - start.getTime()) / length)
    return { start, micros: dollars((cost(start) * seen * length) / 86_400_000), seen }
  })
}
const close = (a: bigint, b: bigint, within = 0.001) => Math.abs(Number(a - b)) <= Math.max(10, within * Number(b))

t.test('what costs the same each hour is foretold to the cent, over months of any length and nights with two or no hours at two', async () => {
  fc.assert(fc.property(zone, moment, fc.integer({ min: 1, max: 10_000 }), (timeZone, now, perDay) => {
    const period = monthOf(now, timeZone)
    const forecast = forecastCost({ days: daysOf(daysBefore(now, 40), now, timeZone, () => perDay), period, now, timeZone })!
    const whole = dollars((perDay * (period.to.getTime() - period.from.getTime())) / 86_400_000)
    return close(forecast.expected, whole) && close(forecast.high, whole) && close(forecast.low, whole)
  }))
})

t.test('weekends are not taken for weekdays', async () => {
  fc.assert(fc.property(zone, moment, (timeZone, now) => {
    const period = monthOf(now, timeZone)
    const cost = (start: Date) => (weekdayOf(start, timeZone) > 5 ? 10 : 100)
    const forecast = forecastCost({ days: daysOf(daysBefore(now, 60), now, timeZone, cost), period, now, timeZone })!
    const whole = periodsIn('day', period.from, period.to, timeZone).reduce((sum, start) => sum + (cost(start) * (nextPeriod('day', start, timeZone).getTime() - start.getTime())) / 86_400_000, 0)
    return close(forecast.expected, dollars(whole), 0.03)
  }))
})

t.test('never less than what was spent; low, expected and high in order; nothing of the order of the days', async () => {
  fc.assert(fc.property(zone, moment, fc.array(fc.record({ back: fc.integer({ min: 0, max: 80 }), usd: fc.double({ min: 0, max: 1000, noNaN: true }), seen: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 60 }), (timeZone, now, rows) => {
    const period = monthOf(now, timeZone)
    const days = [...new Map(rows.map(({ back, usd, seen }) => [back, { start: periodStart('day', daysBefore(now, back), timeZone), micros: dollars(usd), seen }])).values()]
    const forecast = forecastCost({ days, period, now, timeZone })
    const told = days.filter(({ start, seen }) => seen >= 0.25 && start >= daysBefore(now, 56))
    if (!forecast || told.length === 0) return !forecast === (told.length === 0)
    const { actual, low, expected, high } = forecast
    const again = forecastCost({ days: days.toReversed(), period, now, timeZone })!
    return actual <= low && low <= expected && expected <= high && close(again.expected, expected)
  }))
})

t.test('a dearer day makes no forecast cheaper', async () => {
  fc.assert(fc.property(zone, moment, fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { minLength: 1, maxLength: 50 }), fc.nat(), fc.double({ min: 0, max: 500, noNaN: true }), (timeZone, now, costs, which, more) => {
    const days = costs.map((usd, back) => ({ start: periodStart('day', daysBefore(now, back + 1), timeZone), micros: dollars(usd), seen: 1 }))
    const dearer = days.map((day, index) => (index === which % days.length ? { ...day, micros: day.micros + dollars(more) } : day))
    const of = (given: DayCost[]) => forecastCost({ days: given, period: monthOf(now, timeZone), now, timeZone })!.expected
    return of(dearer) >= of(days) - 1n
  }))
})

t.test('nothing seen is not known, a month that is over is what it cost, and with two days the band is wide', async (t) => {
  const now = new Date('2026-05-11T00:00:00Z')
  const period = monthOf(now, 'UTC')
  const at = (day: number, seen = 1) => ({ start: new Date(Date.UTC(2026, 4, day)), micros: dollars(10), seen })
  t.equal(forecastCost({ days: [], period, now, timeZone: 'UTC' }), null)
  t.equal(forecastCost({ days: [at(10, 0.1)], period, now, timeZone: 'UTC' }), null, 'a tenth of a day tells nothing')
  t.same(forecastCost({ days: [at(10)], period, now: new Date('2026-06-01T00:00:00Z'), timeZone: 'UTC' }), { actual: dollars(10), low: dollars(10), expected: dollars(10), high: dollars(10), days: 0 })
  t.same(forecastCost({ days: [at(9), at(10)], period, now, timeZone: 'UTC' }), { actual: dollars(20), low: dollars(20), expected: dollars(230), high: dollars(440), days: 2 })
  t.equal(forecastCost({ days: [at(10, 0.5)], period, now, timeZone: 'UTC' })!.expected, dollars(10 + 21 * 20), 'of a day that was half seen the other half cost as much')
})

t.test('four of five months end within the band', async (t) => {
  // by a generator of our own, so that each run is the same
  let state = 42
  const random = () => { state = (state * 1103515245 + 12345) % 2 ** 31; return state / 2 ** 31 }
  const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  let within = 0
  const rounds = 400
  for (let round = 0; round < rounds; round++) {
    const period = { from: new Date('2026-05-01'), to: new Date('2026-06-01') }
    const now = new Date('2026-05-11')
    const whole = daysOf(new Date('2026-03-20'), period.to, 'UTC', (start) => Math.max(0, (weekdayOf(start, 'UTC') > 5 ? 30 : 100) + 20 * gauss()))
    const { low, high } = forecastCost({ days: whole.filter(({ start }) => start < now), period, now, timeZone: 'UTC' })!
    const cost = whole.filter(({ start }) => start >= period.from).reduce((sum, { micros }) => sum + micros, 0n)
    if (low <= cost && cost <= high) within++
  }
  t.ok(within / rounds > 0.72 && within / rounds < 0.9, `${within} of ${rounds}`)
})
