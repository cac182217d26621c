import type { Command } from 'commander'
import type { DoctorOptions } from '../doctor/doctor.ts'
import type { Io } from '../io.ts'
import { read } from './options.ts'

export function addDoctor(program: Command, io: Io): void {
  const command = program.command('doctor').summary('Show what is missing on this machine, and how to get it')
    .description('Show what is missing on this machine, at the server and, with --kubeconfig or --context, in a cluster, and how to get it. Exits with 1 when a check fails. Changes nothing.')
    .option('--kubeconfig <path>', 'of the cluster to look at')
    .option('--context <name>', 'which context of the kubeconfig, instead of its current one')
  command.action(async () => {
    const { options, context } = read<DoctorOptions>(command, io)
    const { doctor } = await import('../doctor/doctor.ts')
    await doctor(context, options)
  })
}
