import type { Io } from '../io.ts'

/**
 * How an answer may be shown.
 * @property columns of the terminal; null where it is read by a program or goes to a file, which want no pictures
 */
export interface DocumentOptions { colour: boolean; columns: number | null }

export function documentOptions({ stdout, env }: Io): DocumentOptions {
  const terminal = Boolean(stdout.isTTY) && env['TERM'] !== 'dumb'
  return { colour: terminal && !env['NO_COLOR'], columns: terminal ? stdout.columns ?? 80 : null }
}
