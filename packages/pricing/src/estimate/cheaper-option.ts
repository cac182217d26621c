import type { EstimateInput } from './input.ts'

/** One thing to do another way. Of a `kind` the cheapest is suggested. */
export interface CheaperOption { kind: string; change: string; givesUp: string; apply(input: EstimateInput): EstimateInput }
