import t from 'tap'
import type { Operation } from '@hubfleet/sdk'
import { stepPrinter } from './print.ts'

const operation = (...steps: [name: string, state: string, message: string][]) => ({ steps: steps.map(([name, state, message]) => ({ name, state, message })) }) as unknown as Operation

t.test('the steps of several operations are told only where they are not as they were', (t) => {
  const lines: string[] = []
  const print = stepPrinter((line) => lines.push(line.replace(/\u001b\[\d+m/g, '').replace(/ +/g, ' ')))
  print(operation(['release', 'done', 'revision 1'], ['nodes', 'pending', '']))
  print(operation(['release', 'done', 'revision 1'], ['nodes', 'done', 'none claimed']))
  print(operation(['release', 'done', 'revision 1'], ['nodes', 'waiting', '1 of 3']))
  print(operation(['release', 'done', 'revision 1'], ['nodes', 'done', 'none claimed']))
  t.same(lines, ['✓ release revision 1', '✓ nodes none claimed', '… nodes 1 of 3', '✓ nodes none claimed'])
  t.end()
})
