/**
 * What every provider keeps to, by the capabilities that it declares. A bed brings a provider and the little of the outside world
 * that a test needs: chart, names, time that goes by, and users.
 */
import type { Bed, Test } from './bed.ts'
import { hubContract } from './hub-contract.ts'
import { previewContract } from './preview-contract.ts'
import { routeContract } from './route-contract.ts'
import { samplesContract } from './samples-contract.ts'

export function providerContract(t: Test, bed: Bed): void {
  hubContract(t, bed)
  previewContract(t, bed)
  routeContract(t, bed)
  samplesContract(t, bed)
}
