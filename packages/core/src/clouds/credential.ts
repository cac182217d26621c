import { Type, type Static } from 'typebox'
import { byType } from '../hub/schema-kit.ts'

/** As price catalogues call them. */
export type Cloud = 'gcp' | 'azure' | 'aws'

const text = (description: string, maxLength = 512) => Type.String({ minLength: 1, maxLength, description })
const secret = (description: string, maxLength = 8192) => Type.String({ minLength: 1, maxLength, writeOnly: true, description })
const endpoints = Type.Optional(Type.Record(Type.String({ pattern: '^[a-z][a-z0-9-]*$' }), Type.String({ format: 'uri', maxLength: 512 }), {
  description: 'Addresses of the cloud\'s services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds',
}))

const gcp = { project: text('Id of the project', 63), endpoints }
const azure = { subscription: text('Id of the subscription', 36), endpoints }
const aws = { account: Type.String({ pattern: '^[0-9]{12}$', description: 'Number of the account' }), endpoints }
const branch = <const Name extends string, Fields extends Record<string, ReturnType<typeof text> | typeof endpoints>>(type: Name, $id: string, description: string, fields: Fields) =>
  Type.Object({ type: Type.Literal(type), ...fields }, { $id, additionalProperties: false, description })

/**
 * How Hubfleet gets into a cloud. `…-federation` holds no secret: Hubfleet signs a token that names the tenant, and the cloud, told so beforehand, takes it.
 * `…-ambient` is the worker's own identity, for credentials of the platform only: a tenant that could name it would act as the platform.
 */
export const CloudCredentialSchema = byType([
  branch('gcp-federation', 'GcpFederation', 'Workload identity federation', {
    ...gcp, workloadIdentityProvider: text('`projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER`'), serviceAccount: text('Email of the service account to act as'),
  }),
  branch('gcp-key', 'GcpKey', 'A key of a service account', { ...gcp, key: secret('The JSON of the key') }),
  branch('gcp-ambient', 'GcpAmbient', 'The worker\'s application default credentials', gcp),
  branch('azure-federation', 'AzureFederation', 'Federated credential of an app registration', { ...azure, directory: text('Id of the Entra tenant', 36), clientId: text('Id of the app registration', 36) }),
  branch('azure-secret', 'AzureSecret', 'A client secret of an app registration', { ...azure, directory: text('Id of the Entra tenant', 36), clientId: text('Id of the app registration', 36), clientSecret: secret('The secret\'s value') }),
  branch('azure-ambient', 'AzureAmbient', 'The worker\'s workload or managed identity', azure),
  branch('aws-federation', 'AwsFederation', 'A role that trusts Hubfleet\'s tokens', { ...aws, role: text('ARN of the role') }),
  branch('aws-key', 'AwsKey', 'An access key', { ...aws, accessKeyId: text('Id of the key', 128), secretAccessKey: secret('The key') }),
  branch('aws-ambient', 'AwsAmbient', 'The worker\'s own role', aws),
], { $id: 'CloudCredential', description: 'How Hubfleet gets into a cloud' })
export type CloudCredential = Static<typeof CloudCredentialSchema>
export type CredentialType = CloudCredential['type']

export const cloudOfCredential = ({ type }: { type: CredentialType }): Cloud => type.slice(0, type.indexOf('-')) as Cloud
