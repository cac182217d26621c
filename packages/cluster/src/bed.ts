import { readFile } from 'node:fs/promises'
import { readKubeconfig } from '@hubfleet/core'
import type { Kubernetes } from './kubernetes.ts'
import { connectKubernetes } from './kubernetes.ts'

const file = process.env.HUBFLEET_TEST_KUBECONFIG

/** For `t.test`: the reason to skip what needs a real control plane, or false. */
export const skipWithoutBed = file ? false : 'HUBFLEET_TEST_KUBECONFIG names no kubeconfig of a test cluster'

/** The test cluster's kubeconfig, as text. */
export async function bedKubeconfig(): Promise<string> {
  if (!file) throw new Error('HUBFLEET_TEST_KUBECONFIG is not set')
  return readFile(file, 'utf8')
}

export async function connectBed(): Promise<Kubernetes> {
  return connectKubernetes({ cluster: 'test', access: readKubeconfig(await bedKubeconfig()), guard: async () => {} })
}

/** A name that no earlier run has used: what one left behind does not matter. */
export const uniqueName = (prefix: string): string => `${prefix}-${Date.now().toString(36)}${Math.floor(Math.random() * 1296).toString(36)}`
