import type { Figures } from './figures.ts'

/** Reads the records of a cloud's public price list one by one, and keeps only the figures that the catalogue has. Throws `ForeignCurrency`. */
export interface PriceReader {
  read(record: unknown): void
  /** What was told, when all records were read. */
  figures(): Figures
}
