import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../packages/database/src/embedded.ts'
import { startBed } from './kubernetes/bed.ts'
import { cachesOf } from './kubernetes/kubectl.ts'
import { program, skipWithoutBed } from './kubernetes/programs.ts'

export interface Shared {
  /** Tells the tests where the shared parts are. */
  env: Record<string, string>
  stop(): Promise<void>
}

/** What the test files of one run share: a PostgreSQL, in which each file has its own database, and, where one asks for it and its programs are built, a Kubernetes. */
export async function startShared({ kubernetes }: { kubernetes: boolean }): Promise<Shared> {
  const directory = await mkdtemp(join(tmpdir(), 'hubfleet-run-'))
  const postgres = await startEmbedded(directory)
  const programs = !skipWithoutBed()
  const bed = kubernetes && programs ? await startBed() : null
  return {
    env: {
      HUBFLEET_TEST_POSTGRES: postgres.adminConnectionString,
      ...cachesOf(join(directory, 'kubeconfig')),
      ...(programs && { HUBFLEET_HELM: program('helm') }),
      ...(bed && { HUBFLEET_TEST_KUBECONFIG: bed.kubeconfig }),
    },
    async stop() {
      await bed?.stop()
      await postgres.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
