import type { Addon } from '@aws-sdk/client-eks'
import { Problem } from '@hubfleet/core'
import type { Part, PartState } from '../machines.ts'
import { ourCluster, type Eks } from './context.ts'
import { notYet } from './failures.ts'
import { cloud, tagsOf } from './names.ts'
import { roleArn } from './roles.ts'

/** The autoscaler's account in the cluster. */
export const autoscalerAccount = { namespace: 'kube-system', serviceAccount: 'cluster-autoscaler' }

interface AddOn { name: string; configuration?: object; /** Its pods need nodes before it is well. */ needsNodes: boolean }

/** What EKS itself installs and keeps; without these a cluster has no network, names, or disks. */
const addOns = (context: Eks): AddOn[] => [
  { name: 'vpc-cni', configuration: { enableNetworkPolicy: 'true' }, needsNodes: false },
  { name: 'kube-proxy', needsNodes: false },
  { name: 'eks-pod-identity-agent', needsNodes: false },
  { name: 'coredns', needsNodes: true },
  // each disk and snapshot carries the cluster's mark, by which it is known after the cluster is gone
  { name: 'aws-ebs-csi-driver', configuration: { controller: { extraVolumeTags: tagsOf(context.record) } }, needsNodes: true },
]
const gone = /^ResourceNotFoundException$/

const find = async ({ aws, record: { name: clusterName } }: Eks, addonName: string, signal: AbortSignal): Promise<Addon | null> =>
  (await aws.find('eks', signal, gone, (eks, call) => eks.describeAddon({ clusterName, addonName }, call)))?.addon ?? null

async function association({ aws, record: { name: clusterName } }: Eks, signal: AbortSignal): Promise<boolean> {
  const { associations = [] } = await aws.call('eks', signal, (eks, call) => eks.listPodIdentityAssociations({ clusterName, ...autoscalerAccount }, call))
  return associations.length > 0
}

/** They are asked for before there are nodes, so that the first node finds its network; whether their pods run is looked at inside the cluster. */
export function addOnsPart(context: Eks): Part {
  const { aws, record } = context
  const clusterName = record.name
  const look = async (signal: AbortSignal) => {
    const [found, associated] = await Promise.all([Promise.all(addOns(context).map(async (addOn) => ({ addOn, addon: await find(context, addOn.name, signal) }))), association(context, signal)])
    return { found, associated }
  }
  return {
    name: 'add-ons', of: 'machines',
    async observe(signal): Promise<PartState> {
      if (!await ourCluster(context, signal)) return { is: 'absent' }
      const { found, associated } = await look(signal)
      if (found.every(({ addon }) => !addon)) return { is: 'absent' }
      const missing = [...found.filter(({ addon }) => !addon).map(({ addOn }) => addOn.name), ...(associated ? [] : ['the autoscaler\'s role'])]
      if (missing.length > 0) return { is: 'differs', message: `missing: ${missing.join(', ')}` }
      for (const { addon } of found) throwFailed(addon!)
      const busy = found.filter(({ addOn, addon }) => !addOn.needsNodes && /^(CREATING|UPDATING|DELETING)$/.test(addon!.status ?? ''))
      if (busy.length > 0) return { is: 'busy', message: busy.map(({ addOn }) => addOn.name).join(', '), againSeconds: 5 }
      const other = found.filter(({ addOn, addon }) => !configured(addOn, addon!) && addon!.status === 'ACTIVE')
      if (other.length > 0) return { is: 'differs', message: `configured otherwise: ${other.map(({ addOn }) => addOn.name).join(', ')}` }
      const old = context.spec.kubernetesVersion === undefined ? null : await outdatedAddOn(context, await versionOf(context, signal), signal)
      if (old) return { is: 'differs', message: `${old.name} is too old for the control plane, ${old.version} wanted` }
      return { is: 'ready', message: found.map(({ addOn, addon }) => `${addOn.name} ${addon!.addonVersion ?? ''}`.trim()).join(', ') }
    },
    async make(signal) {
      const cluster = await ourCluster(context, signal)
      if (cluster?.status !== 'ACTIVE') throw notYet(`the cluster ${clusterName} does not run`)
      const { account } = await aws.credential()
      const { found, associated } = await look(signal)
      for (const { addOn: { name: addonName, configuration }, addon } of found) {
        const configurationValues = configuration && JSON.stringify(configuration)
        if (!addon) {
          await aws.find('eks', signal, /^ResourceInUseException$/, (eks, call) => eks.createAddon({
            clusterName, addonName, resolveConflicts: 'OVERWRITE', tags: tagsOf(record), ...(configurationValues && { configurationValues }),
            ...(addonName === 'aws-ebs-csi-driver' && { podIdentityAssociations: [{ serviceAccount: 'ebs-csi-controller-sa', roleArn: roleArn(context, account, 'disks') }] }),
          }, call))
        } else if (!configured({ name: addonName, needsNodes: false, ...(configuration && { configuration }) }, addon) && addon.status === 'ACTIVE') {
          await aws.call('eks', signal, (eks, call) => eks.updateAddon({ clusterName, addonName, resolveConflicts: 'OVERWRITE', configurationValues: configurationValues! }, call))
        }
      }
      const old = context.spec.kubernetesVersion === undefined ? null : await outdatedAddOn(context, cluster.version ?? '', signal)
      if (old) await aws.call('eks', signal, (eks, call) => eks.updateAddon({ clusterName, addonName: old.name, addonVersion: old.version, resolveConflicts: 'PRESERVE' }, call))
      if (!associated) await aws.find('eks', signal, /^ResourceInUseException$/, (eks, call) => eks.createPodIdentityAssociation({ clusterName, ...autoscalerAccount, roleArn: roleArn(context, account, 'autoscaler'), tags: tagsOf(record) }, call))
    },
  }
}

const configured = ({ configuration }: AddOn, { configurationValues }: Addon): boolean => !configuration || JSON.stringify(JSON.parse(configurationValues || '{}')) === JSON.stringify(configuration)

/** Of the add-ons whose pods need nodes: null when they run. */
export async function addOnsWait(context: Eks, signal: AbortSignal): Promise<string | null> {
  for (const { name, needsNodes } of addOns(context)) {
    if (!needsNodes) continue
    const addon = await find(context, name, signal)
    if (addon?.status !== 'ACTIVE') return `${name} is ${(addon?.status ?? 'absent').toLowerCase()}${issues(addon) && `: ${issues(addon)}`}`
  }
  return null
}

const versionOf = async (context: Eks, signal: AbortSignal): Promise<string> => (await ourCluster(context, signal))?.version ?? ''

/** They follow the control plane's version. */
async function outdatedAddOn(context: Eks, version: string, signal: AbortSignal): Promise<{ name: string; version: string } | null> {
  const { aws } = context
  for (const { name } of addOns(context)) {
    const [addon, offered] = await Promise.all([find(context, name, signal), aws.call('eks', signal, (eks, call) => eks.describeAddonVersions({ addonName: name, kubernetesVersion: version }, call))])
    const versions = offered.addons?.[0]?.addonVersions ?? []
    const chosen = versions.find(({ compatibilities }) => compatibilities?.some(({ defaultVersion }) => defaultVersion))?.addonVersion
    if (addon?.status === 'ACTIVE' && chosen && !versions.some(({ addonVersion }) => addonVersion === addon.addonVersion)) return { name, version: chosen }
  }
  return null
}

const issues = (addon: Addon | null): string => (addon?.health?.issues ?? []).map(({ message }) => message).join('; ')

function throwFailed(addon: Addon): void {
  if (!/_FAILED$/.test(addon.status ?? '') || addon.health?.issues?.every(({ code }) => code === 'InsufficientNumberOfReplicas')) return
  throw new Problem('cloud-failed', { what: `The add-on ${addon.addonName}`, cloud, reason: issues(addon) || addon.status!, fix: `Mend what the reason names, then \`aws eks delete-addon --addon-name ${addon.addonName}\`: it is made again.` })
}
