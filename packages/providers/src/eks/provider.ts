import { Problem } from '@hubfleet/core'
import { openKubernetes, type KubernetesProviderOptions } from '../kubernetes/provider.ts'
import type { OpenCredential } from '../machines.ts'
import type { ClusterRecord, Provider } from '../provider.ts'
import { credentialOf } from '../sessions.ts'
import { accessTo } from './access.ts'
import { connectAws, Sessions, type Aws } from './aws.ts'
import { checkAws } from './check.ts'
import { contextOf } from './context.ts'
import { eksMachines } from './machines.ts'
import { partitionOf } from './names.ts'
import { poolOf } from './node-groups.ts'

/** Clusters of Amazon EKS, which Hubfleet makes with all that is around them. No library of AWS is loaded before a cluster of it is worked on. */
export function eksProvider(options: KubernetesProviderOptions): Provider {
  const { guard } = options
  const sessions = new Sessions()
  const awsOf = (record: ClusterRecord): Aws => {
    const { name, spec: { region = 'us-east-1' } } = record
    const credential = credentialOf(record)
    return connectAws(region, async () => {
      const opened = await credential()
      if (!opened.type.startsWith('aws-')) throw new Problem('credential-missing', { cluster: name, cloud: 'AWS' })
      return opened
    }, { guard, sessions })
  }
  return {
    kind: 'eks',
    capabilities: { managed: true, virtualTime: false, loadBalancer: true, metrics: false },
    machines: (record) => eksMachines(record, awsOf(record), guard),
    checkCredential: (credential, signal) => checkAws(connectAws(homeOf(credential), async () => credential, { guard, sessions }), signal),
    open: async (record) => openKubernetes({ name: record.name, access: await accessTo(contextOf(record, awsOf(record)), AbortSignal.timeout(60_000)) }, options, { poolOf: (labels) => poolOf(labels['eks.amazonaws.com/nodegroup'] ?? '') }),
  }
}

/** Where an account's credentials can be asked about, whatever region its clusters are in. */
const homeOf = (credential: OpenCredential): string => ('role' in credential && /^arn:aws-cn:/.test(credential.role) ? partitionOf('cn-').home : 'role' in credential && /^arn:aws-us-gov:/.test(credential.role) ? partitionOf('us-gov-').home : 'us-east-1')
