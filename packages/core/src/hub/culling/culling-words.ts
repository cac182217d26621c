import { Type, type Static } from 'typebox'
import { effectiveCulling } from './culling.ts'
import type { HubCulling, QuietHours } from './culling-schema.ts'
import { culledBy } from './own-culling.ts'
import type { HubSpec } from '../spec.ts'

const Range = (description: string) => Type.Union([Type.Object({ least: Type.Integer(), most: Type.Integer() }, { $id: 'SecondsRange', description: 'In seconds' }), Type.Null()], { description })

export const CullingMeaningSchema = Type.Object({
  by: Type.String({ examples: ['chart', 'hubfleet', 'nobody'], 'x-extensible-enum': ['chart', 'hubfleet', 'nobody'], description: 'Who stops servers: the culler of the chart, Hubfleet by itself, or nobody' }),
  afterLastUse: Range('When a server without a notebook is stopped, after its last use'),
  afterLastCell: Range('When the server of a notebook is stopped that was left with an idle kernel, after its last cell'),
  words: Type.Array(Type.String(), { description: 'The same in sentences, for people' }),
}, { $id: 'CullingMeaning', description: 'What the culling of servers and of kernels means together' })
export type CullingMeaning = Static<typeof CullingMeaningSchema>

/** How late the hub learns of activity: a server reports every 300 s; the proxy is asked every 60 s; times are kept to 30 s. */
export const activityDelay = { report: 300, proxy: 60, resolution: 30 } as const

/**
 * A kernel that is stopped counts as activity at that moment, so its server's time begins anew; but only when the kernel goes first. A server
 * is stopped in the first round after its time, a kernel in the first look after its own.
 */
export function cullingMeaning(spec: Pick<HubSpec, 'culling' | 'values'>): CullingMeaning {
  const culling = effectiveCulling(spec)
  const by = culledBy(culling)
  const { timeoutSeconds, everySeconds, kernels } = culling
  const server = by === 'nobody' ? null : { least: timeoutSeconds, most: timeoutSeconds + everySeconds }
  const kernel = kernels.timeoutSeconds > 0 ? { least: kernels.timeoutSeconds, most: kernels.timeoutSeconds + kernels.intervalSeconds } : null
  const notebook = server && kernel ? together(server, kernel) : server
  return { by, afterLastUse: server, afterLastCell: notebook, words: [...serverWords(culling, by, server), ...kernelWords(culling, server, kernel, notebook), ...ownWords(culling, by)] }
}

interface Seconds { least: number; most: number }

function together(server: Seconds, kernel: Seconds): Seconds {
  const kernelFirst = kernel.most + activityDelay.report < server.least
  const serverFirst = kernel.least > server.most
  return { least: kernelFirst ? kernel.least + server.least : server.least, most: serverFirst ? server.most : kernel.most + server.most }
}

function serverWords({ maxAgeSeconds, everySeconds, shutdownSeconds }: HubCulling, by: CullingMeaning['by'], server: Seconds | null): string[] {
  return [
    server ? `A server is stopped ${range(server)} after its last use. A browser tab that shows it is use.` : 'No idle server is stopped.',
    ...(server && maxAgeSeconds > 0 ? [`A server is stopped ${range({ least: maxAgeSeconds, most: maxAgeSeconds + everySeconds })} after its start, used or not.`] : []),
    ...(shutdownSeconds > 0 ? [`A server without kernels and terminals ends by itself after ${time(shutdownSeconds)} without use${by === 'hubfleet' ? ', also in quiet hours, and whoever is protected' : ''}.`] : []),
  ]
}

function kernelWords({ kernels, terminals }: HubCulling, server: Seconds | null, kernel: Seconds | null, notebook: Seconds | null): string[] {
  const ofTerminals = terminals.timeoutSeconds > 0 ? [`An idle terminal is closed after ${range({ least: terminals.timeoutSeconds, most: terminals.timeoutSeconds + terminals.intervalSeconds })}.`] : []
  if (!kernel) return ofTerminals
  const stops = `An idle kernel is stopped after ${range(kernel)}${kernels.connected ? ', also one of an open notebook' : '; one of an open notebook never is'}`
  if (!server || !notebook) return [`${stops}.`, ...ofTerminals]
  const after = `the server of a notebook that was left with an idle kernel is stopped ${range(notebook)} after its last cell`
  if (notebook.most === server.most) return [`${stops}; but ${after}, before its kernel would be.`, ...ofTerminals]
  return [`${stops}, which counts as use: ${after} (${time(kernel.least)} + ${time(server.least)}, ${notebook.least > server.least ? 'and what the looks add' : 'or without the first where the server is looked at before its kernel'}).`, ...ofTerminals]
}

function ownWords({ protect, quietHours, warnAheadSeconds, everySeconds, kernels, terminals }: HubCulling, by: CullingMeaning['by']): string[] {
  if (by !== 'hubfleet') return []
  const { users, groups } = protect
  return [
    `Hubfleet itself culls this hub, every ${time(everySeconds)}; the culler of the chart is off.`,
    ...(users.length + groups.length > 0 ? [`Never culled: ${[...(users.length > 0 ? [some('user', users)] : []), ...groups.map((group) => `members of the group ${group}`)].join(', ')}.`] : []),
    ...quietHours.map((hours) => `Nothing is culled ${quietWords(hours)}.`),
    ...(warnAheadSeconds > 0 ? [`People are told on the hub's page ${time(warnAheadSeconds)} or more before their server is stopped; it is not before they were told for so long.`] : []),
    ...((kernels.timeoutSeconds > 0 || terminals.timeoutSeconds > 0) && users.length + groups.length + quietHours.length > 0 ? ['Kernels and terminals are stopped inside all servers alike, also in quiet hours, and whoever is protected.'] : []),
  ]
}

const some = (noun: string, names: readonly string[]): string => (names.length > 5 ? `${names.length} ${noun}s` : names.join(', '))

const quietWords = ({ days, from, to, timeZone = 'UTC' }: QuietHours): string => `${days ? `on ${days.join(', ')} ` : ''}from ${from} to ${to} (${timeZone})`

/** `60 to 70 min`. */
function range({ least, most }: Seconds): string {
  const [a, b] = [time(least), time(most)]
  const [, unit] = a.split(' ')
  return b.endsWith(` ${unit}`) ? `${a.split(' ')[0]} to ${b}` : `${a} to ${b}`
}

/** Seconds below two minutes, else minutes; hours from two days on. */
const time = (seconds: number): string => (seconds < 120 ? `${seconds} s` : seconds < 172_800 ? `${rounded(seconds / 60)} min` : `${rounded(seconds / 3600)} h`)
const rounded = (n: number): number => Math.round(n * 10) / 10
