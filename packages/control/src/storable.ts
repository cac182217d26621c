import { pointerOf, refuse, type ProblemField } from '@hubfleet/core'

const deepest = 64

/**
 * Refuses what could not be stored: texts with the character U+0000 or half of a surrogate pair, which PostgreSQL takes nowhere, and
 * values nested so deep that reading them again would fail.
 */
export function requireStorable(value: unknown): void {
  refuse(faultsOf(value, []))
}

function faultsOf(value: unknown, path: string[]): ProblemField[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [fault(path, 'characters', 'This has a character that no text may have: U+0000, or half of a surrogate pair.')]
  if (typeof value !== 'object' || value === null) return []
  if (path.length === deepest) return [fault(path, 'too-deep', `This is nested deeper than ${deepest} levels.`)]
  return Object.entries(value).flatMap(([key, inner]) => (isStorable(key) ? faultsOf(inner, [...path, key]) : [fault(path, 'characters', 'A name in here has a character that no text may have.')]))
}

const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

const fault = (path: string[], code: string, detail: string): ProblemField => ({ pointer: pointerOf(path), code, detail })
