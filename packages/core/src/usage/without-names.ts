import type { HubSample } from './sample.ts'

/** People, by what stands for them. */
export type Tombstones = ReadonlyMap<string, string>

/** Who is in a sample of a hub. */
export function namesIn({ pods, claims, servers }: Omit<HubSample, 'hubId'>): string[] {
  return [...new Set([...pods, ...claims, ...servers ?? []].flatMap(({ user }) => user ?? []))]
}

/** The same sample without those people: what is theirs stays, and so do all sums. Pods and disks are named after people, so they get other names, too. */
export function withoutNames<Sample extends Omit<HubSample, 'hubId'>>(sample: Sample, tombstones: Tombstones): Sample {
  const named = <Thing extends { name: string; user: string | null }>(thing: Thing, index: number): Thing => {
    const tombstone = thing.user === null ? undefined : tombstones.get(thing.user)
    return tombstone === undefined ? thing : { ...thing, user: tombstone, name: `${tombstone}-${index}` }
  }
  return {
    ...sample, pods: sample.pods.map(named), claims: sample.claims.map(named),
    servers: sample.servers && sample.servers.map((server) => ({ ...server, user: tombstones.get(server.user) ?? server.user })),
  }
}

/** Any JSON in which a name stands as a text, or as a word of one; keys stay. */
export function withoutName<Value>(value: Value, name: string, tombstone: string): Value {
  if (typeof value === 'string') return wordsWithout(value, name, tombstone) as Value
  if (Array.isArray(value)) return value.map((each) => withoutName(each as unknown, name, tombstone)) as Value
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutName(each as unknown, name, tombstone)])) as Value
}

const borders = String.raw`[\s"'/,:;()]`

function wordsWithout(text: string, name: string, tombstone: string): string {
  if (text === name) return tombstone
  return text.replace(new RegExp(String.raw`(?<=^|${borders})${name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?=$|${borders}|[.?!](\s|$))`, 'g'), () => tombstone)
}
