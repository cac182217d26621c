import pc from 'picocolors'
import type { Hub, HubCost, HubSecurityReport, Operation, Plan, SavedPlan } from '@hubfleet/sdk'

/** What a command-line user would see of the same things, on standard output. */
export const title = (text: string): void => console.log(`\n${pc.bold(pc.cyan(`▌ ${text}`))}`)
export const say = (text: string): void => console.log(`  ${text}`)
const money = ({ amount, currency }: { amount: string; currency: string }): string => `${Number(amount).toFixed(2)} ${currency}`

export function showPlan(plan: Plan, { most = 8 } = {}): void {
  for (const { op, path, value } of plan.diff.slice(0, most)) {
    say(`${pc.yellow(op.padEnd(7))} ${path === '' ? 'the whole spec' : path}${path === '' || value === undefined ? '' : pc.dim(` → ${JSON.stringify(value)}`)}`)
  }
  if (plan.values.length > 0) say(pc.dim(`${plan.values.length === 1 ? '1 chart value changes,' : `${plan.values.length} chart values change, e.g.`} ${plan.values.slice(0, 3).map((v) => v.path).join(', ')}`))
  const { restarts, words } = plan.disruption
  say(`disturbed: ${restarts.length > 0 ? pc.red(restarts.join(', ')) : pc.green('nobody')}`)
  for (const word of words) say(pc.dim(`  ${word}`))
  if (plan.cost) say(`cost a month: ${money(plan.cost.before)} → ${pc.bold(money(plan.cost.after))} (${Number(plan.cost.difference.amount) >= 0 ? '+' : ''}${money(plan.cost.difference)})`)
  for (const warning of plan.warnings) say(pc.yellow(`! ${warning}`))
  for (const { confirmation, what } of plan.confirmations) say(pc.yellow(`? needs "${confirmation}": ${what}`))
}

/** Prints each step of operations as it ends or begins to wait; where one printer follows several operations of a hub, only what is not as it was. */
export function stepPrinter(print: (line: string) => void = say): (operation: Operation) => void {
  const last = new Map<string, string>()
  return ({ steps }) => {
    for (const { name, state, message } of steps) {
      if (state === 'pending') continue
      const line = `${{ done: pc.green('✓'), failed: pc.red('✗'), waiting: pc.yellow('…'), running: pc.blue('▸') }[state] ?? '·'} ${name.padEnd(14)} ${pc.dim(message)}`
      if (last.get(name) === line) continue
      last.set(name, line)
      print(line)
    }
  }
}

export function showSavedPlan({ id, words, cost, objects, state }: SavedPlan): void {
  for (const word of words) say(word)
  if (cost) say(`cost a month: ${money(cost.before)} → ${pc.bold(money(cost.after))}`)
  for (const { kind, name, change, restarts } of objects) say(pc.dim(`${change} ${kind} ${name}${restarts ? ', whose pods restart' : ''}`))
  say(`saved as ${id}: ${state}`)
}

/** What is well is counted; what is not is told with what mends it. */
export function showSecurity({ items }: HubSecurityReport): void {
  const ok = items.filter(({ state }) => state === 'ok').length
  say(pc.green(`✓ ${ok} of ${items.length} items are as they should be`))
  for (const { id, what, mend } of items.filter(({ state }) => state === 'deviation')) say(`${pc.red('✗')} ${id}: ${what}${mend ? pc.dim(` ${mend}`) : ''}`)
}

export function showHub({ name, state, status }: Hub): void {
  say(`${pc.bold(name)} is ${state === 'ready' ? pc.green(state) : state}: ${status.url ?? 'no address'}, JupyterHub ${status.jupyterhubVersion}, ${status.servers} servers, ${status.seats?.ready ?? 0} of ${status.seats?.wanted ?? 0} seats warm`)
}

interface Culled { user: string; server: string; reason: string; idleSeconds: number | null; ageSeconds: number | null }

export const culledIn = ({ result }: Operation): Culled[] => (result?.['culled'] ?? []) as Culled[]

export function showCulled(operation: Operation): void {
  const culled = culledIn(operation)
  say(`${pc.bold(String(culled.length))} culled`)
  for (const { user, reason, idleSeconds, ageSeconds } of culled.slice(0, 6)) say(`${user.padEnd(14)} ${reason.padEnd(8)} idle ${hours(idleSeconds)}, started ${hours(ageSeconds)} ago`)
  if (culled.length > 6) say(pc.dim(`and ${culled.length - 6} more`))
}

const hours = (seconds: number | null): string => (seconds === null ? '?' : seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`)

export function showCost({ estimate, measured }: HubCost): void {
  if (estimate) say(`expected: ${pc.bold(money(estimate.monthly.expected))} a month (${money(estimate.monthly.low)} to ${money(estimate.monthly.high)}), nodes of the cluster included`)
  if (!measured) return
  say(`measured: ${money(measured.total)} in ${measured.hours.toFixed(1)} h${measured.perMonth ? `, ${pc.bold(money(measured.perMonth))} a month at this pace` : ''}, its share of the cluster included`)
  for (const { name, amount, hours: h } of measured.components) say(pc.dim(`  ${name.padEnd(15)} ${(amount ? money(amount) : 'no price').padStart(12)}  ${h.toFixed(1)} h`))
  for (const what of measured.incomplete) say(pc.yellow(`  ${what}`))
}

export function showReport(operation: Operation): void {
  interface Row { kind: string; how: string; found: string[]; done: string[]; kept: { name: string; monthly: { amount: string; currency: string } | null }[]; left: string[] }
  const report = operation.result?.['report'] as { kinds: Row[]; keptMonthly: { amount: string; currency: string } | null; clean: boolean }
  say(pc.dim(`${'kind'.padEnd(22)} ${'found'.padStart(5)} ${'gone'.padStart(5)} ${'kept'.padStart(5)} ${'left'.padStart(5)}  looked for`))
  for (const { kind, how, found, done, kept, left } of report.kinds) {
    say(`${kind.padEnd(22)} ${String(found.length).padStart(5)} ${String(done.length).padStart(5)} ${String(kept.length).padStart(5)} ${String(left.length).padStart(5)}  ${pc.dim(how)}`)
  }
  say(report.clean ? pc.green('second look: nothing is left that was not kept on purpose') : pc.red('something is left'))
  if (report.keptMonthly) say(`what is kept costs ${pc.bold(money(report.keptMonthly))} a month`)
}
