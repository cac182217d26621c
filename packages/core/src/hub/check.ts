import type { ProblemField } from '../problems/problem.ts'
import { checkCulling, confirmCulling, warnCulling } from './culling/check-culling.ts'
import { checkExposure } from './exposure/check-exposure.ts'
import { checkBuildGit } from './builds/build-git.ts'
import { checkImageNames, checkPullSecret, warnImages } from './images/check-images.ts'
import { checkProfiles } from './servers/check-profiles.ts'
import { checkRawValues } from './check-raw.ts'
import { checkResources, warnResources } from './servers/check-resources.ts'
import { checkScheduling, warnScheduling } from './servers/check-scheduling.ts'
import { checkStorage, warnStorage } from './storage/check-storage.ts'
import { checkLogin, warnLogin } from './login/check.ts'
import type { Confirmation, Warning } from './findings.ts'
import type { HubSpec } from './spec.ts'

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
      ...checkRawValues(spec), ...checkImageNames(spec), ...checkPullSecret(spec, fields), ...checkBuildGit(spec.build, fields),
    ],
    confirmations: confirmCulling(spec),
    warnings: [...warnLogin(spec, fields), ...warnCulling(spec), ...warnScheduling(spec), ...warnResources(spec), ...warnStorage(spec), ...warnImages(spec)],
  }
}

const fault = (pointer: string, code: string, detail: string): ProblemField => ({ pointer, code, detail })

/** The spawner expands braces in hooks, and a name it does not know stops every server from starting. */
function checkHome({ home }: HubSpec): ProblemField[] {
  const repository = Object.entries(home.gitRepository ?? {}).map(([key, value]) => [`/home/gitRepository/${key}`, value] as const)
  return [...repository, ['/home/contents', home.contents ?? ''] as const].filter(([, value]) => /[{}]/.test(value))
    .map(([pointer]) => fault(pointer, 'braces', 'Braces mean something to the spawner: leave them out.'))
}

function checkChart({ chart }: HubSpec): ProblemField[] {
  const { source } = chart
  if (source === undefined || !source.includes('://') || URL.parse(source)?.protocol === 'https:') return []
  return [fault('/chart/source', 'https', 'A chart is code that runs in the cluster: name an https address, or an archive that the server can read.')]
}
