import fc from 'fast-check'
import t from 'tap'
import { amountOf, microsOf, multiplyMicros, sumMicros, toMoney } from './money.ts'

t.test('a tenth and two tenths are three tenths', async (t) => {
  t.same(toMoney(sumMicros([microsOf('0.1'), microsOf('0.2')])), { amount: '0.3000', currency: 'USD' })
})

t.test('amounts have four places, and halves are rounded away from zero', async (t) => {
  t.equal(toMoney(50n).amount, '0.0001')
  t.equal(toMoney(49n).amount, '0.0000')
  t.equal(toMoney(-50n).amount, '-0.0001')
  t.equal(toMoney(microsOf('1234.5')).amount, '1234.5000')
})

t.test('no amount is shown as minus nothing', async (t) => {
  t.equal(toMoney(-1n).amount, '0.0000')
})

t.test('a sum does not depend on its order', async () => {
  fc.assert(fc.property(fc.array(fc.bigInt(-(10n ** 15n), 10n ** 15n)), (amounts) => sumMicros(amounts) === sumMicros(amounts.toReversed())))
})

t.test('an amount with four places survives writing and reading', async () => {
  fc.assert(fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), (units) => microsOf(toMoney(units * 100n).amount) === units * 100n))
})

t.test('an exact amount survives writing and reading, to the last millionth', async (t) => {
  fc.assert(fc.property(fc.bigInt(-(10n ** 18n), 10n ** 18n), (micros) => microsOf(amountOf(micros)) === micros))
  t.equal(amountOf(-12_500_000n), '-12.5')
  t.equal(amountOf(0n), '0')
})

t.test('quantities count as they print in decimal: 0.1 is a tenth, also in exponent notation', async (t) => {
  t.equal(multiplyMicros(microsOf('30'), 0.1), microsOf('3'))
  t.equal(multiplyMicros(microsOf('1000000'), 1e-7), microsOf('0.1'))
  t.equal(multiplyMicros(microsOf('0.17'), 10, 730), 2329n)
  t.equal(multiplyMicros(-3n, 1, 2), -2n)
})

t.test('what is no amount or quantity is refused rather than counted as nothing', async (t) => {
  for (const wrong of ['', '1,5', '1.2345678', 'NaN', '1e3']) t.throws(() => microsOf(wrong), RangeError)
  t.throws(() => multiplyMicros(1n, Infinity), RangeError)
  t.throws(() => multiplyMicros(1n, 1, 0), RangeError)
})
