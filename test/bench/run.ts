/**
 * Runs the benchmarks, or those whose file name contains one of the arguments, and prints each ratio beside its bound.
 * Exits with 1 when a bound does not hold. They are not tests: a busy machine may break a bound.
 */
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { judge, type Bench } from './bench.ts'

const filters = process.argv.slice(2)
const files = globSync('*.bench.ts', { cwd: import.meta.dirname }).filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter))).sort()
if (files.length === 0) {
  console.error(`no benchmark matches ${filters.join(', ')}`)
  process.exit(1)
}

let broken = 0
for (const file of files) {
  const { default: bench } = await import(join(import.meta.dirname, file)) as { default: Bench }
  console.log(`\n${basename(file, '.bench.ts')}: ${bench.title}`)
  if (bench.skip) {
    console.log(`  skipped: ${bench.skip}`)
    continue
  }
  const figures = await bench.measure()
  const { ours, peer, ratio, holds } = judge(figures, bench.limit)
  const bound = 'atLeast' in bench.limit ? `at least ${bench.limit.atLeast}` : `at most ${bench.limit.atMost}`
  console.log(`  Hubfleet ${number(ours)} ${bench.figure}   (${figures.ours.map(number).join(' ')})`)
  console.log(`  ${bench.peer} ${number(peer)}   (${figures.peer.map(number).join(' ')})`)
  console.log(`  ratio ${ratio.toFixed(2)}, ${bound}: ${holds ? 'holds' : 'DOES NOT HOLD'}`)
  if (!holds) broken++
}
process.exit(broken > 0 ? 1 : 0)

function number(figure: number): string {
  return figure >= 100 ? figure.toFixed(0) : figure.toFixed(2)
}
