import t from 'tap'
import { readResults } from './results.ts'

const file = (name: string, ...lines: string[]): string => [`# Subtest: ${name}`, ...lines.map(line => `    ${line}`), `ok 1 - ${name}`].join('\n')

t.test('passed and failed come from the summary, also when nothing failed', async t => {
  t.match(readResults('# { total: 36, pass: 33, fail: 1, todo: 1, skip: 1 }\n'), { passed: 33, failed: 1 })
  t.match(readResults('# { total: 2, pass: 2 }\n'), { passed: 2, failed: 0 })
})

t.test('a skipped test is named with its file and reason', async t => {
  const tap = [file('a.test.ts', 'ok 1 - fine'), file('b.test.ts', 'ok 1 - a suite # SKIP no bed: x', 'ok 2 # SKIP'), '# { total: 3, pass: 1, skip: 2 }'].join('\n')
  t.strictSame(readResults(tap).skipped, [{ file: 'b.test.ts', name: 'a suite', reason: 'no bed: x' }, { file: 'b.test.ts', name: '', reason: '' }])
})

t.test('a failed test is named with its file', async t => {
  const tap = [file('a.test.ts', 'ok 1 - fine'), file('b.test.ts', 'not ok 1 - the hub is ready # time=5ms', 'not ok 2 - later # TODO'), '# { total: 3, pass: 1, fail: 1, todo: 1 }'].join('\n')
  t.strictSame(readResults(tap).failures, ['b.test.ts: the hub is ready'])
})

t.test('a run without a summary is an error, not zero failures', async t => {
  t.throws(() => readResults('TAP version 14\n'), { message: /without its summary/ })
})
