import { catalogueAgeDays, type Catalogue } from './catalogue.ts'

/** From here on prices count as old. */
const oldDays = 180

/** Whether what is reckoned by them is told with a warning. Invented ones do not grow old. */
export const isOld = (catalogue: Pick<Catalogue, 'asOf' | 'fictional'>, now: Date): boolean => !catalogue.fictional && catalogueAgeDays(catalogue, now) > oldDays

/** The warning, with what to do about it; none while they are not old. */
export const oldPrices = (catalogue: Catalogue | undefined, now: Date): string[] =>
  (catalogue && isOld(catalogue, now) ? [`The prices of ${catalogue.provider} are of ${catalogue.asOf}, ${catalogueAgeDays(catalogue, now)} days old; whoever runs Hubfleet has them read anew: hubfleet catalogue refresh ${catalogue.provider}`] : [])
