import type { JsonObject } from '../json.ts'
import { isObject, valueAt } from '../json.ts'

/*
 * OpenShift gives each namespace ranges of users and groups of its own, and lets in only pods that ask for none outside of them.
 */

const ofRange = { runAsUser: null, runAsGroup: null }
const container = { containerSecurityContext: ofRange }

/** In place of the users and groups that the chart fixes: nothing, so that the namespace's range gives them. */
export const rangedUsers: JsonObject = {
  hub: { podSecurityContext: { fsGroup: null }, ...container },
  proxy: { chp: container, traefik: container, secretSync: container },
  scheduling: { userScheduler: container, userPlaceholder: container },
  prePuller: { ...container, hook: container, pause: container },
  singleuser: { uid: null, fsGid: null },
}

/** Its DNS listens at another port than its Service, and NetworkPolicies see that of the pods: the chart's rule for port 53 does not let anybody to it. */
const dns = {
  to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'openshift-dns' } } }],
  ports: [{ protocol: 'UDP', port: 5353 }, { protocol: 'TCP', port: 5353 }],
}

/** The parts of the chart that a NetworkPolicy is around. */
const guarded = [['hub'], ['proxy', 'chp'], ['proxy', 'traefik'], ['singleuser']]

/** Every part may ask the DNS, beside what the hub's own rules allow. */
export function dnsRules(wanted: JsonObject): JsonObject {
  const values: JsonObject = {}
  for (const path of guarded) {
    const own = valueAt(wanted, [...path, 'networkPolicy', 'egress'])
    const rule = { networkPolicy: { egress: [...(Array.isArray(own) ? own : []), dns] } }
    const [first, second] = path as [string, string?]
    values[first] = second === undefined ? rule : { ...(isObject(values[first]) ? values[first] : {}), [second]: rule }
  }
  return values
}
