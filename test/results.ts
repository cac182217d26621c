export interface Results {
  passed: number
  failed: number
  /** Each as `file: its place in the file`, told again at the end: a reporter may say nothing where no terminal is. */
  failures: string[]
  skipped: { file: string; name: string; reason: string }[]
}

/**
 * Counts of a tap run from its TAP output. Throws when the summary at its end is missing: a run that was cut counts nothing.
 */
export function readResults(tap: string): Results {
  const summary = /^# \{ total: \d+, pass: (\d+)(?:, fail: (\d+))?[^}]*\}$/m.exec(tap)
  if (!summary) throw new Error('the test run ended without its summary')
  const skipped: Results['skipped'] = []
  const failures: string[] = []
  let file = ''
  for (const line of tap.split('\n')) {
    file = /^# Subtest: (.*)/.exec(line)?.[1] ?? file
    const failure = /^\s+not ok \d+ - (.*?)(?: # time=.*)?$/.exec(line)
    if (failure && !/ # TODO/i.test(line)) failures.push(`${file}: ${failure[1]}`)
    const skip = /^\s+ok \d+(?: - (.*?))? # SKIP ?(.*)$/i.exec(line)
    if (skip) skipped.push({ file, name: skip[1] ?? '', reason: skip[2]!.replace(/ ?# time=.*$/, '') })
  }
  return { passed: Number(summary[1]), failed: Number(summary[2] ?? 0), failures, skipped }
}
