/**
 * Zones of a region, by name. Null where they are not the same for everybody: each AWS account sees zones of its own, and the sandbox has
 * none. Source: cloud.google.com/compute/docs/regions-zones and learn.microsoft.com/azure/reliability/regions-list, as of 2026-11.
 */
export function zonesOf(provider: string, region: string): string[] | null {
  if (provider === 'azure') return ['1', '2', '3']
  if (provider === 'gcp') return (gcp[region] ?? ['a', 'b', 'c']).map((letter) => `${region}-${letter}`)
  return null
}

/** Regions of Google whose zones are not a, b and c. */
const gcp: Record<string, string[]> = { 'us-central1': ['a', 'b', 'c', 'f'], 'us-east1': ['b', 'c', 'd'], 'europe-west1': ['b', 'c', 'd'] }
