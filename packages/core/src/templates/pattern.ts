import { createContext, Script } from 'node:vm'

const milliseconds = 100
const script = new Script('new RegExp(`^(?:${source})$`, "u").test(text)')

/** Whether a pattern is a regular expression. */
export function isPattern(source: string): boolean {
  try {
    return Boolean(new RegExp(`^(?:${source})$`, 'u'))
  } catch {
    return false
  }
}

/** Whether the whole of a text matches; null when finding out takes too long: a pattern is somebody's own, and some never end. */
export function matchesPattern(source: string, text: string): boolean | null {
  try {
    return script.runInContext(createContext({ source, text }), { timeout: milliseconds }) as boolean
  } catch {
    return null
  }
}
