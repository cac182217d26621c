/** A small piece of what Google has, with its real names. */
export const regions: Record<string, string[]> = {
  'us-central1': ['us-central1-a', 'us-central1-b', 'us-central1-c', 'us-central1-f'],
  'europe-west1': ['europe-west1-b', 'europe-west1-c', 'europe-west1-d'],
}
export const zones = Object.values(regions).flat()
export const regionOf = (location: string): string => location.replace(/-[a-z]$/, '')

/** `only` where not all zones have it. */
export const machineTypes: { name: string; cpus: number; memoryMb: number; only?: string[] }[] = [
  { name: 'n1-standard-2', cpus: 2, memoryMb: 7680 },
  { name: 'n1-standard-4', cpus: 4, memoryMb: 15360 },
  { name: 'e2-medium', cpus: 2, memoryMb: 4096 },
  { name: 'e2-standard-2', cpus: 2, memoryMb: 8192 },
  { name: 'e2-standard-4', cpus: 4, memoryMb: 16384 },
  { name: 'e2-highmem-4', cpus: 4, memoryMb: 32768 },
  { name: 'n2-standard-4', cpus: 4, memoryMb: 16384 },
  { name: 'c2-standard-8', cpus: 8, memoryMb: 32768, only: ['us-central1-b', 'us-central1-c'] },
]
export const isIn = (zone: string, type: string): boolean => machineTypes.some(({ name, only }) => name === type && (only?.includes(zone) ?? true))
export const cpusOf = (type: string): number => machineTypes.find(({ name }) => name === type)!.cpus
export const cpuMetric = (type: string): string => ({ n2: 'N2_CPUS', c2: 'C2_CPUS' })[type.slice(0, 2)] ?? 'CPUS'

/** Newest first, as GKE lists them. */
export const versions = ['1.35.1-gke.1396000', '1.34.4-gke.1047000', '1.34.1-gke.3849001', '1.33.9-gke.1060000', '1.33.5-gke.2392000']
export const defaultVersion = '1.34.1-gke.3849001'
/** The newest of those that begin so. */
export const versionNamed = (wanted: string): string | undefined => (wanted === '' || wanted === '-' ? defaultVersion : wanted === 'latest' ? versions[0] : versions.find((version) => version === wanted || version.startsWith(`${wanted}.`) || version.startsWith(`${wanted}-`)))
