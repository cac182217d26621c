import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { partial } from '../schema-kit.ts'

const allowed = (description: string) => Type.Boolean({ default: false, description })

/** What raw values can do beyond shaping the hub; each is denied unless allowed. */
export const PolicyAllowSchema = Type.Object({
  extraConfig: allowed('Python that the hub runs, with its rights in the namespace: extraConfig, other images or commands of the hub, free settings of it'),
  extraFiles: allowed('Files put into the hub or into servers'),
  initContainers: allowed('Containers that run before the hub or a server'),
  extraContainers: allowed('Containers that run beside the hub or a server'),
  extraPodConfig: allowed('Free parts of a pod, and profiles that override the spawner'),
  hostPath: allowed('Volumes other than those of the namespace: folders of the node, NFS and the like'),
  privileged: allowed('Root, added capabilities, the namespaces or ports of the node'),
  extraRoles: allowed('Roles in the hub (loadRoles)'),
  extraServices: allowed('Services of the hub, which run a command in it or act by its API'),
  serviceAccounts: allowed("Other service accounts, and with them other rights in the cluster's API"),
  network: allowed('Network rules, addresses and hosts beyond the typed exposure'),
  placement: allowed('Where pods run: selectors, tolerations, affinities, schedulers'),
  imageBuilds: allowed('Builds of images in the cluster: code of a repository runs in a pod of less confinement than others'),
  clusterScoped: allowed('What counts for the whole cluster: roles, priorities, the scheduler'),
}, { $id: 'PolicyAllow', description: 'What raw values may hold', additionalProperties: false, default: {} })
export type Capability = keyof Static<typeof PolicyAllowSchema>

const dollars = (description: string) => Type.Optional(Type.Number({ minimum: 0, maximum: 1_000_000_000, description }))

/** From when on a change needs a second person. */
export const ApprovalLimitsSchema = Type.Object({
  monthlyDifference: dollars('A change that makes a hub dearer by more than this a month, in USD'),
  monthlyTotal: dollars('A change that makes a hub dearer, and after which it would cost more than this a month, in USD'),
  disconnects: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'A change that disconnects more people than this; 0: anybody' })),
}, { $id: 'ApprovalLimits', description: 'A change beyond one of these is made as a saved plan, which another person must approve', additionalProperties: false, minProperties: 1 })
export type ApprovalLimits = Static<typeof ApprovalLimitsSchema>

const limits = {
  approval: Type.Optional(ApprovalLimitsSchema),
  maxSeats: Type.Optional(Type.Integer({ minimum: 0, description: 'The most seats a hub may have' })),
  allowedImages: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 512 }), {
    maxItems: 200, description: 'Images that servers may run: a repository, or its beginning with a * at the end, as quay.io/jupyter/*',
  })),
}

/** What a tenant's hubs may be. */
export const PolicySchema = Type.Object({ allow: PolicyAllowSchema, ...limits }, {
  $id: 'Policy', description: 'What the hubs of a tenant may hold; nothing that reaches outside a namespace by default', additionalProperties: false,
})
/** A policy as it is sent: what it does not name it does not allow, and does not limit. */
export const PolicyInputSchema = Type.Object({ allow: partial(PolicyAllowSchema), ...limits }, {
  $id: 'PolicyInput', description: 'A whole policy: what is not named is not allowed, and not limited', additionalProperties: false,
})
export type Policy = Static<typeof PolicySchema>

/** The whole policy of an input that was checked by `PolicyInputSchema`. */
export const completePolicy = (input: Static<typeof PolicyInputSchema>): Policy => Value.Default(PolicySchema, { allow: {}, ...structuredClone(input) }) as Policy

/** Denies everything that could reach outside the hub's namespace. */
export const strictPolicy: Policy = completePolicy({})
