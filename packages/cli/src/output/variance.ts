import type { Row } from './columns.ts'
import { table } from './table.ts'
import { oneLine } from './text.ts'

interface Month { month: string; words: string; estimate: string | null; actual: string | null; difference: string | null; reasons: { name: string; amount: string; words: string }[]; incomplete: string[]; kept: boolean }

/** Each month in words, then its reasons, which add up to its difference. */
export function variancePage({ items, currency }: Row): string {
  return (items as Month[]).map(({ words, estimate, actual, difference, reasons, incomplete, kept }) => [
    `${oneLine(words)}\n`,
    ...(reasons.length === 0 ? [] : [table(['', oneLine(currency), 'BECAUSE'], [
      ['estimate', estimate, ''], ...reasons.map(({ name, amount, words: because }) => [name, amount, because]), ['actual', actual, ''], ['difference', difference, ''],
    ].map(([name, amount, because]) => [oneLine(name), cents(amount ?? null), because === '' ? '' : oneLine(because)]))]),
    ...(estimate === null || kept ? [] : ['No estimate was kept of it then; this one is by the prices of now.\n']),
    ...incomplete.map((what) => `Incomplete: ${oneLine(what)}.\n`),
  ].join('')).join('\n')
}

const cents = (text: string | null): string => (text === null ? '?' : Number(text).toFixed(2))
