import { refuse } from '../validate.ts'
import type { Cloud, CredentialCloud } from './credential.ts'
import type { PoolSpec } from '../clusters/spec.ts'

/** The providers that make clusters in a cloud, and in which. */
const clouds: Record<string, Cloud> = { gke: 'gcp', aks: 'azure', eks: 'aws' }

export const cloudProviders = ['gke', 'aks', 'eks'] as const

/** Null for a provider that needs no credential of a cloud. */
export const cloudOfProvider = (provider: string): Cloud | null => (Object.hasOwn(clouds, provider) ? clouds[provider]! : null)

/** The provider that makes clusters in a cloud. */
export const providerOfCloud = (cloud: CredentialCloud): string => cloudProviders.find((provider) => clouds[provider] === cloud) ?? cloud

/** A small core that is always there, and room for people that costs nothing while nobody is there: types that have much memory for their price. */
const machines: Record<string, { core: string; user: string }> = {
  sandbox: { core: 'sandbox-small', user: 'sandbox-medium' },
  gke: { core: 'e2-standard-2', user: 'e2-highmem-4' },
  aks: { core: 'Standard_D2s_v5', user: 'Standard_E4s_v5' },
  eks: { core: 'm6i.large', user: 'r6i.xlarge' },
}

/** The pools of a managed cluster that names none. */
export function defaultPools(provider: string): PoolSpec[] {
  const { core, user } = machines[provider]!
  return [{ name: 'core', purpose: 'core', machineType: core, min: 1, max: 3 }, { name: 'user', purpose: 'user', machineType: user, min: 0, max: 10 }]
}

/** Where a cluster is to be: a zone alone names its region, but on Azure, whose zones are numbers. Refuses what is missing or does not fit. */
export function locate(provider: string, { region, zone }: { region?: string | undefined; zone?: string | undefined }): { region?: string; zone?: string } {
  const cloud = cloudOfProvider(provider)
  if (!cloud) {
    if (zone !== undefined) refuse([{ pointer: '/zone', code: 'not-used', detail: `a cluster of the provider ${provider} is in no zone` }])
    return { ...(region !== undefined && { region }) }
  }
  const known = region ?? (zone === undefined ? undefined : regionOfZone(cloud, zone))
  if (known === undefined) refuse([{ pointer: '/region', code: 'required', detail: `a cluster of ${provider} needs a region, such as ${examples[cloud]}` }])
  if (zone !== undefined && !isZoneOf(cloud, zone, known!)) refuse([{ pointer: '/zone', code: 'not-in-region', detail: `is no zone of ${known}; ${zoneForm[cloud](known!)}` }])
  return { region: known!, ...(zone !== undefined && { zone }) }
}

const examples: Record<Cloud, string> = { gcp: 'us-central1', azure: 'westeurope', aws: 'us-east-1' }
const zoneForm: Record<Cloud, (region: string) => string> = {
  gcp: (region) => `its zones are named like ${region}-b`, azure: () => 'zones are 1, 2 and 3', aws: (region) => `its zones are named like ${region}a`,
}

function regionOfZone(cloud: Cloud, zone: string): string | undefined {
  const form = { gcp: /^(.+\d)-[a-z]$/, aws: /^(.+\d)[a-z]$/, azure: /^$/ }[cloud]
  return form.exec(zone)?.[1]
}

const isZoneOf = (cloud: Cloud, zone: string, region: string): boolean => (cloud === 'azure' ? /^[1-3]$/.test(zone) : regionOfZone(cloud, zone) === region)
