import type { EventRow } from '@hubfleet/database'
import { aboutPeople, namesForReaders, withheld } from '../persons/for-readers.ts'
import type { PeopleNames } from '../persons/names.ts'
import type { ReadContext } from '../verb.ts'
import { showEvent } from './event.ts'

/** How events are told: to readers of a tenant that names people by pseudonyms, with those. */
export async function eventsShown(context: Pick<ReadContext, 'tx' | 'control' | 'tenant' | 'caller'>): Promise<typeof showEvent> {
  const names = await namesForReaders(context)
  return names === null ? showEvent : (row) => showEvent(withPseudonyms(row, names))
}

function withPseudonyms(row: EventRow, names: PeopleNames): EventRow {
  const { servers, kind, error, ...data } = row.data as { servers?: { user: string }[]; kind?: string; error?: object | null }
  const told = typeof kind === 'string' && aboutPeople.test(kind)
  return {
    ...row, data: {
      ...data, ...(kind !== undefined && { kind }), ...(servers && { servers: servers.map((server) => ({ ...server, user: names.shown(server.user) })) }),
      ...(error !== undefined && { error: told && error ? { ...error, detail: withheld } : error }),
    },
  }
}
