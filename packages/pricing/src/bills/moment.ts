const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)? ?(Z|UTC|[+-]\d{2}:?(?:\d{2})?)?$/
const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/

/** A moment as bills write it: ISO, with a space and `UTC` as BigQuery does, or month/day/year as older exports of Azure do; without a zone it is UTC. Null for what is none. */
export function momentOfBill(value: unknown): Date | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value
  if (typeof value === 'bigint') return new Date(Number(value))
  const text = String(value ?? '').trim()
  const found = iso.exec(text)
  if (found) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', zone = 'Z'] = found
    return exact(year!, month!, day!, hour, minute, second, offsetMinutes(zone))
  }
  const us = american.exec(text)
  if (!us) return null
  const [, month, day, year, hour = '0', minute = '0', second = '0'] = us
  return exact(year!, month!, day!, hour, minute, second, 0)
}

function offsetMinutes(zone: string): number {
  if (zone === 'Z' || zone === 'UTC') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || '0')
  return zone.startsWith('-') ? -minutes : minutes
}

/** Null for a day that there is not, such as 31 April. */
function exact(year: string, month: string, day: string, hour: string, minute: string, second: string, offset: number): Date | null {
  const local = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)))
  if (local.getUTCMonth() !== Number(month) - 1 || local.getUTCDate() !== Number(day)) return null
  return new Date(local.getTime() - offset * 60_000)
}
