import { amountOf, dayOf, Problem, sumMicros, type Span } from '@hubfleet/core'
import type { HubRow } from '@hubfleet/database'
import { pointing, replay, type Replay, type ReplayInput, type ReplaySide } from '@hubfleet/pricing'
import { Type } from 'typebox'
import { loadCluster } from '../clusters/cluster.ts'
import { scopeOf, type Scope } from '../costs/scope.ts'
import { hours, shown } from '../costs/shape.ts'
import { serverOf } from '../estimates/hub-estimate.ts'
import { measuredSpan } from '../estimates/measured.ts'
import { loadHub } from '../hubs/hub.ts'
import { query, type QueryContext } from '../verb.ts'
import { readMeasured } from './measured.ts'
import { notesOf } from './notes.ts'
import { readSeen } from './seen.ts'
import { readSessions } from './sessions.ts'
import { changedFields, settingsFor } from './settings.ts'
import { spanOf } from './span.ts'
import { HubReplaySchema } from './wire.ts'
import { wordsOf } from './words.ts'

export const replayHub = query({
  noun: 'hub', verb: 'replay', summary: 'What a hub would have cost under another setting, by its measured sessions', action: 'tenant:read', weight: 500,
  description: 'People are taken to do the same at the same moments. The settings as they were are replayed too, so that the model\'s own error is seen; without another setting, they alone.',
  input: Type.Object({
    month: Type.Optional(Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', examples: ['2026-05'], description: 'By the tenant\'s clock. Without it and from, the month before this one' })),
    from: Type.Optional(Type.String({ maxLength: 40, examples: ['2026-05-01'], description: 'First day' })), to: Type.Optional(Type.String({ maxLength: 40, examples: ['2026-05-08'], description: 'The day after the last; without it, tomorrow' })),
    ...changedFields,
  }, { additionalProperties: false }),
  answer: HubReplaySchema,
  async run(context, { month, from, to, ...asked }) {
    const { tx, tenant } = context
    const hub = await loadHub(context)
    const scope = await scopeOf(context, {})
    const cluster = await loadCluster(context, hub.clusterId, { deleted: true })
    const span = spanOf({ month, from, to }, scope)
    const given = settingsFor(cluster, hub.spec, asked, scope.now)
    if (!given) throw new Problem('price-unknown', { what: `the nodes of the cluster ${cluster.name}: its pools of user nodes, or its place in a cloud, are not known` })
    const { settings, changed, changes } = given
    const seen = await readSeen(tx, tenant.id, hub.id, span, scope.finance.timeZone)
    if (!seen) throw await nothingMeasured(context, hub, span, scope)
    const { sessions, ...unseen } = await readSessions(tx, hub.id, seen.span, serverOf(hub.spec))
    const owns = cluster.tenantId === tenant.id
    const measured = await readMeasured(tx, scope, { hubId: hub.id, clusterId: cluster.id, pools: settings.userPools.map(({ name }) => name!), owns, currency: 'USD' }, { ...span, known: seen.span.to })
    const { before, after, incomplete } = replayed({ sessions, ...seen.span, settings, changed, seen: seen.steps }, asked)
    const price = (side: ReplaySide) => partsOf(side.nodes.used, owns ? side.nodes.unused : null, measured.rest)
    const [was, asItWas, is] = [partsOf(measured.nodes, measured.unusedNodes, measured.rest), price(before), changes.length > 0 ? price(after) : null]
    const differ = (one: bigint | null, other: bigint | null) => ({ amount: one === null || other === null ? null : amountOf(one - other), percent: one === null || !other ? null : round(Number(one - other) / Number(other) * 100) })
    return {
      hub: hub.name, from: span.from.toISOString(), to: span.to.toISOString(), timeZone: scope.finance.timeZone, currency: 'USD', changes,
      measured: { ...was.shown, serverHours: hours(seen.serverHours * 3600), peakServers: seen.peakServers, peakNodes: seen.peakNodes, sessions: sessions.length, gapHours: hours(seen.gapHours * 3600), unpricedHours: hours(measured.unpricedHours * 3600) },
      asItWas: showSide(before, asItWas.shown), changed: is && showSide(after, is.shown),
      modelError: differ(asItWas.total, was.total), difference: is && differ(is.total, asItWas.total),
      words: wordsOf({ name: `${hub.name} in ${nameOf(span, scope)}`, currency: 'USD', changes, measured: was.total, asItWas: asItWas.total, changed: is?.total ?? null, before, after: is && after }),
      notes: await notesOf(context, { hub, cluster, span, seen, unseen, measured, owns, settings }),
      incomplete,
    }
  },
})

/** A server that does not fit is the fault of the machine that was asked for. */
function replayed(input: ReplayInput, { machineType }: { machineType?: string | undefined }): Replay {
  return machineType === undefined ? replay(input) : pointing('/machineType', () => replay(input))
}

async function nothingMeasured({ tx, tenant }: QueryContext, hub: HubRow, span: Span, scope: Scope): Promise<Problem> {
  const known = await measuredSpan(tx, tenant.id, hub.id)
  const { timeZone } = scope.finance
  return new Problem('nothing-measured', { hub: hub.name, span: nameOf(span, scope), known: known ? `it was measured from ${dayOf(known.from, timeZone)} to ${dayOf(new Date(known.to.getTime() - 1), timeZone)}` : 'no hour of it was measured yet' })
}

function nameOf({ from, to }: Span, { finance: { timeZone } }: Scope): string {
  const [first, last] = [dayOf(from, timeZone), dayOf(new Date(to.getTime() - 1), timeZone)]
  return first.endsWith('-01') && dayOf(to, timeZone).endsWith('-01') && first.slice(0, 7) === last.slice(0, 7) ? first.slice(0, 7) : first === last ? first : `${first} to ${last}`
}

/** The sum of what is known; without the nodes, nothing is said of it. */
function partsOf(nodes: bigint | null, unusedNodes: bigint | null, rest: bigint | null) {
  const total = nodes === null ? null : sumMicros([nodes, unusedNodes ?? 0n, rest ?? 0n])
  return { total, shown: { total: shown(total), nodes: shown(nodes), unusedNodes: shown(unusedNodes), rest: shown(rest) } }
}

const mostListed = 100

function showSide({ nodeHours, serverHours, peakServers, peakNodes, starts, waits, stoppedInUse, stoppedBetween }: ReplaySide, parts: ReturnType<typeof partsOf>['shown']) {
  const all = [...stoppedInUse, ...stoppedBetween].sort((a, b) => a.at.getTime() - b.at.getTime())
  return {
    ...parts, nodeHours: hours(nodeHours * 3600), serverHours: hours(serverHours * 3600), peakServers, peakNodes, starts,
    waits: { starts: waits.starts, people: waits.users.length, medianMinutes: waits.median && round(waits.median), p95Minutes: waits.p95 && round(waits.p95), users: waits.users.slice(0, mostListed) },
    stopped: {
      inUse: stoppedInUse.length, betweenUses: stoppedBetween.length, busyKernelsAtMost: all.length, people: new Set(all.map(({ user }) => user)).size,
      items: all.slice(0, mostListed).map(({ user, at, backAt }) => ({ user, at: at.toISOString(), backAt: backAt.toISOString() })),
    },
  }
}

const round = (value: number): number => Math.round(value * 100) / 100
