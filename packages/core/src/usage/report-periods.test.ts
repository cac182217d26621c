import fc from 'fast-check'
import t from 'tap'
import { grains, nextPeriod, periodsIn, periodStart } from './grains.ts'
import { cutPeriods, dayOf, isMidnight, momentOf, piecesOf, spanBefore, yearBefore } from './report-periods.ts'

const zones = ['UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/Sao_Paulo']
const zone = fc.constantFrom(...zones)
const day = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
/** Some whole days of a zone. */
const days = fc.tuple(zone, day, fc.integer({ min: 1, max: 800 })).map(([timeZone, at, count]) => {
  const from = periodStart('day', at, timeZone)
  return { timeZone, from, to: periodStart('day', new Date(from.getTime() + (count + 0.5) * 86_400_000), timeZone) }
})
const ms = (at: Date) => at.getTime()

t.test('periods of a span fill it, without a gap or an overlap', async () => {
  fc.assert(fc.property(days, fc.constantFrom(...grains.filter((grain) => grain !== 'hour')), ({ timeZone, ...span }, grain) => {
    const periods = cutPeriods(grain, span, timeZone)
    return ms(periods[0]!.from) === ms(span.from) && ms(periods.at(-1)!.to) === ms(span.to) && periods.every(({ from, to }, index) => from < to && (index === 0 || ms(periods[index - 1]!.to) === ms(from)))
  }))
})

t.test('pieces of a span fill it with whole days and months, and as many months as there are whole ones', async () => {
  fc.assert(fc.property(days, ({ timeZone, ...span }) => {
    const pieces = piecesOf(span, timeZone)
    const months = pieces.filter(({ grain }) => grain === 'month').flatMap(({ from, to }) => periodsIn('month', from, to, timeZone))
    const whole = periodsIn('month', span.from, span.to, timeZone).filter((start) => start >= span.from && nextPeriod('month', start, timeZone) <= span.to)
    return pieces.length <= 3 && months.map(ms).join() === whole.map(ms).join() && ms(pieces[0]!.from) === ms(span.from) && ms(pieces.at(-1)!.to) === ms(span.to) &&
      pieces.every(({ from, to }, index) => isMidnight(from, timeZone) && isMidnight(to, timeZone) && (index === 0 || ms(pieces[index - 1]!.to) === ms(from)))
  }))
})

t.test('a date is the midnight of its zone, and comes back from it', async () => {
  fc.assert(fc.property(zone, day, (timeZone, at) => {
    const text = dayOf(at, timeZone)
    return ms(momentOf(text, timeZone)!) === ms(periodStart('day', at, timeZone)) && ms(momentOf(at.toISOString(), timeZone)!) === ms(at)
  }))
})

t.test('what is no date is none', async (t) => {
  for (const text of ['', '2026', '2026-02-30', '2026-1-1', '2026-01-01T00:00', 'yesterday']) t.equal(momentOf(text, 'UTC'), null, text)
})

t.test('months are held against months, the beginning of one against that of the one before, and other spans against as many days', async (t) => {
  const span = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) })
  for (const [from, to, earlier, later] of [
    ['2026-03-01', '2026-04-01', '2026-02-01', '2026-03-01'],
    ['2026-01-01', '2027-01-01', '2025-01-01', '2026-01-01'],
    ['2026-03-01', '2026-03-11', '2026-02-01', '2026-02-11'],
    ['2026-03-09', '2026-03-16', '2026-03-02', '2026-03-09'],
    ['2026-01-01', '2026-02-11', '2025-11-21', '2026-01-01'],
    ['2026-03-09T05:00:00Z', '2026-03-09T08:00:00Z', '2026-03-09T02:00:00Z', '2026-03-09T05:00:00Z'],
  ] as const) t.same(spanBefore(span(from, to), 'UTC'), span(earlier, later), `${from} to ${to}`)
  t.same(yearBefore(span('2024-02-29', '2024-03-31'), 'UTC'), span('2023-02-28', '2023-03-31'))
})
