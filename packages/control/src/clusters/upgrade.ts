import { Type, type Static } from 'typebox'
import { refuse } from '@hubfleet/core'
import { verb } from '../verb.ts'
import { changesCluster } from './change.ts'
import { KubernetesVersionSchema } from './cluster.ts'

const input = Type.Object({
  kubernetesVersion: KubernetesVersionSchema,
}, { $id: 'ClusterUpgrade', additionalProperties: false })

export const upgradeCluster = verb({
  noun: 'cluster', verb: 'upgrade', summary: 'Bring a managed cluster to a newer version of Kubernetes', action: 'hub:admin', input,
  description: 'First the control plane, then pool by pool: nodes are replaced, and servers on them end. Control planes go one minor version at a time.',
  ...changesCluster('An upgrade', ({ status }, spec, { kubernetesVersion: version }: Static<typeof input>) => {
    const runs = typeof status['version'] === 'string' ? status['version'].replace(/^v/, '') : spec.kubernetesVersion
    const [from, to] = [minorOf(runs), minorOf(version)]
    if (from !== null && to! < from) refuse([{ pointer: '/kubernetesVersion', code: 'downgrade', detail: `is ${version}, older than the ${runs} that runs; Kubernetes cannot go back` }])
    if (from !== null && to! > from + 1) refuse([{ pointer: '/kubernetesVersion', code: 'skips', detail: `skips a minor version: ${runs} runs, so 1.${from + 1} is next` }])
    const words = [`The control plane becomes ${version}${runs ? ` (${runs} runs)` : ''}; for some minutes no server starts.`, 'Then each node is replaced: every server ends once, and starts again when its user wants it.']
    return { spec: { ...spec, kubernetesVersion: version }, plan: { disruption: { restarts: ['hub', 'proxy'], disconnectsUsers: true, words } } }
  }),
})

const minorOf = (version: string | undefined): number | null => {
  const minor = /^1\.(\d+)/.exec(version ?? '')?.[1]
  return minor === undefined ? null : Number(minor)
}
