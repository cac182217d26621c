import { InvalidArgumentError, Option, type Command } from 'commander'
import type { ApiCommand, Flag } from '../api-command.ts'
import { UsageError } from '../errors.ts'
import type { ExecuteOptions } from '../execute.ts'
import type { Io } from '../io.ts'
import { kebab } from '../kebab.ts'
import { collect, read } from './options.ts'

interface Given extends Record<string, unknown> {
  set?: string[]
  file?: string[]
  secretFile?: string[]
  confirm?: string[]
  validateOnly?: boolean
  savePlan?: boolean
  ifMatch?: string
  idempotencyKey?: string
  wait?: boolean
  waitTimeout?: number
  limit?: number
  follow?: boolean
  after?: number
  saveAs?: string
}

/** One verb or query of the API below its noun. */
export function addApiCommand(noun: Command, api: ApiCommand, io: Io): void {
  const command = noun.command(kebab(api.verb)).summary(api.summary).description([api.summary, api.description].filter(Boolean).map(sentence).join(' '))
  const item = api.params.find((name) => name === api.noun)
  const named = api.verb === 'create' && api.flags.some(({ name }) => name === 'name')
  if (item) command.argument(item === 'tenant' && api.verb !== 'delete' ? '[tenant]' : `<${item}>`, item === 'tenant' ? 'its name or id; without it, the tenant of the profile' : 'its name or id')
  if (named) command.argument('[name]', 'the same as --name')

  const above = api.params.filter((name) => name !== 'tenant' && name !== item)
  for (const name of above) command.requiredOption(`--${name} <name>`, `the ${name} it belongs to`)
  const flags = api.flags.map((flag) => ({ flag, options: optionsOf(flag) }))
  for (const option of flags.flatMap(({ options }) => options)) command.addOption(option)
  for (const option of builtInOptions(api)) command.addOption(option)
  const fileFlags = fileFlagsOf(api).map((flag) => ({ flag, options: optionsOf({ ...flag, description: `with --save-as: ${firstLower(flag.description)}` }) }))
  for (const option of fileFlags.flatMap(({ options }) => options)) command.addOption(option)

  command.action(async (...args: unknown[]) => {
    const { options: given, context } = read<Given>(command, io)
    if (given.follow && api.id === 'eventList') {
      const { followEvents } = await import('../follow-events.ts')
      if (given['since'] !== undefined || given.limit !== undefined) throw new UsageError('--since and --limit are for a list that ends; with --follow say --after <position>, 0 for the oldest')
      return followEvents({ type: given['type'] as string[] | undefined, hub: given['hub'] as string | undefined, after: given.after, output: given.output }, context)
    }
    if (given.after !== undefined) throw new UsageError('--after is for --follow only')
    if (given.follow) {
      const { followBuild } = await import('../follow.ts')
      return followBuild({ build: args[0] as string, hub: given['hub'] as string, output: given.output }, context)
    }
    const { execute } = await import('../execute.ts')
    const first = typeof args[0] === 'string' ? args[0] : undefined
    const valuesOf = (of: typeof flags) => Object.fromEntries(of.map(({ flag, options }) => [flag.name, given[options[0]!.attributeName()]]))
    const asked = valuesOf(fileFlags)
    if (given.saveAs === undefined && Object.values(asked).some((value) => value !== undefined)) throw new UsageError(`--${kebab(Object.keys(asked).find((name) => asked[name] !== undefined)!)} is for --save-as only`)
    const options: ExecuteOptions = {
      params: { ...Object.fromEntries(above.map((name) => [name, given[name] as string])), ...(item && { [item]: first }) },
      flags: { ...valuesOf(flags), ...(named && first !== undefined && { name: first }) },
      set: given.set ?? [], files: given.file ?? [], secretFile: given.secretFile ?? [], confirm: given.confirm ?? [],
      validateOnly: given.validateOnly ?? false, savePlan: given.savePlan ?? false, ifMatch: given.ifMatch, idempotencyKey: given.idempotencyKey,
      output: given.output, wait: given.wait ?? true, waitTimeout: given.waitTimeout, limit: given.limit, saveAs: given.saveAs === undefined ? undefined : { path: given.saveAs, flags: asked },
    }
    await execute(api, options, context)
  })
}

/** What can be asked of any of the forms; one that several have is one option. */
const fileFlagsOf = ({ files = {} }: ApiCommand): Flag[] => [...new Map(Object.values(files).flatMap(({ flags }) => flags.map((flag) => [flag.name, flag]))).values()]

const sentence = (text: string): string => text.replace(/([^.])$/, '$1.')

/** A boolean has two options, so that neither takes the next word for its value. */
function optionsOf({ name, type, description, required, repeated, values }: Flag): Option[] {
  const long = `--${kebab(name)}`
  const words = [firstLower(description), ...(required ? ['(required)'] : [])].filter(Boolean).join(' ')
  if (type === 'boolean') return [new Option(long, words), new Option(`--no-${kebab(name)}`, `the opposite of ${long}`)]
  const option = new Option(`${long} <${type === 'string' ? 'text' : 'number'}>`, words)
  if (values) option.choices(values)
  if (repeated) option.argParser(collected(option.parseArg))
  return [option]
}

/** Collects what one value alone would be read as. */
const collected = (one: Option['parseArg']) => (value: string, before?: readonly string[]): string[] => collect(one ? one(value, undefined as never) as string : value, before)

function builtInOptions({ id, input, takesFile, fields, secrets, plans, savesPlans, conditional, method, kind, verb, files }: ApiCommand): Option[] {
  const options: Option[] = []
  const add = (flags: string, description: string) => {
    const option = new Option(flags, description)
    options.push(option)
    return option
  }
  if (input === 'body') {
    add('-f, --file <path>', `the whole input as YAML or JSON; - is standard input. Flags and --set go over it${'config' in fields ? '. Or config files of the chart, as many as helm would get' : ''}`).argParser(collect)
    add('--set <path=value>', 'one field of the input, however deep; may be repeated').argParser(collect)
  }
  if (takesFile) add('-f, --file <path>', 'what is sent, as it is; - is standard input').argParser(collect)
  if (secrets.length > 0) add('--secret-file <field=path>', `a secret from a file, - is standard input; of ${secrets.join(', ')}`).argParser(collect)
  if (verb === 'delete') add('--confirm <name>', 'the name of what is deleted; without it, it is asked for on a terminal').argParser(collect)
  else if ('confirm' in fields) add('--confirm <what>', 'what a plan asks to be confirmed; may be repeated').argParser(collect)
  if (plans) add('--validate-only', 'show what would happen, and do nothing')
  if (savesPlans) add('--save-plan', 'make a plan of it by a dry run in the cluster, to be applied later with `hubfleet plan apply`')
  if (conditional) add('--if-match <etag>', 'only if it is still this revision, such as r12')
  if (method !== 'GET') add('--idempotency-key <key>', 'a repetition with the same key does nothing more, for 24 hours')
  if (kind === 'operation') options.push(...waitOptions(), new Option('--no-wait', 'print the operation\'s id and end'))
  if (id === 'buildLogs') add('-f, --follow', 'all lines, as they are written, until the build ends')
  if (id === 'eventList') {
    add('-f, --follow', 'what happens from now on, as it happens, until Ctrl-C')
    add('--after <position>', 'with --follow: go on after the event at this position; 0 is the oldest').argParser(whole)
  }
  if (files) add('--save-as <path>', `write the answer into a file instead: ${Object.keys(files).map((each) => `.${each}`).join(', ')}`)
  if (kind === 'list') add('--limit <number>', 'at most so many; without it, all').argParser(positive)
  return options
}

export const waitOptions = (): Option[] => [new Option('--wait-timeout <seconds>', 'wait no longer; the operation goes on').argParser(positive)]

const atLeast = (least: number) => (text: string): number => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < least || text.trim() === '') throw new InvalidArgumentError(`It is a whole number, ${least} or more.`)
  return number
}
const positive = atLeast(1)
const whole = atLeast(0)

const firstLower = (text: string): string => text.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase())
