import type { CullingTimes } from '../demand/presence.ts'
import { defaultCulling } from './settings.ts'
import type { EstimateInput } from './input.ts'

/** What the cost may hang on, each as a variant of the input and in words that go on with "saves 14 %". */
export function sensitivityChanges(input: EstimateInput): { change: string; input: EstimateInput }[] {
  const culling = input.culling === undefined ? defaultCulling : input.culling
  const minutes = culling && Math.round(culling.timeoutSeconds / 60)
  const factor = (by: number) => (count: number) => Math.round(count * by)
  const users = (change: (type: EstimateInput['users'][number]) => Partial<EstimateInput['users'][number]>) => ({ ...input, users: input.users.map((type) => ({ ...type, ...change(type) })) })
  return [
    ...(culling && minutes && minutes > 1 ? [Math.max(1, Math.round(minutes / 2)), minutes * 2].map((other) => ({ change: `Culling after ${other} instead of ${minutes} minutes`, input: withCulling(input, { ...culling, timeoutSeconds: other * 60 }) })) : []),
    ...(culling ? [{ change: 'Never culling', input: withCulling(input, null) }] : []),
    { change: 'A tenth more users', input: users(({ count, homes }) => ({ count: factor(1.1)(count), ...(homes !== undefined && { homes: factor(1.1)(homes) }) })) },
    { change: 'Twice the memory for each server', input: users(({ memoryGuaranteeGiB }) => ({ memoryGuaranteeGiB: memoryGuaranteeGiB * 2 })) },
    { change: 'Half the memory for each server', input: users(({ memoryGuaranteeGiB }) => ({ memoryGuaranteeGiB: memoryGuaranteeGiB / 2 })) },
    { change: `${(input.placeholders ?? 0) + 10} instead of ${input.placeholders ?? 0} seats kept warm`, input: { ...input, placeholders: (input.placeholders ?? 0) + 10 } },
  ]
}

/** For all types of users, that of those with times of their own too. */
export const withCulling = (input: EstimateInput, culling: CullingTimes | null): EstimateInput =>
  ({ ...input, culling, users: input.users.map((type) => (type.culling === undefined ? type : { ...type, culling })) })
