import { isObject, pointerOf, valueAt } from '../../json.ts'
import type { ProblemField } from '../../problems/problem.ts'
import { chartNames, effectiveCulling } from './culling.ts'
import { serverConfigFile, serverConfigFiles } from './culling-values.ts'
import { activityDelay } from './culling-words.ts'
import { culledBy } from './own-culling.ts'
import { isTimeZone, quietUntil } from './quiet-hours.ts'
import type { HubSpec } from '../spec.ts'

type Culled = Pick<HubSpec, 'culling' | 'values' | 'storage' | 'chart'>
type Code = 'users-deleted-with-homes' | 'short-max-age' | 'culled-while-active' | 'busy-kernels-stopped'

const fault = (pointer: string, code: string, detail: string): ProblemField => ({ pointer, code, detail })

/** Rounds of Hubfleet's own ask the hub's API for all servers. */
const shortestRound = 60

export function checkCulling({ culling, values }: Culled): ProblemField[] {
  return [...checkQuietHours(culling), ...checkOwnCulling(culling, values), ...checkServerConfig(culling, values)]
}

function checkQuietHours({ quietHours }: HubSpec['culling']): ProblemField[] {
  const faults = quietHours.flatMap(({ timeZone }, index) => (timeZone === undefined || isTimeZone(timeZone) ? []
    : [fault(`/culling/quietHours/${index}/timeZone`, 'time-zone', 'This is no name of the IANA time zone database. Write it as Europe/Berlin or America/New_York.')]))
  if (faults.length > 0 || quietUntil(quietHours, new Date(0)) !== 'never') return faults
  return [fault('/culling/quietHours', 'never-culls', 'Together these are always: nothing would ever be culled. Set culling.enabled to false if that is meant.')]
}

function checkOwnCulling(culling: HubSpec['culling'], values: HubSpec['values']): ProblemField[] {
  if (culledBy(culling) !== 'hubfleet') return []
  const raw = valueAt(values, ['cull'])
  return [
    ...(culling.everySeconds < shortestRound ? [fault('/culling/everySeconds', 'minimum', `Where Hubfleet culls, rounds are at least ${shortestRound} seconds apart.`)] : []),
    ...(isObject(raw) ? Object.keys(raw).map((name) => {
      const typed = (chartNames as Record<string, string>)[name]
      return fault(pointerOf(['values', 'cull', name]), 'conflict', 'Protected people, quiet hours and warnings are kept by Hubfleet itself, which then culls in place of the chart: '
        + (typed ? `set culling.${typed} instead.` : 'leave this out.'))
    }) : []),
  ]
}

/** Two files of one name cannot both be mounted, and the one hides the other. */
function checkServerConfig(culling: HubSpec['culling'], values: HubSpec['values']): ProblemField[] {
  const ours = serverConfigFiles(culling)[serverConfigFile] as { mountPath: string } | undefined
  const raw = valueAt(values, ['singleuser', 'extraFiles'])
  if (!ours || !isObject(raw)) return []
  const other = Object.entries(raw).find(([key, file]) => key === serverConfigFile || (isObject(file) && file.mountPath === ours.mountPath))
  return other ? [fault(pointerOf(['values', 'singleuser', 'extraFiles', other[0]]), 'conflict', `Kernel culling is in ${ours.mountPath} too, and there can be only one: set it in one place.`)] : []
}

export function confirmCulling(spec: Culled): { code: Code; pointer: string; what: string }[] {
  const asked: { code: Code; pointer: string; what: string }[] = []
  const { kernels } = spec.culling
  if (kernels.timeoutSeconds > 0 && kernels.busy) {
    asked.push({ code: 'busy-kernels-stopped', pointer: '/culling/kernels/busy', what: 'Kernels that compute without printing anything are stopped as idle ones are, and what they have computed is lost.' })
  }
  const culling = effectiveCulling(spec)
  if (!culling.enabled) return asked
  if (culling.maxAgeSeconds > 0 && culling.maxAgeSeconds < 600) {
    asked.push({ code: 'short-max-age', pointer: pointerTo(spec, 'maxAge'), what: `Every server is stopped ${culling.maxAgeSeconds} seconds after its start, even while it is used; the unit is seconds.` })
  }
  const storage = valueAt(spec.values, ['singleuser', 'storage', 'type']) ?? spec.storage.type
  if (culling.users && storage === 'dynamic') {
    asked.push({ code: 'users-deleted-with-homes', pointer: pointerTo(spec, 'users'), what: 'Idle users are deleted, and with each user the disk with their files.' })
  }
  const delay = activityDelay.report + activityDelay.proxy + activityDelay.resolution
  if (culling.timeoutSeconds <= delay) {
    asked.push({ code: 'culled-while-active', pointer: pointerTo(spec, 'timeout'), what: `The hub learns of activity up to ${delay} seconds late: servers in use can be stopped.` })
  }
  return asked
}

const pointerTo = ({ values }: Culled, name: keyof typeof chartNames): string => (valueAt(values, ['cull', name]) === undefined ? `/culling/${chartNames[name]}` : pointerOf(['values', 'cull', name]))

export function warnCulling({ culling, chart }: Culled): { code: 'open-notebooks-stay' | 'warnings-not-shown'; pointer: string; what: string }[] {
  const { kernels } = culling
  return [
    ...(kernels.timeoutSeconds > 0 && !kernels.connected ? [{ code: 'open-notebooks-stay' as const, pointer: '/culling/kernels/connected',
      what: 'Kernels of notebooks that are open in a browser are never idle: set culling.kernels.connected, or culling.maxAgeSeconds, for people who leave them open for days.' }] : []),
    ...(culledBy(culling) === 'hubfleet' && culling.warnAheadSeconds > 0 && /^v?[0-3]\./.test(chart.version) ? [{ code: 'warnings-not-shown' as const, pointer: '/culling/warnAheadSeconds',
      what: 'The pages of JupyterHub before 5 (charts before 4.0) cannot show the warning; there is only the event hub.cull-ahead.' }] : []),
  ]
}
