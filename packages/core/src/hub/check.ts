import { valueAt } from '../json.ts'
import type { ProblemField } from '../problems/problem.ts'
import { checkCulling, confirmCulling, warnCulling } from './check-culling.ts'
import { checkExposure } from './check-exposure.ts'
import { checkImageNames, checkPullSecret, warnImages } from './check-images.ts'
import { checkProfiles } from './check-profiles.ts'
import { checkRawValues } from './check-raw.ts'
import { checkResources, warnResources } from './check-resources.ts'
import { checkScheduling, warnScheduling } from './check-scheduling.ts'
import { checkStorage, warnStorage } from './check-storage.ts'
import { isProviderLogin, letsIn } from './login-providers.ts'
import type { HubSpec } from './spec.ts'

/** Something that is possible and yet so easily a mistake that it must be said twice: with `code` in the request's `confirm`. */
export interface Confirmation { code: 'open-login' | 'users-deleted-with-homes' | 'short-max-age' | 'culled-while-active' | 'busy-kernels-stopped'; pointer: string; what: string }

/** Something a plan tells and nobody has to answer. */
export interface Warning { code: 'nobody-may-log-in' | 'open-notebooks-stay' | 'warnings-not-shown' | 'seats-add-no-nodes' | 'seats-too-small' | 'limit-reserves' | 'one-home-for-all' | 'database-not-kept' | 'moving-tag'; pointer: string; what: string }

export interface HubSpecCheck { errors: ProblemField[]; confirmations: Confirmation[]; warnings: Warning[] }

/**
 * What a spec that its schema accepts can still have wrong, from the spec alone: units, what must fit together, and what the hub would refuse
 * only when it starts. Raw values count where they win over a typed field.
 * @param fields the spec's secrets by pointer, as `splitSecrets` gives them and as they are kept
 */
export function checkHubSpec(spec: HubSpec, fields: Record<string, string>): HubSpecCheck {
  return {
    errors: [
      ...checkResources(spec), ...checkProfiles(spec), ...checkScheduling(spec), ...checkStorage(spec), ...checkCulling(spec), ...checkHome(spec), ...checkLogin(spec, fields), ...checkChart(spec), ...checkExposure(spec.exposure, fields),
      ...checkRawValues(spec), ...checkImageNames(spec), ...checkPullSecret(spec, fields),
    ],
    confirmations: [...confirmCulling(spec), ...confirmLogin(spec, fields)],
    warnings: [...warnAccess(spec), ...warnCulling(spec), ...warnScheduling(spec), ...warnResources(spec), ...warnStorage(spec), ...warnImages(spec)],
  }
}

const fault = (pointer: string, code: string, detail: string): ProblemField => ({ pointer, code, detail })

/** The spawner expands braces in hooks, and a name it does not know stops every server from starting. */
function checkHome({ home }: HubSpec): ProblemField[] {
  const repository = Object.entries(home.gitRepository ?? {}).map(([key, value]) => [`/home/gitRepository/${key}`, value] as const)
  return [...repository, ['/home/contents', home.contents ?? ''] as const].filter(([, value]) => /[{}]/.test(value))
    .map(([pointer]) => fault(pointer, 'braces', 'Braces mean something to the spawner: leave them out.'))
}

function checkLogin({ login }: HubSpec, fields: Record<string, string>): ProblemField[] {
  if (login.type === 'dummy') return []
  const faults: ProblemField[] = []
  if (!fields['/login/clientSecret']) faults.push(fault('/login/clientSecret', 'required', 'This login needs the secret of the OAuth application.'))
  if (login.type === 'google' && login.stripDomain && login.hostedDomains.length > 1) {
    faults.push(fault('/login/stripDomain', 'ambiguous-names', 'With several domains, two people of one name would share an account. '
      + 'Set it to false; users are then named by their whole address and start with empty homes.'))
  }
  return faults
}

function checkChart({ chart }: HubSpec): ProblemField[] {
  const { source } = chart
  if (source === undefined || !source.includes('://') || URL.parse(source)?.protocol === 'https:') return []
  return [fault('/chart/source', 'https', 'A chart is code that runs in the cluster: name an https address, or an archive that the server can read.')]
}

function confirmLogin(spec: HubSpec, fields: Record<string, string>): Confirmation[] {
  const { login, access, exposure } = spec
  if (login.type !== 'dummy' || (!access.allowAll && access.users.length === 0 && access.admins.length === 0)) return []
  const withPassword = fields['/login/password'] !== undefined
  if (exposure.type === 'clusterIP' && (withPassword || !access.allowAll)) return []
  const who = access.allowAll ? 'Anybody' : 'Anybody who knows a name in use'
  const how = withPassword ? 'with the one shared password' : 'without a password'
  return [{ code: 'open-login', pointer: '/login', what: `${who} who can reach the hub gets a server ${how}. Use a real login for anything but a trial.` }]
}

function warnAccess({ login, access, values }: HubSpec): Warning[] {
  const somebody = access.allowAll || access.allowExisting || access.users.length > 0 || access.admins.length > 0 || (login.type === 'github' && (login.organizations?.length ?? 0) > 0)
    || (isProviderLogin(login) && letsIn(login))
  if (somebody || valueAt(values, ['hub', 'config']) !== undefined) return []
  return [{ code: 'nobody-may-log-in', pointer: '/access', what: 'Nobody may log in yet: name users or admins, or allow all.' }]
}
