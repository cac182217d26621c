import { CommanderError } from 'commander'
import { exitCodes } from './exit-codes.ts'
import { commands } from './generated/commands.ts'
import type { Io } from './io.ts'
import { programOf } from './program.ts'

/** Runs one command line and resolves with its exit code. What does the work is imported when it is needed, so that help is there at once. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const program = programOf(commands, io)
  try {
    if (argv[0] === '__complete') {
      const { candidates } = await import('./completion/candidates.ts')
      io.stdout.write(candidates(program, argv.slice(1)).map((each) => `${each}\n`).join(''))
    } else await program.parseAsync(argv, { from: 'user' })
    return exitCodes.ok
  } catch (error) {
    // It has said itself what is wrong.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage
    const [{ errorInWords }, { exitCodeOf }] = await Promise.all([import('./output/error.ts'), import('./exit-code-of.ts')])
    io.stderr.write(errorInWords(error))
    return exitCodeOf(error)
  }
}
