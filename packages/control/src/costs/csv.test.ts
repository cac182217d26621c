import t from 'tap'
import { csvOf } from './csv.ts'

const report = (name: string, amounts: (string | null)[]) => ({
  by: ['user'], periods: amounts.map((_, at) => ({ name: `2026-03-0${at + 1}`, from: `2026-03-0${at + 1}T00:00:00.000Z`, to: `2026-03-0${at + 2}T00:00:00.000Z` })),
  series: [{ keys: [{ by: 'user', value: name, name }], rest: false, currency: 'USD', amounts, billed: amounts.map(() => null), hours: amounts.map(() => 1.5), coreHours: amounts.map(() => 0), gibHours: amounts.map(() => 0) }],
}) as unknown as Parameters<typeof csvOf>[0]
const rowsOf = (text: string) => text.trimEnd().split('\r\n').slice(1)

t.test('no name is a formula to a spreadsheet, and quotes, commas and line ends stay in their cell', async (t) => {
  for (const [name, cell] of [['=1+1', "'=1+1"], ['+a', "'+a"], ['-a', "'-a"], ['@a', "'@a"], ['=cmd|"x",y', `"'=cmd|""x"",y"`], ['a,b', '"a,b"'], ['ada', 'ada']] as const) {
    t.equal(rowsOf(csvOf(report(name, ['1'])))[0]!.split('2026-03-02T00:00:00.000Z,')[1], `${cell},false,USD,1,,1.5,0,0`, name)
  }
  t.match(csvOf(report('a\r\nb', ['1'])), '"a\r\nb"')
})

t.test('amounts are exact, also below zero, and empty where nothing is known', async (t) => {
  t.same(rowsOf(csvOf(report('ada', ['123456789012.123456', '-5.25', '0', null]))).map((row) => row.split(',')[6]), ['123456789012.123456', '-5.25', '0', ''])
})
