import { leaves, pointerOf } from '../../json.ts'
import type { ProblemField } from '../../problems/problem.ts'
import { isProblem } from '../../problems/problem.ts'
import { checkHubSpec } from '../check.ts'
import { composeSpec } from './compose.ts'
import { secretsIn } from './layer-secrets.ts'
import type { HubSpec, HubSpecPatch } from '../spec.ts'

/**
 * What is wrong with a layer that its schema accepts, with pointers into it. What a hub must add to it, such as the secret of a login, is
 * not missing here; `spec` is what the layer alone comes to, where it comes to one.
 */
export function checkLayer(patch: HubSpecPatch): { errors: ProblemField[]; spec: HubSpec | null } {
  const secrets = secretsIn(patch)
  if (secrets.length > 0) return { errors: secrets, spec: null }
  const set = [...leaves(patch)].map(({ path }) => pointerOf(path))
  const isSet = ({ pointer }: ProblemField) => set.some((leaf) => leaf === pointer || leaf.startsWith(`${pointer}/`) || pointer.startsWith(`${leaf}/`))
  try {
    const spec = composeSpec({ platform: { spec: patch }, own: {} })
    return { errors: checkHubSpec(spec, {}).errors.filter(isSet), spec }
  } catch (error) {
    if (!isProblem(error)) throw error
    return { errors: error.errors.map((field) => ({ ...field, pointer: field.pointer.replace(/^\/spec/, '') })).filter((field) => field.code !== 'required' && isSet(field)), spec: null }
  }
}
