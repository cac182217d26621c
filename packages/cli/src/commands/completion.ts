import { Argument, type Command } from 'commander'
import type { Io } from '../io.ts'

export function addCompletion(program: Command, io: Io): void {
  program.command('completion').summary('Completion for a shell')
    .description('Completion for a shell: bash: source <(hubfleet completion bash); zsh: source <(hubfleet completion zsh); fish: hubfleet completion fish | source')
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish']))
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { scripts } = await import('../completion/scripts.ts')
      io.stdout.write(scripts[shell])
    })
}
