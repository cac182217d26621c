import type { Command } from 'commander'
import type { Io } from '../io.ts'
import { read } from './options.ts'

export function addProfile(program: Command, io: Io): void {
  const noun = program.command('profile').description('the servers that you have logged in to')
  const list = noun.command('list').description('The profiles; their keys are not shown.')
  list.action(async () => {
    const { listProfiles } = await import('../profile-commands.ts')
    await listProfiles(read(list, io).options, io)
  })
  noun.command('use').description('Use a profile when none is named.').argument('<profile>', 'its name').action(async (name: string) => {
    const { useProfile } = await import('../profile-commands.ts')
    await useProfile(name, io)
  })
  noun.command('remove').description('Forget a profile and its key. The key itself stays valid: `hubfleet key delete` revokes it.').argument('<profile>', 'its name').action(async (name: string) => {
    const { removeProfile } = await import('../profile-commands.ts')
    await removeProfile(name, io)
  })
}
