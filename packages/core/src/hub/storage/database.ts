import { Type, type Static } from 'typebox'
import { choice } from '../schema-kit.ts'

export const HubDatabaseSchema = Type.Object({
  type: choice(['sqlite', 'sqlite-memory', 'postgres', 'mysql'], {
    description: 'A file on a disk of its own, a file that is lost at each restart of the hub, or a server that exists', default: 'sqlite',
  }),
  capacity: Type.String({
    minLength: 1, maxLength: 32, default: '1Gi', description: 'With sqlite: size of its disk, as a Kubernetes quantity. It grows where its StorageClass can, and never shrinks',
  }),
  storageClass: Type.Optional(Type.String({ minLength: 1, maxLength: 253, description: "With sqlite: the class of its disk, fixed once it is made. Default: the cluster's default class" })),
  host: Type.Optional(Type.String({ minLength: 1, maxLength: 253, pattern: '^[0-9A-Za-z.-]+$', description: 'With postgres or mysql: where the server is, as the hub reaches it' })),
  port: Type.Optional(Type.Integer({ minimum: 1, maximum: 65_535, description: 'Default: 5432 of postgres, 3306 of mysql' })),
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 63, description: 'The database; it must exist, and belong to this hub alone' })),
  user: Type.Optional(Type.String({ minLength: 1, maxLength: 63 })),
  password: Type.Optional(Type.String({ minLength: 1, maxLength: 4096, writeOnly: true, description: 'Never returned; leave it out of a change to keep it' })),
  options: Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 255 }), {
    maxProperties: 20, description: 'Options of the connection, such as sslmode: require',
  })),
}, { $id: 'HubDatabase', description: 'Where the hub keeps users, tokens and activity', additionalProperties: false, default: {} })
export type HubDatabase = Static<typeof HubDatabaseSchema>

export const isExternal = ({ type }: HubDatabase): boolean => type === 'postgres' || type === 'mysql'
