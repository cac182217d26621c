import type { Cloud, CloudCredential } from './credential.ts'

/** What a cloud is told so that it takes Hubfleet's tokens, and what is then in them. */
export interface Trust { issuer: string; subject: string; audience: string }

/** By whom a token says it comes: the tenant's id, which no other tenant can have. */
export const subjectOf = (tenantId: string): string => `tenant:${tenantId}`

/** The audience that each cloud's public region wants; `workloadIdentityProvider` is Google's alone. */
const audiences: Record<Cloud, string> = {
  gcp: 'https://iam.googleapis.com/projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER',
  azure: 'api://AzureADTokenExchange',
  aws: 'sts.amazonaws.com',
}
export const usualAudiences: Readonly<Record<Cloud, string>> = audiences

/** The audience of a federation; null for what is none. */
export function audienceOf(credential: Pick<CloudCredential, 'type'> & { workloadIdentityProvider?: string }): string | null {
  switch (credential.type) {
    case 'gcp-federation': return `https://iam.googleapis.com/${credential.workloadIdentityProvider}`
    case 'azure-federation': return audiences.azure
    case 'aws-federation': return audiences.aws
    default: return null
  }
}
