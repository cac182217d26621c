import type { ChargeCategory } from '@hubfleet/core'

/** An amount of a bill, whichever cloud wrote it. */
export interface Charge {
  from: Date
  /** Not before `from`. */
  to: Date
  category: ChargeCategory
  /** Whole 10^-15 of the currency (`unitsOf`). */
  units: bigint
  currency: string
  /** Who pays, and for which project, subscription or account: `payer/account`. */
  account: string
  service: string
  sku: string
  /** Id or name of what was charged for; '' where it is not told. */
  resource: string
  /** Labels and tags, by plain names (`plainKey`). */
  marks: ReadonlyMap<string, string>
}

/** Something of a line that cannot be read. */
export interface RowFault { line: number; column: string; detail: string }

export class RowError extends Error {
  readonly column: string
  constructor(column: string, detail: string) {
    super(detail)
    this.column = column
  }
}
