import type { ProblemField } from '../../problems/problem.ts'
import { overridesOf } from '../servers/check-resources.ts'
import { placesOf } from '../servers/check-scheduling.ts'
import type { Policy } from './policy.ts'
import { imageAllowed } from './policy-images.ts'
import type { HubSpec } from '../spec.ts'

/** What a policy denies of the typed fields that could do the same as raw values: where servers go, and the images of profiles. */
export function checkProfilePolicy(spec: HubSpec, policy: Policy): ProblemField[] {
  return [...(policy.allow.placement ? [] : deniedPlaces(spec)), ...(policy.allowedImages ? deniedImages(spec, policy.allowedImages) : [])]
}

const denied = (pointer: string, detail: string): ProblemField => ({ pointer, code: 'policy-denied', detail })

/** Looking for nodes by their purpose is free, and so is tolerating GPU nodes with GPUs. */
const deniedPlaces = (spec: HubSpec): ProblemField[] => [...placesOf(spec)].flatMap(([pointer, { nodeSelector, tolerations }]) => [
  ...(Object.keys(nodeSelector ?? {}).length > 0 ? [denied(`${pointer}/nodeSelector`, 'The policy denies placement.')] : []),
  ...((tolerations?.length ?? 0) > 0 ? [denied(`${pointer}/tolerations`, 'The policy denies placement.')] : []),
])

function deniedImages(spec: HubSpec, allowed: readonly string[]): ProblemField[] {
  const named = [...overridesOf(spec)].flatMap(([pointer, { image }]) =>
    (pointer && image && !imageAllowed(image.name, allowed) ? [denied(`${pointer}/image/name`, `The policy allows these images: ${allowed.join(', ')}.`)] : []))
  const typed = spec.profiles.flatMap(({ options = [] }, index) => options.flatMap(({ unlistedChoice }, option) =>
    (unlistedChoice ? [denied(`/profiles/${index}/options/${option}/unlistedChoice`, 'The policy names the images that are allowed, so nobody can type another.')] : [])))
  return [...named, ...typed]
}
