import { Problem } from '@hubfleet/core'
import type { Live } from './live.ts'

const unreachable = async (): Promise<never> => { throw new Problem('cluster-unreachable', { cluster: 'lab', server: 'https://lab.example', reason: 'this test has no cluster' }) }

/** For tests in which no cluster is there to be asked: every look throws what an unreachable one does. */
export const noLive: Live = { nodes: unreachable, billables: unreachable, look: unreachable, images: unreachable, buildLogs: unreachable, followBuild: () => ({ [Symbol.asyncIterator]: () => ({ next: unreachable }) }), kubeconfig: unreachable, logs: unreachable, culls: unreachable, people: { users: unreachable, user: unreachable, groups: unreachable, group: unreachable } }
