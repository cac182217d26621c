import { toMoney, microsOf, type Money } from '@hubfleet/core'
import { pricingOf } from '@hubfleet/control'
import type { ClusterRow } from '@hubfleet/database'
import { priceBook } from '@hubfleet/pricing'
import type { Remnant } from '@hubfleet/providers'

/** Every kind of thing that can bill or be in a namesake's way, and how it is looked for. */
const lookedFor: Record<string, string> = {
  Deployment: 'all of the namespace',
  StatefulSet: 'all of the namespace',
  DaemonSet: 'all of the namespace',
  Service: 'all LoadBalancers of the namespace',
  Ingress: 'all of the namespace',
  Pod: 'users\' pods of the namespace, by label',
  PersistentVolumeClaim: 'all of the namespace',
  PersistentVolume: 'cluster-wide, by the namespace of its claim; released ones too',
  Secret: 'those that helm never removes, by name in the namespace',
  ConfigMap: 'what people were told of their servers, by name in the namespace',
  ServiceAccount: 'of kubeconfigs given out and of failed hooks, by label in the namespace',
  Role: 'of kubeconfigs given out and of failed hooks, by label in the namespace',
  RoleBinding: 'of kubeconfigs given out and of failed hooks, by label in the namespace',
  ClusterRole: 'cluster-wide, by the release that made it',
  ClusterRoleBinding: 'cluster-wide, by the release that made it',
  PriorityClass: 'cluster-wide, by the release that made it',
  Namespace: 'by name',
}

/** What is in some clusters only, and is told where there is any. */
const ofSome: Record<string, string> = { Route: 'those that Hubfleet made for the hub, by label in the namespace' }

export interface TeardownReport {
  kinds: { kind: string; how: string; found: string[]; done: string[]; /** Those of `done` that helm took away with the release. */ withRelease: string[]; kept: { name: string; sizeGiB: number | null; monthly: Money | null }[]; left: string[] }[]
  keptMonthly: Money | null
  clean: boolean
}

/** What was there, what was done, and what a second look finds. */
export function teardownReport(cluster: ClusterRow, before: readonly Remnant[], after: readonly Remnant[], notKept: readonly Remnant[]): TeardownReport {
  const kinds = [...new Set([...Object.keys(lookedFor), ...before.map((r) => r.kind), ...after.map((r) => r.kind)])]
  const key = (r: Remnant) => `${r.kind}/${r.namespace}/${r.name}`
  const there = new Set(after.map(key))
  const wrong = new Set(notKept.map(key))
  const rows = kinds.map((kind) => {
    const found = before.filter((r) => r.kind === kind)
    const gone = found.filter((r) => !there.has(key(r)))
    const now = after.filter((r) => r.kind === kind)
    return {
      kind, how: lookedFor[kind] ?? ofSome[kind] ?? 'as left by failed hooks, by label in the namespace',
      found: found.map((r) => r.name),
      done: gone.map((r) => r.name),
      withRelease: gone.filter((r) => r.ofRelease).map((r) => r.name),
      kept: now.filter((r) => !wrong.has(key(r))).map((r) => ({ name: r.name, sizeGiB: r.sizeGiB ?? null, monthly: r.kind === 'PersistentVolumeClaim' ? diskCost(cluster, r) : null })),
      left: now.filter((r) => wrong.has(key(r))).map((r) => r.name),
    }
  })
  const disks = rows.flatMap((r) => r.kept).filter((k) => k.sizeGiB !== null)
  const priced = disks.flatMap((k) => (k.monthly ? [k.monthly] : []))
  const keptMonthly = priced.length < disks.length ? null : toMoney(priced.reduce((sum, m) => sum + microsOf(m.amount), 0n))
  return { kinds: rows, keptMonthly, clean: notKept.length === 0 }
}

function diskCost(cluster: ClusterRow, { sizeGiB, storageClass = null }: Remnant): Money | null {
  const pricing = pricingOf(cluster)
  if (sizeGiB === undefined || !pricing) return null
  const price = priceBook(pricing).diskMonth(storageClass, sizeGiB)
  return price === null ? null : toMoney(BigInt(Math.round(price * 1e6)))
}
