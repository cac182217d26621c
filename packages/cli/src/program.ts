import { Command, Option } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import type { ApiCommand } from './api-command.ts'
import { addApply } from './commands/apply.ts'
import { addApiCommand } from './commands/api.ts'
import { addCompletion } from './commands/completion.ts'
import { addDoctor } from './commands/doctor.ts'
import { addLogin } from './commands/login.ts'
import { addOperationWait } from './commands/operation-wait.ts'
import { addProfile } from './commands/profile.ts'
import { addRegister } from './commands/register.ts'
import { exitCodeRows } from './exit-codes.ts'
import type { Io } from './io.ts'
import { kebab } from './kebab.ts'
import { formats } from './output/format-names.ts'

/** What each noun is, in the help. */
const nouns: Record<string, string> = {
  webhook: 'where events are sent', delivery: 'events on their way to a webhook',
  event: 'what happened, and what happens',
  tenant: 'teams and courses', key: 'who may do what in a tenant', credential: 'how Hubfleet gets into clouds', cluster: 'Kubernetes clusters that hubs live in', grant: 'which tenant may use a cluster',
  template: 'what hubs of one kind have in common', hub: 'JupyterHubs', build: 'images made from Git repositories', user: 'people with an account in a hub',
  server: 'notebook servers of a hub', group: 'groups of a hub\'s users', plan: 'changes that are planned and not made', operation: 'changes that are under way or done', cost: 'what a tenant cost and used', bill: 'what providers billed', billFile: 'what lies in the folder of bills', budget: 'what a month may cost, and what happens then', estimate: 'what a hub would cost',
  catalogue: 'versions of prices', region: 'where clouds have machines', machineType: 'machines to choose from, with prices', diskType: 'disks to choose from, with prices', unitPrice: 'what a GiB of memory and of home costs, by region',
}

export const environmentRows = [
  ['HUBFLEET_URL', 'address of the server'],
  ['HUBFLEET_KEY', 'the API key'],
  ['HUBFLEET_TENANT', 'the tenant'],
  ['HUBFLEET_PROFILE', 'the profile to use'],
] as const

/** The whole command line: what the table of the API says, and the few commands that do more than one call. */
export function programOf(table: readonly ApiCommand[], io: Io): Command {
  const program = new Command('hubfleet')
    .description('Hubfleet: a control plane for fleets of JupyterHubs.')
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .addOption(new Option('-o, --output <format>', 'how to print the answer').choices(formats).default('table'))
    .option('--tenant <name>', 'the tenant, instead of the profile\'s')
    .option('--server <url>', 'address of the server, instead of the profile\'s')
    .option('--profile <name>', 'the profile to use')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: (text) => { io.stdout.write(text) }, writeErr: (text) => { io.stderr.write(text) }, getOutHelpWidth: () => io.stdout.columns ?? 100, getErrHelpWidth: () => io.stderr.columns ?? 100 })
    .showHelpAfterError('(--help after a command shows what it takes)')
    .exitOverride()
    .addHelpText('after', helpTail())

  program.commandsGroup('Things:')
  for (const noun of new Set(table.map((each) => each.noun))) {
    const group = program.command(kebab(noun)).description(nouns[noun] ?? noun)
    for (const each of table.filter((command) => command.noun === noun)) addApiCommand(group, each, io)
    if (noun === 'operation') addOperationWait(group, io)
    if (noun === 'cluster') addRegister(group, io)
  }
  program.commandsGroup('Files:')
  addApply(program, io)
  program.commandsGroup('This machine:')
  addLogin(program, io)
  addProfile(program, io)
  addDoctor(program, io)
  addCompletion(program, io)
  return program
}

function helpTail(): string {
  const rows = (title: string, of: readonly (readonly [string, string])[]) => `\n${title}\n${of.map(([name, meaning]) => `  ${name.padEnd(17)} ${meaning}`).join('\n')}`
  return `${rows('Environment (flags are stronger, profiles weaker):', environmentRows)}\n${rows('Exit codes:', exitCodeRows)}`
}
