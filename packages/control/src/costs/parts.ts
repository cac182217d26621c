import { piecesOf } from '@hubfleet/core'
import { inZone, type When } from './question.ts'
import type { Part } from './rollups.ts'
import type { Scope } from './scope.ts'

/** Where the periods are read from: for each clock, hours or else months and days. */
export function partsOf({ finance: { timeZone }, zones }: Scope, { periods, finest }: Pick<When, 'periods' | 'finest'>): Part[] {
  return [...zones].flatMap(([zone, tenantIds]) => {
    const pieces = periods.flatMap((period, index) => {
      const there = inZone(period, timeZone, zone)
      return (finest === 'hour' ? [{ ...there, grain: 'hour' as const }] : piecesOf(there, zone)).map((piece) => ({ ...piece, period: index }))
    })
    return [...Map.groupBy(pieces, ({ grain }) => grain)].map(([grain, of]) => ({ tenantIds, grain, pieces: of }))
  })
}
