import { deviations, hubPosture, podSecurityLevelOf, podSecurityLevels, type PodSecurityLevel } from '@hubfleet/core'
import { drifted, inSync, waiting, type Step } from '@hubfleet/engine'
import type { HubScope } from './scope.ts'

type HubStep = Step<HubScope>

/** The level that a hub's namespace is to enforce. */
export const wantedLevel = ({ hub: { spec }, values }: Pick<HubScope, 'hub' | 'values'>): PodSecurityLevel => podSecurityLevelOf({ spec, values })

const isStricter = (one: PodSecurityLevel, other: PodSecurityLevel): boolean => podSecurityLevels.indexOf(one) < podSecurityLevels.indexOf(other)

/** Before the release: the pods that it is about to bring must be let in. */
export const podSecurityLoosened: HubStep = {
  name: 'pod security', condition: 'Secure', advisory: true,
  async observe(scope, signal) {
    const wanted = wantedLevel(scope)
    const level = await scope.site.podSecurity(signal)
    // a namespace without a level enforces what the cluster has for those
    const refuses = level === null ? wanted === 'privileged' : isStricter(level, wanted)
    return refuses ? drifted(`enforces ${level ?? 'what the cluster does'}, the pods need ${wanted}`) : inSync(level ?? 'no level')
  },
  act: (scope, signal) => scope.site.setPodSecurity(wantedLevel(scope), signal),
}

/** After the release: the pods that came before it, which may need more, are not made any more. */
export const podSecurityEnforced: HubStep = {
  name: 'pod security level', condition: 'Secure', advisory: true,
  async observe(scope, signal) {
    const wanted = wantedLevel(scope)
    const level = await scope.site.podSecurity(signal)
    scope.status.podSecurity = level
    return level === wanted ? inSync(wanted) : drifted(`enforces ${level ?? 'none'}, ${wanted} is wanted`)
  },
  act: (scope, signal) => scope.site.setPodSecurity(wantedLevel(scope), signal),
}

/** A deviation is its owner's to weigh: it is told, and holds nothing up. */
export const postureKept: HubStep = {
  name: 'security', condition: 'Secure', advisory: true,
  async observe({ hub: { spec }, values, preflight, status }, signal) {
    const { networkPolicies } = await preflight(signal)
    const items = hubPosture({ spec, values, cluster: { networkPolicies }, podSecurity: status.podSecurity })
    const deviating = deviations(items)
    const unknown = items.filter(({ state }) => state === 'unknown')
    if (deviating.length > 0) return waiting(deviating.map(({ what }) => what).join(' '), calmSeconds, 'Deviates')
    return unknown.length > 0 ? waiting(unknown.map(({ what }) => what).join(' '), calmSeconds, 'NotKnown') : inSync('nothing deviates')
  },
}

/** It changes with the spec, which wakes the hub anyway, or with the cluster. */
const calmSeconds = 300
