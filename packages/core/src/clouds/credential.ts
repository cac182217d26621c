import { Type, type Static } from 'typebox'
import { byType, outputOf, patchOf, type MergePatch } from '../hub/schema-kit.ts'

/** As price catalogues call them. */
export type Cloud = 'gcp' | 'azure' | 'aws'

/** What a credential can be for. */
export type CredentialCloud = Cloud | 'sandbox'
export const credentialClouds = ['gcp', 'azure', 'aws', 'sandbox'] as const satisfies readonly CredentialCloud[]

const text = (description: string, pattern: string, maxLength = 512) => Type.String({ pattern, maxLength, description })
const secret = (description: string, maxLength = 8192) => Type.String({ minLength: 1, maxLength, writeOnly: true, description })
const uuid = (description: string) => text(description, '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$', 36)
const endpoints = Type.Optional(Type.Record(Type.String({ pattern: '^[a-z][a-z0-9-]*$' }), Type.String({ format: 'uri', maxLength: 512 }), {
  description: 'Addresses of the cloud\'s services where they are not the public ones, by the name of the service: for private endpoints and sovereign clouds',
}))

const gcp = { project: text('Id of the project', '^([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$', 94), endpoints }
const azure = { subscription: uuid('Id of the subscription, a UUID'), endpoints }
const aws = { account: text('Number of the account, 12 digits', '^[0-9]{12}$', 12), endpoints }
const app = { directory: text('Id of the Entra tenant, a UUID, or one of its domains', '^[0-9a-zA-Z][0-9a-zA-Z.-]*$', 253), clientId: uuid('Client id of the app registration, a UUID') }
type Field = ReturnType<typeof text> | ReturnType<typeof secret> | typeof endpoints
const branch = <const Name extends string, Fields extends Record<string, Field>>(type: Name, $id: string, description: string, fields: Fields) =>
  Type.Object({ type: Type.Literal(type), ...fields }, { $id, additionalProperties: false, description })

/** The fields of each kind, told apart by `type`. */
const branches = [
  branch('gcp-federation', 'GcpFederation', 'Workload identity federation', {
    ...gcp,
    workloadIdentityProvider: text('projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER', '^projects/[0-9]+/locations/global/workloadIdentityPools/[a-z0-9-]{4,32}/providers/[a-z0-9-]{4,32}$'),
    serviceAccount: text('Email of the service account to act as', '^[a-z0-9-]+@[a-z0-9.-]+\\.gserviceaccount\\.com$'),
  }),
  branch('gcp-key', 'GcpKey', 'A key of a service account', { ...gcp, key: secret('The key\'s file, as JSON') }),
  branch('gcp-ambient', 'GcpAmbient', 'The worker\'s application default credentials', gcp),
  branch('azure-federation', 'AzureFederation', 'Federated credential of an app registration', { ...azure, ...app }),
  branch('azure-secret', 'AzureSecret', 'A client secret of an app registration', { ...azure, ...app, clientSecret: secret('The secret\'s value', 512) }),
  branch('azure-ambient', 'AzureAmbient', 'The worker\'s workload or managed identity', azure),
  branch('aws-federation', 'AwsFederation', 'A role that trusts Hubfleet\'s tokens', { ...aws, role: text('ARN of the role: arn:aws:iam::ACCOUNT:role/NAME', '^arn:aws(-[a-z]+)*:iam::[0-9]{12}:role/[\\w+=,.@/-]+$') }),
  branch('aws-key', 'AwsKey', 'An access key', { ...aws, accessKeyId: text('Id of the access key', '^[A-Z0-9]{16,128}$', 128), secretAccessKey: secret('The secret of the access key', 512) }),
  branch('aws-ambient', 'AwsAmbient', 'The worker\'s own role', aws),
  branch('sandbox', 'SandboxCredential', 'For the simulated cloud: to try everything on', { account: text('Name of an account: lower-case letters, digits and hyphens', '^[a-z][a-z0-9-]*$', 63), secret: secret('Any text', 512), endpoints }),
] as const

/**
 * How Hubfleet gets into a cloud. `…-federation` holds no secret: Hubfleet signs a token that names the tenant, and the cloud, told so beforehand, takes it.
 * `…-ambient` is the worker's own identity, for credentials of the platform only: a tenant that could name it would act as the platform.
 */
export const CloudCredentialSchema = byType([...branches], { $id: 'CloudCredential', description: 'How Hubfleet gets into a cloud' })
export type CloudCredential = Static<typeof CloudCredentialSchema>
export type CredentialType = CloudCredential['type']

/** What is sent to change one: fields that are left out stay, a secret too. */
export type CloudCredentialPatch = MergePatch<CloudCredential> & { type: CredentialType }
export const CloudCredentialPatchSchema = Type.Unsafe<CloudCredentialPatch>(patchOf(CloudCredentialSchema, (id) => `${id}Patch`))

/** What is shown of one: everything but its secret. */
export const CloudCredentialOutSchema = outputOf(CloudCredentialSchema)

export const cloudOfCredential = ({ type }: { type: CredentialType }): CredentialCloud => type.split('-')[0] as CredentialCloud
export const isFederation = ({ type }: { type: CredentialType }): boolean => type.endsWith('-federation')
export const isAmbient = ({ type }: { type: CredentialType }): boolean => type.endsWith('-ambient')

/** Which of a cloud's accounts a credential is for: it never changes, or what was made in one would be looked for in another. */
export const accountFields = { gcp: 'project', azure: 'subscription', aws: 'account', sandbox: 'account' } as const satisfies Record<CredentialCloud, string>

/** The secret fields of a kind; one that holds none of its own has none. */
export function secretFieldsOf(type: CredentialType): string[] {
  const { properties } = branches.find((each) => each.properties.type.const === type)! as { properties: Record<string, { writeOnly?: boolean }> }
  return Object.keys(properties).filter((name) => properties[name]!.writeOnly)
}

/** What of a credential may be seen, and what may not. */
export function splitCredential(credential: CloudCredential): { shown: Record<string, unknown> & { type: CredentialType }; secrets: Record<string, string> } {
  const names = secretFieldsOf(credential.type)
  const entries = Object.entries(credential)
  return {
    shown: Object.fromEntries(entries.filter(([name]) => !names.includes(name))) as ReturnType<typeof splitCredential>['shown'],
    secrets: Object.fromEntries(entries.filter(([name]) => names.includes(name))) as Record<string, string>,
  }
}
