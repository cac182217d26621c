import fc from 'fast-check'
import t from 'tap'
import { isAfter, keptLines, linesOf, longestLine, readPlace, writePlace, type BuildLine } from './build-log.ts'

async function* pieces(texts: string[]) { yield* texts }
const all = async (texts: string[]) => { const lines: string[] = []; for await (const line of linesOf(pieces(texts))) lines.push(line); return lines }

t.test('lines are the same wherever the text was cut, and none is without end', async (t) => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', 'ä'), maxLength: 60 })
  await fc.assert(fc.asyncProperty(text, fc.array(fc.nat(60), { maxLength: 5 }), async (whole, cuts) => {
    const at = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length]
    const cut = at.slice(1).map((end, index) => whole.slice(at[index], end))
    const wanted = whole.replace(/\n$/, '') === '' && whole === '' ? [] : whole.replace(/\n$/, '').split('\n').map((line, index, lines) => (index < lines.length - 1 || whole.endsWith('\n') ? line.replace(/\r$/, '') : line))
    t.same(await all(cut), wanted)
  }), { numRuns: 300 })
  const long = 'x'.repeat(2 * longestLine + 3)
  t.same((await all([long.slice(0, 5), long.slice(5), '\nend\n'])).map(({ length }) => length), [longestLine, longestLine, 3, 3])
})

t.test('a place is read back as it was written, and who comes back at it gets each later line once', async (t) => {
  const place = fc.record({ container: fc.constantFrom('fetch', 'build'), number: fc.integer({ min: 0, max: 1e6 }) })
  fc.assert(fc.property(place, (one) => { t.same(readPlace(writePlace(one)), one) }))
  for (const wrong of ['', '3', 'pod.3', 'build.', 'build.x', 'build.-1', 'build.1.2']) t.equal(readPlace(wrong), null, wrong)
  const lines = ['fetch', 'build'].flatMap((container) => [1, 2, 3].map((number): BuildLine => ({ pod: 'p', container, number, text: '' })))
  for (const [index, line] of lines.entries()) t.same(lines.filter((other) => isAfter(other, line)), lines.slice(index + 1))
  t.same(lines.filter((line) => isAfter(line, null)), lines)
})

t.test('what was kept of a log keeps the numbers that its lines had', async (t) => {
  t.same(keptLines([{ pod: 'p', container: 'fetch', text: '' }, { pod: 'p', container: 'build', text: 'a\n\nb\n', before: 40 }]).map(({ number, text }) => [number, text]), [[41, 'a'], [42, ''], [43, 'b']])
})
