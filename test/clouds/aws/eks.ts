/**
 * What moto's EKS lacks, and no more: states that take time, versions, add-ons, pod identities, and the autoscaling groups of node groups with
 * their machines. Clusters and node groups themselves are moto's.
 */
import { failure, json, type Answer } from './answers.ts'
import type { Asked } from './models.ts'
import type { AskMoto } from './moto.ts'

const versions = ['1.32', '1.33', '1.34', '1.35']
const initial = '1.34'
const addOnNames = ['vpc-cni', 'kube-proxy', 'eks-pod-identity-agent', 'coredns', 'aws-ebs-csi-driver']
const image = 'ami-12c6146b'
const adminPolicy = 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy'

interface Group { status: string; version: string; machines: string | null; busy: boolean }
interface Cluster { /** Policies of each principal that has an entry. */ admitted: Map<string, { policyArn: string; accessScope: object }[]>; status: string; version: string; rest: Record<string, unknown>; addons: Map<string, Record<string, any>>; identities: Record<string, any>[]; groups: Map<string, Group> }

export class LocalEks {
  readonly clusters = new Map<string, Cluster>()
  readonly #moto: AskMoto
  readonly #api: (cluster: string) => { endpoint: string; certificateAuthority: { data: string } }

  constructor(moto: AskMoto, api: (cluster: string) => { endpoint: string; certificateAuthority: { data: string } }) {
    this.#moto = moto
    this.#api = api
  }

  /** Null for what moto answers alone. */
  async answer(asked: Asked, ask: () => Promise<Answer>): Promise<Answer> {
    const { name, input } = asked
    const clusterName = String(input['clusterName'] ?? input['name'] ?? '')
    const cluster = this.clusters.get(clusterName)
    const refuse = (code: string, message: string, status = 400) => failure(asked, status, code, message)
    const none = () => refuse('ResourceNotFoundException', `No cluster found for name: ${clusterName}.`, 404)
    /** moto's answer with what is laid over it. */
    const over = async (field: string, more: () => object): Promise<Answer> => {
      const answer = await ask()
      if (answer.status >= 300) return answer
      const body = JSON.parse(answer.body) as Record<string, object>
      return json({ ...body, [field]: { ...body[field], ...more() } })
    }
    const update = (type: string) => json({ update: { id: 'local', status: 'InProgress', type } })
    const group = cluster?.groups.get(String(input['nodegroupName'] ?? ''))

    switch (name) {
      case 'ListClusters': return ask()
      case 'DescribeClusterVersions': return json({ clusterVersions: versions.map((clusterVersion) => ({ clusterVersion, defaultVersion: clusterVersion === initial, status: 'standard-support', versionStatus: 'STANDARD_SUPPORT' })) })
      case 'CreateCluster': {
        const version = String(input['version'] ?? initial)
        if (!versions.includes(version)) return refuse('InvalidParameterException', `unsupported Kubernetes version ${version}`)
        const { subnetIds = [] } = input['resourcesVpcConfig'] as { subnetIds?: string[] }
        if (subnetIds.length < 2) return refuse('InvalidParameterException', 'Subnets specified must be in at least two different AZs')
        const answer = await over('cluster', () => ({ status: 'CREATING', version }))
        const { bootstrapClusterCreatorAdminPermissions: admin = true } = (input['accessConfig'] ?? {}) as { bootstrapClusterCreatorAdminPermissions?: boolean }
        const admitted = new Map(admin ? [[await principalOf(this.#moto, asked.key), [{ policyArn: adminPolicy, accessScope: { type: 'cluster' } }]]] : [])
        if (answer.status < 300) this.clusters.set(clusterName, { admitted, status: 'CREATING', version, rest: { upgradePolicy: input['upgradePolicy'], accessConfig: input['accessConfig'] }, addons: new Map(), identities: [], groups: new Map() })
        return answer
      }
      case 'DescribeCluster': return over('cluster', () => (cluster ? { ...cluster.rest, status: cluster.status, version: cluster.version, ...(cluster.status === 'CREATING' ? { endpoint: undefined, certificateAuthority: {} } : this.#api(clusterName)) } : {}))
      case 'UpdateClusterVersion': {
        if (!cluster) return none()
        const wanted = String(input['version'])
        if (versions.indexOf(wanted) !== versions.indexOf(cluster.version) + 1) return refuse('InvalidParameterException', `Unsupported Kubernetes minor version update from ${cluster.version} to ${wanted}`)
        const behind = [...cluster.groups.values()].find((one) => one.version !== cluster.version)
        if (behind) return refuse('InvalidRequestException', `Nodegroups must be updated to match cluster version ${cluster.version} before updating cluster version`)
        if (cluster.status !== 'ACTIVE') return refuse('ResourceInUseException', 'Cluster is already updating', 409)
        Object.assign(cluster, { status: 'UPDATING', version: wanted })
        return update('VersionUpdate')
      }
      case 'UpdateClusterConfig': {
        if (!cluster) return none()
        cluster.rest['upgradePolicy'] = input['upgradePolicy']
        cluster.status = 'UPDATING'
        return update('UpgradePolicyUpdate')
      }
      case 'DeleteCluster': {
        if (!cluster) return ask()
        if (cluster.groups.size > 0) return refuse('ResourceInUseException', 'Cluster has nodegroups attached', 409)
        if (cluster.status === 'CREATING') return refuse('ResourceInUseException', 'Cluster has create operation in progress', 409)
        cluster.status = 'DELETING'
        return json({ cluster: { name: clusterName, status: 'DELETING' } })
      }

      case 'CreateNodegroup': {
        if (!cluster) return none()
        if (cluster.status !== 'ACTIVE') return refuse('InvalidRequestException', `Cluster '${clusterName}' is not in ACTIVE status`)
        const { minSize = 1, maxSize = 2, desiredSize = 2 } = (input['scalingConfig'] ?? {}) as Record<string, number>
        if (desiredSize < minSize || desiredSize > maxSize) return refuse('InvalidParameterException', `desired capacity ${desiredSize} must be between min size ${minSize} and max size ${maxSize}`)
        if (input['launchTemplate'] && input['diskSize']) return refuse('InvalidParameterException', 'Disk size must be specified within the launch template.')
        const answer = await over('nodegroup', () => ({ status: 'CREATING', version: cluster.version }))
        if (answer.status < 300) cluster.groups.set(String(input['nodegroupName']), { status: 'CREATING', version: cluster.version, machines: null, busy: false })
        return answer
      }
      case 'ListNodegroups': return cluster ? ask() : none()
      case 'DescribeNodegroup': return over('nodegroup', () => (group ? { status: group.status, version: group.version, health: { issues: [] } } : {}))
      case 'UpdateNodegroupConfig': {
        if (group && group.status !== 'ACTIVE') return refuse('ResourceInUseException', 'Nodegroup is not in ACTIVE status', 409)
        const { minSize = 0, maxSize = 0, desiredSize = 0 } = (input['scalingConfig'] ?? {}) as Record<string, number>
        if (desiredSize < minSize || desiredSize > maxSize) return refuse('InvalidParameterException', `desired capacity ${desiredSize} must be between min size ${minSize} and max size ${maxSize}`)
        const answer = await ask()
        if (answer.status < 300 && group) group.status = 'UPDATING'
        return answer
      }
      case 'UpdateNodegroupVersion': {
        if (!cluster || !group) return none()
        if (group.status !== 'ACTIVE') return refuse('ResourceInUseException', 'Nodegroup is not in ACTIVE status', 409)
        if (input['version'] !== cluster.version) return refuse('InvalidParameterException', `Requested Nodegroup release version is invalid for ${cluster.version}`)
        Object.assign(group, { status: 'UPDATING', version: cluster.version })
        return update('VersionUpdate')
      }
      case 'DeleteNodegroup': {
        if (!cluster || !group) return ask()
        if (group.status === 'CREATING' || group.status === 'UPDATING') return refuse('ResourceInUseException', `Nodegroup is ${group.status}`, 409)
        group.status = 'DELETING'
        return json({ nodegroup: { nodegroupName: input['nodegroupName'], status: 'DELETING' } })
      }

      case 'CreateAddon': {
        if (!cluster) return none()
        const addonName = String(input['addonName'])
        if (cluster.addons.has(addonName)) return refuse('ResourceInUseException', 'Addon already exists.', 409)
        if (!addOnNames.includes(addonName)) return refuse('InvalidParameterException', `Addon ${addonName} specified is not supported`)
        if (cluster.status !== 'ACTIVE') return refuse('InvalidRequestException', `Cluster '${clusterName}' is not in ACTIVE status`)
        const addon = { addonName, clusterName, status: 'CREATING', addonVersion: versionFor(cluster.version), health: { issues: [] }, tags: input['tags'], configurationValues: input['configurationValues'] }
        cluster.addons.set(addonName, addon)
        return json({ addon })
      }
      case 'DescribeAddon': {
        const addon = cluster?.addons.get(String(input['addonName']))
        return addon ? json({ addon }) : refuse('ResourceNotFoundException', `No addon: ${String(input['addonName'])} found in cluster: ${clusterName}`, 404)
      }
      case 'UpdateAddon': {
        const addon = cluster?.addons.get(String(input['addonName']))
        if (!addon) return refuse('ResourceNotFoundException', `No addon: ${String(input['addonName'])} found in cluster: ${clusterName}`, 404)
        for (const field of ['addonVersion', 'configurationValues']) if (input[field] !== undefined) addon[field] = input[field]
        addon['status'] = 'UPDATING'
        return update('AddonUpdate')
      }
      case 'DescribeAddonVersions': return json({ addons: [{ addonName: input['addonName'], addonVersions: [{ addonVersion: versionFor(String(input['kubernetesVersion'])), compatibilities: [{ clusterVersion: input['kubernetesVersion'], defaultVersion: true }] }] }] })
      case 'CreatePodIdentityAssociation': {
        if (!cluster) return none()
        const same = (one: Record<string, any>) => one['namespace'] === input['namespace'] && one['serviceAccount'] === input['serviceAccount']
        if (cluster.identities.some(same)) return refuse('ResourceInUseException', 'Association already exists', 409)
        const association = { clusterName, namespace: input['namespace'], serviceAccount: input['serviceAccount'], roleArn: input['roleArn'], associationId: `a-${cluster.identities.length}` }
        cluster.identities.push(association)
        return json({ association })
      }
      case 'CreateAccessEntry': {
        if (!cluster) return none()
        const principalArn = String(input['principalArn'])
        if (!/^arn:aws[^:]*:iam::\d{12}:(user|role)\//.test(principalArn)) return refuse('InvalidParameterException', `The specified principalArn is invalid: invalid principal ${principalArn}.`)
        if (cluster.admitted.has(principalArn)) return refuse('ResourceInUseException', 'The specified access entry resource is already in use on this cluster.', 409)
        cluster.admitted.set(principalArn, [])
        return json({ accessEntry: { clusterName, principalArn, tags: input['tags'], type: 'STANDARD' } })
      }
      case 'AssociateAccessPolicy': case 'ListAssociatedAccessPolicies': {
        if (!cluster) return none()
        const { principalArn, policyArn, accessScope } = input as { principalArn: string; policyArn: string; accessScope: object }
        const policies = cluster.admitted.get(principalArn)
        if (!policies) return refuse('ResourceNotFoundException', `The specified principalArn could not be found. You can view your available access entries with \`list-access-entries\`.`, 404)
        if (name === 'ListAssociatedAccessPolicies') return json({ clusterName, principalArn, associatedAccessPolicies: policies })
        policies.push({ policyArn, accessScope })
        return json({ clusterName, principalArn, associatedAccessPolicy: { policyArn, accessScope } })
      }
      case 'ListPodIdentityAssociations': return cluster ? json({ associations: cluster.identities.filter((one) => (input['namespace'] ?? one['namespace']) === one['namespace'] && (input['serviceAccount'] ?? one['serviceAccount']) === one['serviceAccount']) }) : none()
      default: return failure(asked, 501, 'UNIMPLEMENTED', `this local AWS does not know eks ${name}`)
    }
  }

  /** Whatever the cloud works on is done. */
  async tick(): Promise<void> {
    for (const [name, cluster] of this.clusters) {
      if (cluster.status === 'CREATING' || cluster.status === 'UPDATING') cluster.status = 'ACTIVE'
      for (const [group, state] of cluster.groups) await this.#advance(name, cluster, group, state)
      const nodes = cluster.groups.size > 0
      for (const addon of cluster.addons.values()) {
        const well = nodes || !/coredns|ebs-csi/.test(addon['addonName'] as string)
        Object.assign(addon, well ? { status: 'ACTIVE', health: { issues: [] } } : { status: 'DEGRADED', health: { issues: [{ code: 'InsufficientNumberOfReplicas', message: 'The add-on is unhealthy because it doesn\'t have the desired number of replicas.' }] } })
      }
      if (cluster.status === 'DELETING') {
        await this.#moto.eks('DELETE', `/clusters/${name}`)
        this.clusters.delete(name)
      }
    }
  }

  async #advance(clusterName: string, cluster: Cluster, name: string, state: Group): Promise<void> {
    const path = `/clusters/${clusterName}/node-groups/${name}`
    if (state.status === 'ACTIVE') return
    const { nodegroup } = await this.#moto.eks('GET', path) as { nodegroup: { scalingConfig: Record<string, number>; instanceTypes: string[]; subnets: string[]; resources: { autoScalingGroups: { name: string }[] } } }
    const { minSize = 0, maxSize = 1, desiredSize = 0 } = nodegroup.scalingConfig
    const group = nodegroup.resources.autoScalingGroups[0]!.name
    const sizes = { MinSize: String(minSize), MaxSize: String(maxSize), DesiredCapacity: String(state.busy ? desiredSize : minSize) }
    if (state.status === 'CREATING') {
      await this.#moto.query('ec2', '2016-11-15', 'CreateLaunchTemplate', { LaunchTemplateName: group, 'LaunchTemplateData.ImageId': image, 'LaunchTemplateData.InstanceType': nodegroup.instanceTypes[0]!, 'LaunchTemplateData.BlockDeviceMapping.1.DeviceName': '/dev/xvda', 'LaunchTemplateData.BlockDeviceMapping.1.Ebs.VolumeSize': '20', 'LaunchTemplateData.BlockDeviceMapping.1.Ebs.DeleteOnTermination': 'true' })
      const tags = { 'eks:cluster-name': clusterName, 'eks:nodegroup-name': name, [`kubernetes.io/cluster/${clusterName}`]: 'owned' }
      const fields = Object.fromEntries(Object.entries(tags).flatMap(([Key, Value], index) => Object.entries({ Key, Value, PropagateAtLaunch: 'true', ResourceId: group, ResourceType: 'auto-scaling-group' }).map(([field, text]) => [`Tags.member.${index + 1}.${field}`, text])))
      await this.#moto.query('autoscaling', '2011-01-01', 'CreateAutoScalingGroup', { AutoScalingGroupName: group, 'LaunchTemplate.LaunchTemplateName': group, VPCZoneIdentifier: nodegroup.subnets.join(','), ...sizes, ...fields })
      state.machines = group
    }
    // As the autoscaler does after a while: nodes above the floor on which nothing runs go. In this cloud nothing runs on any, unless a test says so.
    if (state.status === 'UPDATING') await this.#moto.query('autoscaling', '2011-01-01', 'UpdateAutoScalingGroup', { AutoScalingGroupName: group, ...sizes })
    if (state.status === 'DELETING') {
      await this.removeGroup(clusterName, cluster, name)
      return
    }
    state.status = 'ACTIVE'
  }

  async removeGroup(clusterName: string, cluster: Cluster, name: string): Promise<void> {
    const { machines } = cluster.groups.get(name)!
    if (machines) {
      await this.#moto.query('autoscaling', '2011-01-01', 'DeleteAutoScalingGroup', { AutoScalingGroupName: machines, ForceDelete: 'true' })
      await this.#moto.query('ec2', '2016-11-15', 'DeleteLaunchTemplate', { LaunchTemplateName: machines })
    }
    await this.#moto.eks('DELETE', `/clusters/${clusterName}/node-groups/${name}`)
    cluster.groups.delete(name)
  }

  /** Whether an access key is an administrator's of a cluster, as its authenticator finds out. */
  async admits(clusterName: string, key: string): Promise<boolean> {
    return this.clusters.get(clusterName)?.admitted.get(await principalOf(this.#moto, key))?.some(({ policyArn }) => policyArn === adminPolicy) ?? false
  }

  /** As somebody in the console does. */
  async vanish(name: string): Promise<void> {
    const cluster = this.clusters.get(name)
    if (cluster) for (const group of cluster.groups.keys()) await this.removeGroup(name, cluster, group)
    this.clusters.delete(name)
    await this.#moto.eks('DELETE', `/clusters/${name}`)
  }

  /** The autoscaler raises a group, since pods wait; they keep its nodes. */
  async fill(name: string, pool: string, nodes: number): Promise<void> {
    for (const [group, state] of this.clusters.get(name)?.groups ?? []) {
      if (!group.startsWith(`${pool}-`) || !state.machines) continue
      state.busy = true
      await this.#moto.query('autoscaling', '2011-01-01', 'SetDesiredCapacity', { AutoScalingGroupName: state.machines, DesiredCapacity: String(nodes) })
    }
  }
}

/** Who an access key is to IAM. */
export async function principalOf(moto: AskMoto, key: string): Promise<string> {
  const [, arn] = /<Arn>([^<]+)/.exec(await moto.query('sts', '2011-06-15', 'GetCallerIdentity', {}, key))!
  return arn!.replace(/^(arn:aws):sts::(\d+):assumed-role\/([^/]+)\/.*$/, '$1:iam::$2:role/$3')
}

const versionFor = (kubernetes: string): string => `v${kubernetes}.1-eksbuild.1`
