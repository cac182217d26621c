import type { Command } from 'commander'
import type { ApiCommand } from './api-command.ts'
import { exitCodeRows } from './exit-codes.ts'
import { processIo } from './io.ts'
import { kebab } from './kebab.ts'
import { environmentRows, programOf } from './program.ts'

/** The page that describes every command, in Markdown. */
export function referenceOf(table: readonly ApiCommand[]): string {
  const program = programOf(table, processIo())
  const fields = new Map(table.map((api) => [`hubfleet ${kebab(api.noun)} ${kebab(api.verb)}`, Object.keys(api.fields).filter((path) => path.includes('.') && !api.secrets.includes(path))]))
  return [
    '<!-- Generated from openapi/openapi.json by `npm run generate`; changes here are lost. -->',
    '# Commands of `hubfleet`',
    'Answers go to standard output; progress, questions and errors go to standard error. Every command takes these:',
    optionList(program),
    '## Environment',
    'Flags are stronger than the environment, the environment is stronger than a profile.',
    rows('variable', environmentRows),
    '## Exit codes',
    rows('code', exitCodeRows),
    ...program.commands.flatMap((noun) => [`## ${noun.name()}`, ...(noun.commands.length > 0 ? noun.commands : [noun]).map((command) => section(command, fields))]),
  ].join('\n\n') + '\n'
}

function section(command: Command, fields: Map<string, string[]>): string {
  const name = fullName(command)
  const paths = fields.get(name) ?? []
  return [
    `### \`${[name, ...command.registeredArguments.map((each) => (each.required ? `<${each.name()}>` : `[${each.name()}]`))].join(' ')}\``,
    command.description(),
    ...(command.options.length > 0 ? [optionList(command)] : []),
    ...(paths.length > 0 ? [`Fields for \`--set\`: ${paths.map((path) => `\`${path}\``).join(', ')}`] : []),
  ].join('\n\n')
}

const fullName = (command: Command): string => (command.parent ? `${fullName(command.parent)} ${command.name()}` : command.name())

const optionList = (command: Command): string =>
  command.options.map(({ flags, description, argChoices }) => [`- \`${flags}\``, [description, ...(argChoices ? [argChoices.join(', ')] : [])].filter(Boolean).join('; ')].filter(Boolean).join(': ')).join('\n')

const rows = (name: string, of: readonly (readonly [string, string])[]): string =>
  [`| ${name} | meaning |`, '|---|---|', ...of.map(([key, meaning]) => `| \`${key}\` | ${meaning} |`)].join('\n')
