import type { JsonObject } from '../../json.ts'
import { pointerOf } from '../../json.ts'
import type { ProblemField } from '../../problems/problem.ts'
import { checkProfilePolicy } from './check-policy-profiles.ts'
import type { Policy } from './policy.ts'
import { imageAllowed } from './policy-images.ts'
import { deniedByPath, imagesOf } from './policy-paths.ts'
import { deniedInPods } from './policy-pods.ts'
import { checkTypedFields } from './policy-typed.ts'
import type { HubSpec } from '../spec.ts'

/** What a policy denies of a spec, with pointers to the offending fields; most of it is in `/values`. */
export function checkPolicy(spec: HubSpec, policy: Policy): ProblemField[] {
  return [...checkSeats(spec, policy), ...checkImages(spec, policy), ...checkProfilePolicy(spec, policy), ...checkTypedFields(spec, policy), ...checkValues(spec.values, policy)]
}

function checkSeats({ capacity }: Pick<HubSpec, 'capacity'>, { maxSeats }: Policy): ProblemField[] {
  if (maxSeats === undefined || capacity.seats <= maxSeats) return []
  return [{ pointer: '/capacity/seats', code: 'policy-denied', detail: `The policy allows at most ${maxSeats} seats.` }]
}

function checkImages(spec: Pick<HubSpec, 'values' | 'image'>, { allowedImages }: Policy): ProblemField[] {
  if (!allowedImages) return []
  const used = [...(spec.image ? [{ pointer: '/image/name', name: spec.image.name }] : []), ...imagesOf(spec.values)]
  return used.filter(({ name }) => !imageAllowed(name, allowedImages))
    .map(({ pointer }) => ({ pointer, code: 'policy-denied', detail: `The policy allows these images: ${allowedImages.join(', ')}.` }))
}

function checkValues(values: JsonObject, { allow }: Policy): ProblemField[] {
  const denied = [...deniedByPath(values), ...deniedInPods(values)].filter(({ capability }) => !allow[capability])
  return denied.map(({ path, capability }) => ({
    pointer: pointerOf(['values', ...path]), code: 'policy-denied', detail: `The policy denies ${capability}.`,
  }))
}
