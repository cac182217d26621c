import { connectsTo, readKubeconfig, type KubernetesAccess } from '@hubfleet/core'
import { at } from '../at.ts'
import type { Control } from '../control.ts'

/** What a kubeconfig gives access to. Throws `kubeconfig-refused`, and `address-refused` by the outgoing guard. */
export const readAccess = (control: Control, kubeconfig: string, context: string | undefined): Promise<KubernetesAccess> => at('/kubeconfig', async () => {
  const access = readKubeconfig(kubeconfig, { context })
  await control.guard(connectsTo(access))
  return access
})
