import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../packages/database/src/embedded.ts'
import { startBed } from './kubernetes/bed.ts'
import { cachesOf } from './kubernetes/kubectl.ts'
import { skipWithoutBed } from './kubernetes/programs.ts'

export interface Shared {
  /** Tells the tests where the shared parts are. */
  env: Record<string, string>
  stop(): Promise<void>
}

/** What the test files of one run share: a PostgreSQL, in which each file has its own database, and, where its programs are built, a Kubernetes. */
export async function startShared(): Promise<Shared> {
  const directory = await mkdtemp(join(tmpdir(), 'hubfleet-run-'))
  const postgres = await startEmbedded(directory)
  const bed = skipWithoutBed() ? null : await startBed()
  return {
    env: {
      HUBFLEET_TEST_POSTGRES: postgres.adminConnectionString,
      ...cachesOf(join(directory, 'kubeconfig')),
      ...(bed && { HUBFLEET_TEST_KUBECONFIG: bed.kubeconfig, HUBFLEET_HELM: bed.helm }),
    },
    async stop() {
      await bed?.stop()
      await postgres.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
