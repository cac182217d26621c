import t from 'tap'
import { kubernetesProvider } from '../../packages/providers/src/index.ts'
import { startBed } from '../kubernetes/bed.ts'
import { program, skipWithoutBed } from '../kubernetes/programs.ts'
import { kubernetesBed } from './kubernetes-bed.ts'
import { providerContract } from './provider-contract.ts'

const skip = skipWithoutBed()
if (skip) t.plan(0, skip)
else {
  const { kubeconfig, dir, stop } = await startBed()
  t.teardown(stop)
  // namespaces take seconds to go
  t.setTimeout(600_000)
  providerContract(t, await kubernetesBed(t, { kubeconfig, dir, provider: kubernetesProvider({ guard: async () => {}, helm: program('helm') }) }))
}
