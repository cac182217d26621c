import { Option, type Command } from 'commander'
import type { ApplyOptions } from '../apply/apply.ts'
import type { Io } from '../io.ts'
import { waitOptions } from './api.ts'
import { collect, read } from './options.ts'

export function addApply(program: Command, io: Io): void {
  const command = program.command('apply').summary('Make a folder of YAML true: its tenants, clusters, templates and hubs')
    .description('Make a folder of YAML true. Each document is a `kind` (Cluster, Template or Hub; in the tenant `platform` also Tenant and Platform) with the fields of what makes one; `!file PATH` takes a text or a secret from a file beside it. Shows what would happen to all of them, asks, and does it in the order that they need. The same again has nothing to do.')
    .requiredOption('-f, --file <path>', 'a folder, with those below it, or one file')
    .option('--name <set>', 'a name for this set of files, instead of the folder\'s; what one set made no other changes')
    .option('--prune', 'also delete what this set made once and names no more; needs --name')
    .addOption(new Option('--homes <what>', 'of hubs that are deleted: keep (the disks stay and are billed) or delete (people\'s files are lost)').choices(['keep', 'delete']))
    .addOption(new Option('--confirm <what>', 'what a plan asks to be confirmed; may be repeated').argParser(collect))
    .option('--plan-only', 'show what would happen, and do nothing')
    .option('-y, --yes', 'go on without asking')
  for (const option of waitOptions()) command.addOption(option)
  command.action(async () => {
    const { options, context } = read<ApplyOptions>(command, io)
    const { apply } = await import('../apply/apply.ts')
    await apply(context, options)
  })
}
