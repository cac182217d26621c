import type { Command } from 'commander'
import type { Io } from '../io.ts'
import { waitOptions } from './api.ts'
import { read } from './options.ts'

export function addOperationWait(noun: Command, io: Io): void {
  const command = noun.command('wait').summary('Show an operation until it ends').description('Show an operation until it ends. Ctrl-C stops showing it; the operation goes on.').argument('<operation>', 'its id')
  for (const option of waitOptions()) command.addOption(option)
  command.action(async (operation: string) => {
    const { options, context } = read<{ waitTimeout?: number }>(command, io)
    const { waitForOperation } = await import('../operation-wait.ts')
    await waitForOperation(operation, options, context)
  })
}
