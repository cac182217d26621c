import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Folder of the compiled programs and Python environments that tests against real parts use. */
export const testbed = process.env.HUBFLEET_TESTBED ?? join(homedir(), '.cache', 'hubfleet-testbed')

const names = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok', 'helm', 'kubectl'] as const

export type Program = typeof names[number]

export const program = (name: Program): string => join(testbed, 'bin', name)

/** Why a test of a real Kubernetes cannot run here, for tap's `skip` option; false when it can. */
export function skipWithoutBed(): string | false {
  const missing = names.filter(name => !existsSync(program(name)))
  return missing.length > 0 && `no ${missing.join(', ')} in ${join(testbed, 'bin')}: run test/kubernetes/build, or set HUBFLEET_TESTBED`
}
