import { Type, type Static } from 'typebox'
import { choice } from '../schema-kit.ts'

const closed = { additionalProperties: false }
const claim = Type.Optional(Type.String({ minLength: 1, maxLength: 253, description: "A PersistentVolumeClaim that is in the hub's namespace" }))

/** A folder of an NFS server. Nothing that Hubfleet does deletes files there. */
export const NfsFolderSchema = Type.Object({
  server: Type.String({ minLength: 1, maxLength: 253, pattern: '^[0-9A-Za-z.:-]+$', description: 'The DNS name or IP address of the server, as the nodes reach it' }),
  path: Type.String({ minLength: 1, maxLength: 1024, pattern: '^/', description: 'The folder that the server exports' }),
  mountOptions: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 255, pattern: '^[0-9A-Za-z_.=:-]+$' }), {
    maxItems: 20, description: 'As for mount, such as vers=4.2 or soft',
  })),
}, { $id: 'NfsFolder', description: 'A folder of an NFS server; the policy must allow `hostPath`', ...closed })
export type NfsFolder = Static<typeof NfsFolderSchema>

const nfs = Type.Optional(NfsFolderSchema)

export const SharedFolderSchema = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 40, pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', description: 'Lower-case letters, digits and hyphens' }),
  mountPath: Type.Optional(Type.String({ minLength: 2, maxLength: 1024, pattern: '^/', description: 'Where it is in each server. Default: shared/<name> in the home' })),
  claim,
  nfs,
  subPath: Type.Optional(Type.String({ minLength: 1, maxLength: 1024, description: 'A folder inside. Default: all of it' })),
}, { $id: 'SharedFolder', description: 'A folder that everybody may read and nobody may write: of a claim or of an NFS server', ...closed })
export type SharedFolder = Static<typeof SharedFolderSchema>

export const HubStorageSchema = Type.Object({
  type: choice(['dynamic', 'static', 'none'], { description: 'A disk for each user, one shared volume for all, or nothing kept', default: 'dynamic' }),
  capacity: Type.String({
    minLength: 1, maxLength: 32, default: '10Gi',
    description: 'With dynamic: size of each home, as a Kubernetes quantity such as 10Gi. Homes that exist grow to it where their StorageClass can; none ever shrinks',
  }),
  storageClass: Type.Optional(Type.String({ minLength: 1, maxLength: 253, description: "With dynamic: the class of homes that are made. Default: the cluster's default class" })),
  homeMountPath: Type.Optional(Type.String({ minLength: 2, maxLength: 1024, pattern: '^/', description: 'Where the home is in each server. Default: /home/jovyan' })),
  static: Type.Optional(Type.Object({
    claim,
    nfs,
    subPath: Type.Optional(Type.String({ minLength: 1, maxLength: 1024, description: 'A folder for each user, such as home/{username}. Default: {username}' })),
  }, { $id: 'HubStaticStorage', description: 'With type static: the volume that all share, by a claim or on an NFS server', ...closed })),
  shared: Type.Array(SharedFolderSchema, { maxItems: 20, default: [], description: 'Folders that everybody may read' }),
}, { $id: 'HubStorage', description: "People's homes, and what they share", ...closed, default: {} })
export type HubStorage = Static<typeof HubStorageSchema>

/** Where homes are unless the spec says otherwise; the chart's default. */
export const defaultHome = '/home/jovyan'
export const mountPathOf = ({ name, mountPath }: SharedFolder, { homeMountPath = defaultHome }: HubStorage): string => mountPath ?? `${homeMountPath.replace(/\/+$/, '')}/shared/${name}`
