import type { OperationRow } from '@hubfleet/database'
import { aboutPeople, namesForReaders, withheld } from '../persons/for-readers.ts'
import type { ReadContext } from '../verb.ts'
import { showOperation } from './operation.ts'

/** How operations are told: to readers of a tenant that names people by pseudonyms, those about people without what could name somebody. */
export async function operationsShown(context: ReadContext): Promise<typeof showOperation> {
  if ((await namesForReaders(context)) === null) return showOperation
  return (row) => (aboutPeople.test(row.kind) ? showOperation(withoutPeople(row)) : showOperation(row))
}

const withoutPeople = ({ lastError, error, ...row }: OperationRow): OperationRow => ({
  ...row, steps: [], result: null, progress: { ...row.progress, message: withheld },
  lastError: lastError && { ...lastError, detail: withheld, params: {}, errors: [] }, error: error && { ...error, detail: withheld, params: {}, errors: [] },
})
