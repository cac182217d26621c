import type { Operation } from '../../packages/sdk/src/index.ts'

interface Row { kind: string; how: string; found: string[]; done: string[]; withRelease: string[]; kept: { name: string; sizeGiB: number | null }[]; left: string[] }

/** The teardown report of a delete, its rows by kind and their names in order. */
export function rowsOf({ result }: Operation) {
  const { kinds, ...rest } = result!['report'] as { kinds: Row[]; keptMonthly: object | null; clean: boolean }
  const sorted = kinds.map(({ found, done, withRelease, kept, ...row }) =>
    ({ ...row, found: found.toSorted(), done: done.toSorted(), withRelease: withRelease.toSorted(), kept: kept.toSorted((a, b) => (a.name < b.name ? -1 : 1)) }))
  return { ...rest, rows: Object.fromEntries(sorted.map((row) => [row.kind, row])) }
}
