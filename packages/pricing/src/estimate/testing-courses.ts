import fc from 'fast-check'
import type { EstimateInput } from './input.ts'

const machines = ['n1-standard-4', 'n1-highmem-4', 'n2-highmem-8', 'e2-standard-4', 'n2d-standard-8']
export type CulledInput = EstimateInput & { culling: { timeoutSeconds: number; everySeconds: number } | null }

const meeting = fc.record({ day: fc.integer({ min: 0, max: 6 }), start: fc.integer({ min: 0, max: 46 }).map((half) => half / 2), hours: fc.integer({ min: 1, max: 6 }).map((half) => half / 2), attendance: fc.double({ min: 0, max: 1, noNaN: true }) })
const pattern = fc.record({
  peakConcurrent: fc.double({ min: 0, max: 1, noNaN: true }),
  activeHoursPerWeek: fc.integer({ min: 0, max: 168 }),
  classes: fc.array(meeting, { maxLength: 4 }),
  selfPaced: fc.option(fc.record({ sessionsPerDay: fc.double({ min: 0, max: 2, noNaN: true }), sessionHours: fc.integer({ min: 1, max: 4 }), from: fc.integer({ min: 0, max: 11 }), until: fc.integer({ min: 12, max: 24 }) }), { nil: undefined }),
})
const culling = fc.option(fc.record({ timeoutSeconds: fc.integer({ min: 0, max: 40_000 }), everySeconds: fc.integer({ min: 0, max: 3600 }), maxAgeSeconds: fc.constantFrom(0, 30_000) }), { nil: null })

/** Hubs of all kinds on GKE. */
export const anyInput: fc.Arbitrary<CulledInput> = fc.record({
  provider: fc.constant('gcp'), region: fc.constantFrom('us-central1', 'europe-west1'),
  users: fc.array(fc.record({ count: fc.integer({ min: 0, max: 800 }), memoryGuaranteeGiB: fc.constantFrom(0.5, 1, 2, 3), cpuGuarantee: fc.constantFrom(0, 0.1, 0.5), homeGiB: fc.integer({ min: 0, max: 20 }) }), { minLength: 1, maxLength: 2 }),
  userPools: fc.array(fc.record({ machine: fc.constantFrom(...machines), min: fc.integer({ min: 0, max: 3 }), spotShare: fc.constantFrom(0, 0.5, 1) }), { minLength: 1, maxLength: 2 }),
  corePool: fc.option(fc.record({ machine: fc.constant('n1-standard-2'), count: fc.integer({ min: 1, max: 2 }) }), { nil: undefined }),
  pattern, culling, placeholders: fc.integer({ min: 0, max: 60 }),
})
