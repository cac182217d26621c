import { createHash } from 'node:crypto'
import { cloudOfProvider, Problem } from '@hubfleet/core'
import type { OpenCredential } from './machines.ts'
import type { ClusterRecord } from './provider.ts'

/** How long a credential that was opened is used before it is opened again: what replaces it counts after that. */
const credentialMs = 60_000
/** Sessions that are kept open. */
const keptSessions = 100

/** The credential of a cluster, opened at most once a minute; a failure is tried again at the next call. Throws `credential-missing`. */
export function credentialOf({ name, spec, credential }: ClusterRecord): () => Promise<OpenCredential> {
  let known: { at: number; opened: Promise<OpenCredential> } | null = null
  const open = async (): Promise<OpenCredential> => {
    if (!credential) throw new Problem('credential-missing', { cluster: name, cloud: cloudOfProvider(spec.provider) ?? spec.provider })
    return credential()
  }
  return () => {
    if (!known || Date.now() - known.at > credentialMs) {
      const opened = open()
      known = { at: Date.now(), opened }
      opened.catch(() => { known = null })
    }
    return known.opened
  }
}

/** What is connected to a cloud by a credential, for each cluster: those of one tenant and one credential share it, its connections and its tokens. */
export function sessionsOf<Session>(connect: (credential: OpenCredential, cluster: string) => Session | Promise<Session>): (record: ClusterRecord) => () => Promise<Session> {
  const open = new Map<string, Promise<Session>>()
  return (record) => {
    const credential = credentialOf(record)
    return async () => {
      const opened = await credential()
      const key = createHash('sha256').update(JSON.stringify([record.tenantId, opened])).digest('hex')
      const session = open.get(key) ?? Promise.resolve(connect(opened, record.name))
      session.catch(() => open.delete(key))
      open.delete(key)
      open.set(key, session)
      if (open.size > keptSessions) open.delete(open.keys().next().value!)
      return session
    }
  }
}
