import type { BillFormatName } from '@hubfleet/core'
import type { Charge } from '../charge.ts'
import type { Row } from '../row.ts'

/** How one cloud writes its bills. */
export interface BillFormat {
  name: BillFormatName
  /** Plain names of columns that tell it; each is a choice of names where there is a bar. */
  needs: readonly string[]
  /** Throws RowError for what cannot be read. */
  charges(row: Row): Iterable<Charge>
}
