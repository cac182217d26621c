/** What bills in Amazon's other services: repositories of images, log groups and file systems. */
import { basename } from 'node:path'
import type { Billable } from '../machines.ts'
import type { Eks } from './context.ts'
import { pages } from './load-balancers.ts'
import { clusterTag, ownerTag, valueOf } from './names.ts'

type Found = Pick<Billable, 'ours' | 'known'>
const proven: Found = { ours: true, known: `tag ${ownerTag}` }
const gibibytes = (bytes: number | undefined): number => Math.ceil((bytes ?? 0) / 2 ** 30)

export async function billablesOfServices(context: Eks, signal: AbortSignal): Promise<Billable[]> {
  const marked = await markedArns(context, signal)
  return (await Promise.all([repositories(context, marked, signal), logGroups(context, marked, signal), fileSystems(context, signal)])).flat()
}

/** Full names of repositories and log groups with our tag: the services themselves tell no tags in their lists. */
async function markedArns({ aws, record }: Eks, signal: AbortSignal): Promise<string[]> {
  const found = await pages((PaginationToken) => aws.call('tagging', signal, (tagging, call) => tagging.getResources({
    TagFilters: [{ Key: ownerTag, Values: [record.id] }], ResourceTypeFilters: ['ecr', 'logs'], PaginationToken,
  }, call)), (page) => page.ResourceTagMappingList, (page) => page.PaginationToken)
  return found.map(({ ResourceARN }) => ResourceARN!)
}

/** Those with the tag, and those that are named as the cluster is. */
async function repositories({ aws, record: { name } }: Eks, marked: readonly string[], signal: AbortSignal): Promise<Billable[]> {
  const ours = marked.flatMap((arn) => /^arn:[^:]+:ecr:[^:]+:\d+:repository\/(.+)$/.exec(arn)?.[1] ?? [])
  const alike = [name, `eks-${name}`, `hubfleet-${name}`].filter((one) => !ours.includes(one))
  return (await Promise.all([...ours, ...alike].map(async (repositoryName): Promise<Billable[]> => {
    const found = await aws.find('ecr', signal, /^RepositoryNotFoundException$/, async (ecr, call) => ({
      ...await ecr.describeRepositories({ repositoryNames: [repositoryName] }, call),
      images: await pages((nextToken) => ecr.describeImages({ repositoryName, nextToken }, call), (page) => page.imageDetails, (page) => page.nextToken),
    }))
    const bytes = found?.images.reduce((sum, { imageSizeInBytes = 0 }) => sum + imageSizeInBytes, 0)
    return (found?.repositories ?? []).map(({ repositoryArn }) => ({
      kind: 'image', id: repositoryArn!, name: repositoryName, location: aws.region, sizeGiB: gibibytes(bytes),
      ...(ours.includes(repositoryName) ? proven : { ours: false, known: `the name ${repositoryName}, but no tag ${ownerTag}` }),
    }))
  }))).flat()
}

/** Those with the tag, and those of that name which EKS and Container Insights write to and leave behind. */
async function logGroups({ aws, record: { name } }: Eks, marked: readonly string[], signal: AbortSignal): Promise<Billable[]> {
  const ours = marked.flatMap((arn) => /^arn:[^:]+:logs:[^:]+:\d+:log-group:([^:]+)/.exec(arn)?.[1] ?? [])
  const asked = [...new Set([...ours, `/aws/eks/${name}/`, `/aws/containerinsights/${name}/`])]
  const found = (await Promise.all(asked.map((logGroupNamePrefix) => pages((nextToken) => aws.call('logs', signal, (logs, call) => logs.describeLogGroups({ logGroupNamePrefix, nextToken }, call)), (page) => page.logGroups, (page) => page.nextToken)))).flat()
  return [...new Map(found.map((group) => [group.logGroupName!, group]))].flatMap(([group, { storedBytes, logGroupArn, arn }]): Billable[] => {
    const mine = ours.includes(group)
    if (!mine && !group.startsWith(`/aws/eks/${name}/`) && !group.startsWith(`/aws/containerinsights/${name}/`)) return []
    return [{
      kind: 'log-bucket', id: logGroupArn ?? arn!.replace(/:\*$/, ''), name: group, location: aws.region, sizeGiB: gibibytes(storedBytes),
      ...(mine ? proven : { ours: false, known: `the name ${group}, but no tag ${ownerTag}; a cluster of that name, which need not be this one` }),
    }]
  })
}

async function fileSystems({ aws, record: { id, name } }: Eks, signal: AbortSignal): Promise<Billable[]> {
  const found = await pages((Marker) => aws.call('efs', signal, (efs, call) => efs.describeFileSystems({ Marker }, call)), (page) => page.FileSystems, (page) => page.NextMarker)
  return found.filter(({ LifeCycleState }) => LifeCycleState !== 'deleted').flatMap(({ FileSystemId, FileSystemArn, Name, SizeInBytes, Tags }): Billable[] => {
    const alike = valueOf(Tags, clusterTag(name)) === 'owned' ? `tag ${clusterTag(name)}` : Name === name ? `the name ${name}` : null
    const known: Found | null = valueOf(Tags, ownerTag) === id ? proven : alike ? { ours: false, known: `${alike}, but not ${ownerTag}=${id}` } : null
    return known ? [{ kind: 'file-share', id: FileSystemArn!, name: Name || FileSystemId!, location: aws.region, ...known, sizeGiB: gibibytes(SizeInBytes?.Value), diskType: 'efs', holdsHome: true }] : []
  })
}

const inUse = /^(FileSystemInUse|IncorrectFileSystemLifeCycleState|IncorrectMountTargetState)$/

/** One nudge toward its end: what still holds it goes first, and the next look tells. */
export async function removeOfService(context: Eks, { kind, id, name }: Billable, signal: AbortSignal): Promise<void> {
  const { aws } = context
  switch (kind) {
    case 'image': return void await aws.find('ecr', signal, /^RepositoryNotFoundException$/, (ecr, call) => ecr.deleteRepository({ repositoryName: name, force: true }, call))
    case 'log-bucket': return void await aws.find('logs', signal, /^ResourceNotFoundException$/, (logs, call) => logs.deleteLogGroup({ logGroupName: name }, call))
    case 'file-share': {
      const FileSystemId = basename(id)
      if (await removeMounts(context, FileSystemId, signal) > 0) return
      return void await aws.find('efs', signal, new RegExp(`^FileSystemNotFound$|${inUse.source}`), (efs, call) => efs.deleteFileSystem({ FileSystemId }, call))
    }
  }
}

/** Its doors into networks; the files stay. How many there were. */
async function removeMounts({ aws }: Eks, FileSystemId: string, signal: AbortSignal, inVpc?: string): Promise<number> {
  const found = await aws.find('efs', signal, /^FileSystemNotFound$/, (efs, call) => efs.describeMountTargets({ FileSystemId }, call))
  const mounts = (found?.MountTargets ?? []).filter(({ VpcId }) => inVpc === undefined || VpcId === inVpc)
  for (const { MountTargetId } of mounts) await aws.find('efs', signal, new RegExp(`^MountTargetNotFound$|${inUse.source}`), (efs, call) => efs.deleteMountTarget({ MountTargetId: MountTargetId! }, call))
  return mounts.length
}

/** What of our file systems is in a network that goes, whether they stay or not. How many doors there were. */
export async function leaveNetwork(context: Eks, vpc: string, signal: AbortSignal): Promise<number> {
  const ours = (await fileSystems(context, signal)).filter((thing) => thing.ours)
  return (await Promise.all(ours.map(({ id }) => removeMounts(context, basename(id), signal, vpc)))).reduce((sum, count) => sum + count, 0)
}
