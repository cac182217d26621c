import type { Command } from 'commander'
import type { Io } from '../io.ts'
import { read } from './options.ts'

export function addLogin(program: Command, io: Io): void {
  const command = program.command('login').summary('Keep a server, a tenant and a key in a profile')
    .description('Keep a server, a tenant and a key in a profile. The key is read from standard input, or asked for on a terminal; it is tried before it is kept, in a file that only you can read.')
  command.action(async () => {
    const { options } = read(command, io)
    const { login } = await import('../login.ts')
    await login(options, io)
  })
}
