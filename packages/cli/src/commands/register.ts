import { Option, type Command } from 'commander'
import type { Io } from '../io.ts'
import type { RegisterOptions } from '../register/register.ts'
import { waitOptions } from './api.ts'
import { read } from './options.ts'

export function addRegister(noun: Command, io: Io): void {
  const command = noun.command('register').summary('Make a token in a cluster and register it')
    .description('Make a service account with the least role in a cluster and register the cluster with its token; once more renews both. Runs on this machine, where the login programs of the kubeconfig work; of the kubeconfig only the address and its certificate authority are sent.')
    .argument('<name>', 'of the cluster in Hubfleet')
    .option('--kubeconfig <path>', 'instead of KUBECONFIG or ~/.kube/config')
    .option('--context <name>', 'which context of the kubeconfig, instead of its current one')
    .option('--namespace <name>', 'where the service account lives in the cluster, instead of hubfleet-system')
    .addOption(new Option('--provider <kind>', 'what the cluster is, instead of what it shows').choices(['kubernetes', 'openshift']))
    .option('--proxy <url>', 'by which proxy Hubfleet reaches the cluster: http://, https:// or socks5://')
    .option('-y, --yes', 'go on without asking')
    .option('--print', 'print what would be made as YAML for `kubectl apply`, and do nothing')
  for (const option of waitOptions()) command.addOption(option)
  command.action(async (name: string) => {
    const { options, context } = read<Omit<RegisterOptions, 'name'>>(command, io)
    const { registerCluster } = await import('../register/register.ts')
    await registerCluster(context, { ...options, name })
  })
}
