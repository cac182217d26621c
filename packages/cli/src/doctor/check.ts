/** One thing that was looked at. `warn`: something will not work that not everybody needs. */
export interface Check {
  id: string
  state: 'ok' | 'warn' | 'fail'
  /** What was found and, where that is not good, what it means. */
  found: string
  /** How to get it; null when nothing is to be done. */
  nextStep: string | null
}

export const ok = (id: string, found: string): Check => ({ id, state: 'ok', found, nextStep: null })
export const warn = (id: string, found: string, nextStep: string): Check => ({ id, state: 'warn', found, nextStep })
export const fail = (id: string, found: string, nextStep: string): Check => ({ id, state: 'fail', found, nextStep })
