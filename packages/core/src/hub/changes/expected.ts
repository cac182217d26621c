import { restartWords, type Disruption, type Restarting } from './disruption.ts'
import type { ObjectChange } from './object-change.ts'

/** What a worker found out about people and their things when it made a plan. Null is what it could not ask. */
export interface PeopleSeen {
  connected: number | null
  /** Why that is not known. */
  reason?: string
  homes: { count: number; gib: number } | null
}

/** Pods of the chart whose restart somebody notices, by the names of what makes them. */
const noticed: readonly Restarting[] = ['hub', 'proxy', 'user-scheduler', 'autohttps']

/**
 * The disruption of a change as the objects in the cluster tell it, and no longer as the values let expect: what restarts is what gets
 * another pod template. A stop stays as it is: everything goes.
 */
export function expectedDisruption(promised: Disruption, objects: readonly ObjectChange[]): Disruption {
  if (promised.restarts.includes('user-servers')) return promised
  const restarts = noticed.filter((name) => objects.some((object) => object.kind === 'Deployment' && object.name === name && object.restarts))
  const cuts = restarts.includes('proxy') || restarts.includes('autohttps')
  const known = Object.values(restartWords) as string[]
  return {
    ...promised, restarts,
    disconnectsUsers: cuts || promised.addressChanges,
    words: [...(restarts.includes('hub') ? [restartWords.hub] : []), ...(cuts ? [restartWords.proxy] : []), ...promised.words.filter((word) => !known.includes(word))],
  }
}

/** A plan in sentences: what happens, to how many people, and what is kept. */
export function planWords({ disruption, people, ends, homes }: { disruption: Disruption; people: PeopleSeen; /** The release goes: a stop or a delete. */ ends: boolean; /** What a delete does to the homes. */ homes?: 'keep' | 'delete' | undefined }): string[] {
  const nothing = disruption.restarts.length === 0 && disruption.words.length === 0
  return [
    ...(nothing ? ['Nothing restarts.'] : disruption.words),
    connectedInWords(people, disruption.disconnectsUsers, ends),
    ...keptInWords(people, homes),
  ]
}

function connectedInWords({ connected, reason }: PeopleSeen, disconnects: boolean, ends: boolean): string {
  if (connected === null) return `How many people are connected now could not be asked${reason ? `: ${reason}` : ''}.`
  if (connected === 0) return 'Nobody is connected now.'
  const who = connected === 1 ? '1 person is connected now' : `${connected} people are connected now`
  const theyDo = connected === 1 ? 'loses' : 'lose'
  if (!disconnects) return `${who}; nobody is disconnected.`
  return ends ? `${who} and ${theyDo} the running server.` : `${who} and ${theyDo} the connection.`
}

function keptInWords({ homes }: PeopleSeen, fate: 'keep' | 'delete' | undefined): string[] {
  if (!homes || homes.count === 0) return []
  const what = `${homes.count} ${homes.count === 1 ? 'home' : 'homes'}${homes.gib > 0 ? ` (${Number(homes.gib.toFixed(1))} GiB)` : ''}`
  if (fate === 'delete') return [`Deleted for good: ${what}, and the hub's database.`]
  return [`Kept: ${what}${fate === 'keep' ? '' : ' and the hub\'s database'}.`]
}
