import { Type } from 'typebox'
import { peopleOfSpec, Problem, valueAt, type HubSpec } from '@hubfleet/core'
import type { HubRow } from '@hubfleet/database'

export const HomeChoice = Type.Union([Type.Literal('keep'), Type.Literal('delete')], { description: 'keep: the disk stays, is billed, and is there again for an account of the same name; delete: the files are lost' })

/** Refuses a decision that the hub would not keep. */
export function requireHomeCanBe(home: 'keep' | 'delete', { name: hub, spec }: HubRow, of: { user: string; server?: string }): void {
  const { type } = spec.storage
  if (home === 'keep' && type === 'dynamic' && peopleOfSpec(spec).spawnerDeletesHomes) throw new Problem('home-cannot-be-kept', { hub, field: decidingField(spec) })
  if (home === 'delete' && (type === 'static' || (of.server !== undefined && !hasDiskOfItsOwn(spec)))) throw new Problem('home-is-shared', { hub, user: of.user })
}

const decidingField = ({ values }: HubSpec): string =>
  valueAt(values, ['hub', 'config', 'KubeSpawner', 'delete_pvc']) !== undefined ? 'values.hub.config.KubeSpawner.delete_pvc' : valueAt(values, ['cull', 'users']) !== undefined ? 'values.cull.users' : 'culling.users'

/** By the chart's own names each server has a disk of its own; by others a user's servers may share one. */
function hasDiskOfItsOwn({ values }: HubSpec): boolean {
  const template = valueAt(values, ['singleuser', 'storage', 'dynamic', 'pvcNameTemplate'])
  return template === undefined || template === null || /\{(user_server|servername)\}/.test(String(template))
}

/** What is said of the disk before it happens. */
export const homeWords = (home: 'keep' | 'delete', whose: string): string =>
  home === 'keep' ? `The disk of ${whose} stays and is billed; an account of the same name finds it again.` : `The disk of ${whose} is deleted, with all files on it.`
